"""What papers of a hamlet's election say, by the time at which they are wanted, and what they rest on."""
