"""The roll of a congress: who is convened and there, and the base that follows from it."""
