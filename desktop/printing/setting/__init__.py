"""TODO-PKG."""
