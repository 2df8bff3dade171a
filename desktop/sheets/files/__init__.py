"""The bytes of a workbook of any make, into cells with addresses."""
