"""The panels of the settings page."""
