"""Sending: packages, cards, receipts."""
