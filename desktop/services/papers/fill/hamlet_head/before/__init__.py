"""Papers before the election day: decisions, who stands, the roll, invitations, slips, the calendar."""
