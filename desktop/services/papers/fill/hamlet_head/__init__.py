"""What papers of the election of a head say, by the time at which they are wanted, and what they rest on."""
