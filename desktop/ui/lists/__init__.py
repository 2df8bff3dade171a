"""Importing a list: rows, columns, decisions, result; the frame of a register."""
