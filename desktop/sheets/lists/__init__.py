"""Cells into rows of a known list, each with its repairs, or refused with a reason."""
