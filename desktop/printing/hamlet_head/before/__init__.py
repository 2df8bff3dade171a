"""What is printed before the day: decisions, lists, invitations, the wall sheet."""
