"""OpenDocument workbooks, read in one pass over their XML."""
