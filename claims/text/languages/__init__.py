"""Direct and mixed quotations in languages other than English: a file of tables each, and one small engine."""
