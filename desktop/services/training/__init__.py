"""The example offices and their day, and the first start."""
