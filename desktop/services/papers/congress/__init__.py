"""Papers of a branch congress: which there are, how far each can be filled, made and printed; its ballots."""
