"""The page of one election: a stepper, and a view for each step."""
