"""What stands over a window: questions, what they refuse, and the choosing of files."""
