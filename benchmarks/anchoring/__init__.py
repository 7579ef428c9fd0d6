"""What the anchoring benchmark is made of: made-up articles, altered passages, and the ways to find them again."""
