"""``.xlsx`` workbooks, looked through before they are parsed.

The parser lays a sheet out as a full rectangle and trusts the archive, so both are measured first; what it
leaves out of a sheet is read beside it.

Source: ECMA-376 (Office Open XML), part 1, sections 18.2 and 18.3; [MS-OFFCRYPTO] 2.3 for passwords.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from desktop.errors import SheetRefused
from desktop.long_work import step
from desktop.sheets.files.archive import DAMAGE, open_archive
from desktop.sheets.files.cells import Merge, Sheet, Value, text_or_none
from desktop.sheets.files.date_formats import shown
from desktop.sheets.files.draft import Held
from desktop.sheets.files.xlsx.cell_formats import CellFormat, marked_formats
from desktop.sheets.files.xlsx.marks import Marks, marks_of, struck_texts
from desktop.sheets.files.xlsx.package import Package, package_of, plain_name
from desktop.sheets.files.xlsx.remarks import remarks_of
from desktop.sheets.files.xlsx.sheet_parts import measured
from desktop.wording import words

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_MIDNIGHT = dt.time()


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every work sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.unpacks_too_large``,
            ``sheet.too_long``, ``sheet.too_wide`` or ``sheet.too_much_text``.
    """
    try:
        with open_archive(content, name) as archive:
            package = package_of(archive)
            shared, formats = package.shared_strings(), marked_formats(package.styles())
            plain = measured(archive, content, shared, formats.keys(), name)
        with (
            CalamineWorkbook.from_filelike(io.BytesIO(plain.content)) as book,
            open_archive(plain.content, name) as archive,
        ):
            beside = _Beside(package_of(archive), formats, struck_texts(shared), plain.marked)
            return tuple(_sheets(book, beside, name))
    except PasswordError as error:
        raise SheetRefused("sheet.password", where=name) from error
    except (CalamineError, *DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error


class _Beside:
    """What the workbook says of all its sheets."""

    def __init__(
        self,
        package: Package,
        formats: Mapping[int, CellFormat],
        struck: frozenset[int],
        marked: frozenset[str],
    ) -> None:
        self.date1904 = package.counts_from_1904()
        self._package, self._formats, self._struck, self._marked = package, formats, struck, marked
        self._parts = package.sheets()
        self._calculated = not package.asks_for_calculation()

    def marks(self, index: int) -> Marks:
        part = self._part(index)
        if not self._struck and plain_name(part) not in self._marked:
            return Marks()
        content = self._package.read(part)
        if not content:
            return Marks()
        return marks_of(content, self._formats, self._struck, calculated=self._calculated)

    def remarks(self, index: int) -> dict[tuple[int, int], str]:
        return remarks_of(self._package.remarks(self._part(index)))

    def _part(self, index: int) -> str:
        return self._parts[index] if index < len(self._parts) else ""


def _sheets(book: CalamineWorkbook, beside: _Beside, name: str) -> Iterator[Sheet]:
    held = Held(name)
    # Asked for once: each time it is made anew.
    listed = book.sheets_metadata
    for index, metadata in enumerate(listed):
        if metadata.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        held.add(sheet.total_height * sheet.total_width, 0)
        hidden = metadata.visible is not SheetVisibleEnum.Visible
        one = _sheet(sheet, beside, index, hidden=hidden)
        # Each has been measured alone.
        if len(listed) > 1:
            held.add(0, sum(len(value) for row in one.rows for value in row if isinstance(value, str)))
        yield one


def _sheet(sheet: CalamineSheet, beside: _Beside, index: int, *, hidden: bool) -> Sheet:
    marks = beside.marks(index)
    times: dict[tuple[int, int], dt.time] = {}
    columns: list[list[Value]] = []
    # With the empty area kept, the first value is A1 and every address follows by counting.
    upright = list(zip(*sheet.to_python(skip_empty_area=False), strict=True))
    for column, values in enumerate(upright, start=1):
        step(column - 1, len(upright), words("list.opening"))
        kinds = set(map(type, values))
        if kinds == {str} and not any(map(str.isspace, values)):
            columns.append([value or None for value in values])
            continue
        columns.append([_value(value) for value in values])
        if dt.datetime in kinds:
            times.update(
                ((row, column), value.time())
                for row, value in enumerate(values, start=1)
                if isinstance(value, dt.datetime) and value.time() != _MIDNIGHT
            )
    rows = list(zip(*columns, strict=True))
    return Sheet(
        title=sheet.name,
        rows=_completed(rows, marks),
        merges=tuple(
            Merge(top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
        ),
        hidden=hidden,
        date1904=beside.date1904,
        faces=marks.faces,
        errors=frozenset(marks.errors),
        no_value=frozenset(marks.no_value),
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        struck=frozenset(marks.struck),
        remarks=beside.remarks(index),
        times=times,
    )


def _completed(rows: list[tuple[Value, ...]], marks: Marks) -> tuple[tuple[Value, ...], ...]:
    """Put in what the parser leaves out or shows as another value: errors, and dates without a day."""
    changed: dict[int, list[Value]] = {}

    def cells(row: int, column: int) -> list[Value]:
        rows.extend([()] * (row - len(rows)))
        values = changed.setdefault(row, list(rows[row - 1]))
        values += [None] * (column - len(values))
        return values

    for row, column in (*marks.errors, *marks.no_value):
        cells(row, column)[column - 1] = marks.errors.get((row, column))
    for (row, column), number_format in marks.short_dates.items():
        value = cells(row, column)[column - 1]
        if isinstance(value, dt.date):
            changed[row][column - 1] = shown(value, number_format)
    for row, values in changed.items():
        rows[row - 1] = tuple(values)
    return tuple(rows)


def _value(value: str | float | bool | dt.time | dt.date | dt.timedelta) -> Value:
    if isinstance(value, str):
        return text_or_none(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value
