"""Cells of a line into values, each repair into a note."""
