"""The table: columns over frozen rows, what paints them, and what is typed and copied in them."""
