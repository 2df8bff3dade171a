"""Workbooks of Excel 2003 and before: a stream of bytes, or one XML document."""
