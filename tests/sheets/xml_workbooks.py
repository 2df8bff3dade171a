"""XML spreadsheets of Excel 2003 made for one test."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def xml_workbook(rows: Sequence[Sequence[str | float]], *, styles: str = "", more: str = "") -> str:
    """Write a workbook of one sheet; ``more`` is XML of rows that follow."""
    written = "".join(f"<Row>{''.join(map(_cell, values))}</Row>" for values in rows)
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{_SPREADSHEET}" xmlns:ss="{_SPREADSHEET}"><Styles>{styles}</Styles>'
        f'<Worksheet ss:Name="Thôn Một"><Table>{written}{more}</Table></Worksheet></Workbook>'
    )


def _cell(value: str | float) -> str:
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
