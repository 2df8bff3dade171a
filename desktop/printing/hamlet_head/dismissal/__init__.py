"""Papers of the dismissal of a hamlet's head, and the list of proposals to replace heads."""
