"""Packages between offices: keys, cards, sealing, verifying, receipts.

Works on bytes alone: knows no database and no clock, and reads no file. Chance enters in two places
only, both visible: the ``draw`` that makes keys, salts and codes, and age's own encryption.
"""
