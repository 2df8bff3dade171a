"""A post that a congress elects: its card, its list and votes, and what is asked on the way."""
