"""Packages on their way up: what travels, what waits, what came back."""
