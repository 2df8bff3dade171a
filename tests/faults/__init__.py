"""A disk that fails at a chosen call, the office's operations on it, and what must hold whatever it did."""
