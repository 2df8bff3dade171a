"""The board, the telephone grid, the top bar."""
