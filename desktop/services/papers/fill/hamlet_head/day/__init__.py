"""Papers of the day of an election: ballots, the roll to sign, tally sheets, the cover of the envelope."""
