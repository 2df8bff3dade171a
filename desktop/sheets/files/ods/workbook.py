"""``.ods`` workbooks: values, merged ranges, faces, marks and the formats of dates in one pass.

Source: OpenDocument 1.3 part 3, sections 9 (tables), 16 (styles) and 19.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from desktop.errors import SheetRefused
from desktop.sheets.files.archive import DAMAGE, open_archive, unpacked
from desktop.sheets.files.cells import LARGEST_AREA, Sheet
from desktop.sheets.files.ods.styles import Styles
from desktop.sheets.files.ods.table import Table
from desktop.sheets.files.opening import Opening
from desktop.sheets.files.xlsx.package import package_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table"
_ROW = f"{_TABLE}-row"
_TABLE_END, _ROW_END, _GROUPS = b"</table:table>", b"</table:table-row>", (b"-group>", b"rows>")
# What a cell with a value, a text or a formula has.
_VALUES = (b" office:", b"<text:", b" table:formula")
_LONG_TAIL = 64 * 1024
_HIDDEN_FILES = b"manifest:encryption-data"


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.unpacks_too_large``,
            ``sheet.too_long``, ``sheet.too_wide`` or ``sheet.too_much_text``.
    """
    try:
        with open_archive(content, name) as archive:
            for _ in unpacked(archive, name):
                pass
            package = package_of(archive)
            manifest = package.read("META-INF/manifest.xml")
            if _HIDDEN_FILES in manifest:
                raise SheetRefused("sheet.password", where=name)
            document = _without_empty_tails(package.read("content.xml"))
            # A workbook has no such declaration, and entities are what makes XML dangerous.
            if b"<!DOCTYPE" in document or b"<!ENTITY" in document:
                raise SheetRefused("sheet.damaged", where=name)
            common = package.read("styles.xml")
        return tuple(_tables(document, common, name))
    except (ET.ParseError, AttributeError, OverflowError, *DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error


def _without_empty_tails(document: bytes) -> bytes:
    """Return the document without the rows below the last value of each table, where there are many."""
    tables = document.split(_TABLE_END)
    for index, table in enumerate(tables):
        last = max(table.rfind(sign) for sign in _VALUES)
        end = table.find(_ROW_END, last) + len(_ROW_END) if last >= 0 else 0
        if len(_ROW_END) < end < len(table) - _LONG_TAIL and not any(
            table.find(sign, end) >= 0 for sign in _GROUPS
        ):
            tables[index] = table[:end]
    return _TABLE_END.join(tables)


def _tables(document: bytes, common: bytes, name: str) -> Iterator[Sheet]:
    styles = Styles()
    if common:
        for _, element in ET.iterparse(io.BytesIO(common)):  # noqa: S314 - measured, and without entities
            styles.take(element)
    table: Table | None = None
    area = characters = 0
    source, told = io.BytesIO(document), Opening(len(document))
    for event, element in ET.iterparse(source, ("start", "end")):  # noqa: S314 - as above
        if element.tag == _TABLE and event == "start" and table is None:
            table = Table(element, styles, name, characters)
        elif event == "end" and table is None:
            styles.take(element)
        elif event == "end" and table is not None:
            table.take(element)
            if element.tag == _ROW:
                told.came(source.tell())
            if element.tag == _TABLE:
                area, characters = area + len(table.rows) * table.widest, table.characters
                if area > LARGEST_AREA:
                    raise SheetRefused("sheet.too_wide", where=name)
                yield table.sheet()
                table = None
                element.clear()
