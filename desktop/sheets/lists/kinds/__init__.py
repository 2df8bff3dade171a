"""Kinds of list: the columns of each and how a row of it is read."""
