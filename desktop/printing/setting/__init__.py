"""Type on paper: faces, pen, paragraphs, leaders, tables, QR codes, sheets."""
