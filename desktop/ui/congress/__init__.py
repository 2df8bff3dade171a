"""The place "Đại hội chi bộ": the list of congresses, one as a whole, the view of each of its steps."""
