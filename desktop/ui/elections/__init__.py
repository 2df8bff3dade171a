"""Roll, candidates and officials of an election, and its plan."""
