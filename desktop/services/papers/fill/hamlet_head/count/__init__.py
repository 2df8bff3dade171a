"""Papers of the count: minutes of the meeting and of the count, of the ballots, the check sheet."""
