"""What the tracing benchmark is made of: made-up quotations, altered ones, other ways to search, and measures."""
