"""What papers of a dismissal say, and the list of proposals to replace heads."""
