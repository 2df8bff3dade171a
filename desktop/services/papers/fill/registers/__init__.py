"""What registers and lists say on paper: members, documents, a chain, what prepares congresses."""
