"""The chain of a campaign: what is done in which order, and what opens each gate."""
