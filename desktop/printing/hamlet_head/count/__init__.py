"""What is signed at the count: minutes of ballots, of the count and of the meeting."""
