"""The bytes of a workbook of any make, into cells with addresses; a room for each make."""
