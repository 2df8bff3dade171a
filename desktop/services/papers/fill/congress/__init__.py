"""What papers of a branch congress say, from its facts as plain values, and these read from the store."""
