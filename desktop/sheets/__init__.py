"""Workbooks in and out: cells with addresses, the lists read from them, and reports."""
