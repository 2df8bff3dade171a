"""Registers that are printed and bound: the roster of members in 14 columns, the books beside it."""
