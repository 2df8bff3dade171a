"""Units and hamlets, and what becomes of them."""
