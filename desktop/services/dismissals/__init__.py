"""The dismissal of a hamlet's head from the request to the replacement, and proposals to replace heads."""
