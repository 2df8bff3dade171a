"""``.xlsx`` workbooks, looked through before they are parsed.

The parser lays a sheet out as a full rectangle and trusts the archive, so both are measured first.

Source: ECMA-376 (Office Open XML), part 1, sections 18.2 and 18.3; [MS-OFFCRYPTO] 2.3 for passwords.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from desktop.errors import SheetRefused
from desktop.sheets.files.archive import DAMAGE, look_through
from desktop.sheets.files.cells import Merge, Sheet, Value
from desktop.sheets.files.date_formats import as_shown
from desktop.sheets.files.extent import Rectangle, Unusual
from desktop.sheets.files.faces import legacy_faces

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_DATE_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true|on)"')


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every work sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.unpacks_too_large``,
            ``sheet.too_long`` or ``sheet.too_wide``.
    """
    unusual = Unusual()
    look_through(content, name, unusual.look)
    if unusual.found:
        look_through(content, name, Rectangle(name).look)
    try:
        date1904 = _counts_from_1904(content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return tuple(
                _sheet(
                    content,
                    book.get_sheet_by_index(index),
                    hidden=metadata.visible is not SheetVisibleEnum.Visible,
                    date1904=date1904,
                )
                for index, metadata in enumerate(book.sheets_metadata)
                if metadata.typ is SheetTypeEnum.WorkSheet
            )
    except PasswordError as error:
        raise SheetRefused("sheet.password", where=name) from error
    except (CalamineError, *DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error


def _counts_from_1904(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return any(
            _DATE_1904.search(archive.read(part)) is not None
            for part in archive.infolist()
            if part.filename.lower() == "xl/workbook.xml"
        )


def _sheet(content: bytes, sheet: CalamineSheet, *, hidden: bool, date1904: bool) -> Sheet:
    # With the empty area kept, the first value is A1 and every address follows by counting.
    rows: list[list[Value]] = [
        [(value or None) if isinstance(value, str) else _value(value) for value in row]
        for row in sheet.to_python(skip_empty_area=False)
    ]
    as_shown(content, sheet.name, rows)
    merges = sheet.merged_cell_ranges or []
    return Sheet(
        title=sheet.name,
        rows=tuple(map(tuple, rows)),
        merges=tuple(
            Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merges
        ),
        hidden=hidden,
        date1904=date1904,
        faces=legacy_faces(content, sheet.name),
    )


def _value(value: float | bool | dt.time | dt.date | dt.timedelta) -> Value:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value
