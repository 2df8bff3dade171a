"""Blocks of text papers set as the flow of a PDF's pages."""
