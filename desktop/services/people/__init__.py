"""Households and the persons in them: register, import, matching."""
