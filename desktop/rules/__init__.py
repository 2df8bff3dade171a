"""The law, pure: statutes as data, eligibility, reconciliation, outcome, shares.

Imports the standard library and nothing that reads a clock, a file or a database.
"""
