"""What is printed after the count: notice, submission, and what the authority decides."""
