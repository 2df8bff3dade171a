"""What is tried for as long as somebody likes: campaigns of faults, each with its figures."""
