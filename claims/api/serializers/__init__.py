"""What each record looks like from outside, every field with its meaning."""
