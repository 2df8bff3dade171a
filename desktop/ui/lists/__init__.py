"""Importing a list: rows, columns, choices, result; the frame of a register."""
