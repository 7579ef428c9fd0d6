"""The desk: an article to read, its quotations marked in it, and beside it the one in hand with all it takes."""
