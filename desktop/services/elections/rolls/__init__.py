"""The roll of an election: set against the register, posted, objected to, frozen, supplemented."""
