"""Text files of values, whatever separates them and whichever encoding they are in."""
