"""The count ballot by ballot: a whole screen, keys alone, squares."""
