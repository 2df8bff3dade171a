"""Offices and hands that several test files share."""
