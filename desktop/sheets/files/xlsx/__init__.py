"""Workbooks of Excel since 2007: an archive of XML parts, looked through before the parser has them."""
