"""Pictures of every page, drawn under a real X server."""
