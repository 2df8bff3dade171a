"""Waves of campaigns and how far they are: one calendar, last days, the curve by the hour, whom to call."""
