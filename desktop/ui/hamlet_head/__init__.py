"""The place of hamlet elections: page, list, header, and which steps in which order."""
