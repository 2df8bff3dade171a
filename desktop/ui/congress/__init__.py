"""The place "Đại hội chi bộ": the list of congresses, one as a whole, its roll."""
