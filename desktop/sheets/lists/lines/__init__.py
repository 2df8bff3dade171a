"""Lines of a sheet: those of the list, and the paper around them."""
