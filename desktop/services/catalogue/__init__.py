"""The lists of the office, each declared once: a file beside the others, its name in ``known``."""
