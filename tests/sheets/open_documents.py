"""OpenDocument workbooks made for one test, from the XML of their cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_SPACES = {
    "office": "office:1.0",
    "table": "table:1.0",
    "text": "text:1.0",
    "style": "style:1.0",
    "number": "datastyle:1.0",
    "fo": "xsl-fo-compatible:1.0",
    "svg": "svg-compatible:1.0",
}
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for short, name in _SPACES.items()
)
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(
    sheets: Mapping[str, Sequence[str]],
    *,
    styles: str = "",
    manifest: str = "<manifest/>",
    mimetype: str = _MIMETYPE,
    before: str = "",
) -> bytes:
    """Write a workbook; each sheet is the XML of its rows."""
    tables = "".join(
        f'<table:table table:name="{escape(title)}" table:style-name="{escape(title)}">'
        f"{''.join(rows)}</table:table>"
        for title, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {_NAMES} {_CALC}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return out.getvalue()


def row(*cells: str | float | None, times: int = 1, style: str = "", visibility: str = "visible") -> str:
    """Write a row of plain cells, or of cells that are XML already."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}" table:visibility="{visibility}">'
        f"{''.join(_cell(value, style) for value in cells)}</table:table-row>"
    )


def cell(inside: str, **attributes: str) -> str:
    """Write one cell; an attribute ``table_style_name`` becomes ``table:style-name``."""
    written = " ".join(
        f'{name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f"<table:table-cell {written}>{inside}</table:table-cell>"


def _cell(value: str | float | None, style: str) -> str:
    if isinstance(value, str) and value.startswith("<table:"):
        return value
    named = {"table_style_name": style} if style else {}
    if value is None:
        return cell("", **named)
    if isinstance(value, str):
        return cell(f"<text:p>{escape(value)}</text:p>", office_value_type="string", **named)
    return cell(f"<text:p>{value}</text:p>", office_value_type="float", office_value=str(value), **named)
