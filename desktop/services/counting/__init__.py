"""From the opening of the meeting to the finalised bytes of a count."""
