"""Hôm nay: the board, the telephone grid, and the form that plans a campaign."""
