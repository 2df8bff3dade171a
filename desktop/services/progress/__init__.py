"""How far each election is, from records read once for all."""
