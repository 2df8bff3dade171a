"""The place "In ấn": every paper of an election, as it will be printed."""
