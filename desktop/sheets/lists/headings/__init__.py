"""Headings of a list: what they say, and which column holds what."""
