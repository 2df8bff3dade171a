"""A sheet of an ``.ods`` workbook while its rows come in.

Source: OpenDocument 1.3 part 3, sections 9.1 (tables) and 19.749 (visibility).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import (
    LARGEST_AREA,
    LONGEST_LIST,
    MOST_TEXT,
    Merge,
    Sheet,
    Value,
    too_much_text,
)
from desktop.sheets.files.ods.cells import is_error, is_struck, lacks_value, remark_of, time_of, value_of
from desktop.vietnamese.legacy_encodings import LegacyFace

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from desktop.sheets.files.ods.styles import Styles

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_NOT_VISIBLE = ("collapse", "filter")
_WIDEST = 16_384

_Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that holds anything: its first column, in how many it stands, and its value."""

    column: int
    times: int
    element: ET.Element
    value: Value


@dataclass(slots=True)
class _Marks:
    """What cells say of themselves besides their value, by row and column."""

    faces: dict[_Place, LegacyFace] = field(default_factory=dict)
    errors: set[_Place] = field(default_factory=set)
    no_value: set[_Place] = field(default_factory=set)
    struck: set[_Place] = field(default_factory=set)
    remarks: dict[_Place, str] = field(default_factory=dict)
    times: dict[_Place, dt.time] = field(default_factory=dict)

    def take(self, found: _Cell, styles: Styles, places: Collection[_Place]) -> None:
        """Take in a cell, for each of the places that it stands at."""
        cell, value = found.element, found.value
        if is_error(cell):
            self.errors.update(places)
        elif value is None and lacks_value(cell):
            self.no_value.update(places)
        face = styles.face(cell) if isinstance(value, str) else None
        if face is not None:
            self.faces.update(dict.fromkeys(places, face))
        if value is not None and is_struck(cell, styles):
            self.struck.update(places)
        if remark := remark_of(cell):
            self.remarks.update(dict.fromkeys(places, remark))
        if time := time_of(cell):
            self.times.update(dict.fromkeys(places, time))


class Table:
    """A sheet; only rows up to the last one that holds anything are laid out.

    Args:
        element: the sheet's element, at its start.
        styles: the workbook's styles.
        name: the file's name, for refusals.
        characters: how many stand in the cells of the sheets before.
    """

    def __init__(self, element: ET.Element, styles: Styles, name: str, characters: int) -> None:
        self.rows: list[tuple[Value, ...]] = []
        self.widest = 0
        self.characters = characters
        self._title = element.get(f"{_TABLE}name", "")
        self._hidden = styles.hides(element)
        self._styles, self._name = styles, name
        self._merges: list[Merge] = []
        self._marks = _Marks()
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._columns = self._empty_rows = 0

    def take(self, element: ET.Element) -> None:
        """Take in an element at its end, if it is a row or a column.

        Raises:
            SheetRefused: ``sheet.too_long``, ``sheet.too_wide`` or ``sheet.too_much_text``.
        """
        if element.tag == f"{_TABLE}table-row":
            self._take_row(element)
            element.clear()
        elif element.tag == f"{_TABLE}table-column":
            self._take_column(element)

    def sheet(self) -> Sheet:
        """Return the sheet, once all its rows have come in."""
        marks = self._marks
        return Sheet(
            self._title,
            tuple(self.rows),
            tuple(self._merges),
            self._hidden,
            faces=marks.faces,
            errors=frozenset(marks.errors),
            no_value=frozenset(marks.no_value),
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            struck=frozenset(marks.struck),
            remarks=marks.remarks,
            times=marks.times,
        )

    def _take_column(self, element: ET.Element) -> None:
        first = self._columns + 1
        self._columns = min(self._columns + _count(element, "number-columns-repeated"), _WIDEST)
        if element.get(f"{_TABLE}visibility") in _NOT_VISIBLE:
            self._hidden_columns.update(range(first, self._columns + 1))

    def _take_row(self, element: ET.Element) -> None:
        first, times = len(self.rows) + self._empty_rows + 1, _count(element, "number-rows-repeated")
        cells = self._cells(element, first)
        if not cells:
            self._empty_rows += times
            return
        width = cells[-1].column + cells[-1].times - 1
        self._measure(cells, first, times, width)
        values: list[Value] = [None] * width
        for cell in cells:
            values[cell.column - 1 : cell.column - 1 + cell.times] = [cell.value] * cell.times
        self.rows += [()] * self._empty_rows + [tuple(values)] * times
        self._empty_rows = 0
        rows = range(first, first + times)
        if element.get(f"{_TABLE}visibility") in _NOT_VISIBLE:
            self._hidden_rows.update(rows)
        for cell in cells:
            columns = range(cell.column, cell.column + cell.times)
            self._marks.take(cell, self._styles, [(row, column) for row in rows for column in columns])

    def _cells(self, element: ET.Element, row: int) -> list[_Cell]:
        """Return the cells of a row that hold anything, and take their merged ranges."""
        cells: list[_Cell] = []
        column = 1
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            times = _count(cell, "number-columns-repeated")
            down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or across > 1:
                self._merges.append(Merge(row, column, row + down - 1, column + across - 1))
            value = value_of(cell, self._styles)
            if value is not None or lacks_value(cell):
                cells.append(_Cell(column, times, cell, value))
            column += times
        return cells

    def _measure(self, cells: list[_Cell], first: int, times: int, width: int) -> None:
        if times > LONGEST_LIST:
            raise SheetRefused("sheet.too_long", where=self._name, limit=LONGEST_LIST)
        self.widest = max(self.widest, width)
        if (first + times) * self.widest > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=self._name)
        texts = (len(cell.value) * cell.times for cell in cells if isinstance(cell.value, str))
        self.characters += times * sum(texts)
        if self.characters > MOST_TEXT:
            raise too_much_text(self._name)


def _count(element: ET.Element, attribute: str) -> int:
    return max(int(element.get(f"{_TABLE}{attribute}", "1")), 1)
