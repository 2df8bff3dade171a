"""The steps of the meeting and the count."""
