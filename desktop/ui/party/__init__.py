"""Branches and their members: the lists, one member, what changes with a paper."""
