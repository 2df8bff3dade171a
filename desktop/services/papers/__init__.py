"""What is printed and kept: kinds, lists, sets, ballots, envelopes."""
