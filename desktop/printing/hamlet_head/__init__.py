"""The forms of a hamlet's election of its head, by the time at which they are wanted."""
