"""A sheet while its cells come in one by one, kept within what a list can be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import (
    LARGEST_AREA,
    LONGEST_LIST,
    MOST_TEXT,
    Merge,
    Sheet,
    Value,
    text_or_none,
    too_much_text,
)
from desktop.vietnamese.legacy_encodings import LegacyFace

_Place: TypeAlias = tuple[int, int]

_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384


@dataclass(slots=True)
class Held:
    """What the sheets of one file hold together: cells of their rectangles, and characters."""

    name: str
    cells: int = 0
    characters: int = 0

    def add(self, cells: int, characters: int) -> None:
        """Count cells and characters.

        Raises:
            SheetRefused: ``sheet.too_wide`` or ``sheet.too_much_text``.
        """
        self.cells += cells
        if self.cells > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=self.name)
        self.characters += characters
        if self.characters > MOST_TEXT:
            raise too_much_text(self.name)


@dataclass(slots=True)
class Draft:
    """A sheet that is being read; the attributes are those of a ``Sheet``.

    Attributes:
        held: what the file's sheets hold together.
    """

    held: Held
    title: str = ""
    hidden: bool = False
    merges: list[Merge] = field(default_factory=list)
    faces: dict[_Place, LegacyFace] = field(default_factory=dict)
    errors: set[_Place] = field(default_factory=set)
    no_value: set[_Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: set[_Place] = field(default_factory=set)
    remarks: dict[_Place, str] = field(default_factory=dict)
    times: dict[_Place, dt.time] = field(default_factory=dict)
    _rows: dict[int, list[Value]] = field(default_factory=dict)
    _last_row: int = 0
    _widest: int = 0

    def put(self, row: int, column: int, value: Value) -> None:
        """Put a value into a cell; one without value may hold a mark, and has its place as well.

        Raises:
            SheetRefused: ``sheet.too_wide``, ``sheet.too_long`` or ``sheet.too_much_text``.
        """
        if row > _LAST_ROW or column > _LAST_COLUMN:
            raise SheetRefused("sheet.too_wide", where=self.held.name)
        area = self._last_row * self._widest
        self._last_row, self._widest = max(self._last_row, row), max(self._widest, column)
        characters = len(value) if isinstance(value, str) else 0
        self.held.add(self._last_row * self._widest - area, characters)
        if len(self._rows) > LONGEST_LIST:
            raise SheetRefused("sheet.too_long", where=self.held.name, limit=LONGEST_LIST)
        cells = self._rows.setdefault(row, [])
        cells += [None] * (column - len(cells))
        cells[column - 1] = text_or_none(value) if isinstance(value, str) else value

    def merge(self, row: int, column: int, down: int, across: int) -> None:
        """Note a merged range, given by its first cell and how many rows and columns it has."""
        last_row, last_column = min(row + down - 1, _LAST_ROW), min(column + across - 1, _LAST_COLUMN)
        self.merges.append(Merge(row, column, last_row, last_column))

    def below(self, other: Draft) -> None:
        """Take in another sheet below this one, with an empty row between.

        Raises:
            SheetRefused: ``sheet.too_wide``.
        """
        down = self._last_row + 1 if self._last_row else 0
        for row, cells in other._rows.items():
            self.put(row + down, len(cells), cells[-1])
            self._rows[row + down] = cells
        self.merges += [Merge(one.top + down, one.left, one.bottom + down, one.right) for one in other.merges]
        self.errors |= {(row + down, column) for row, column in other.errors}
        self.no_value |= {(row + down, column) for row, column in other.no_value}
        self.struck |= {(row + down, column) for row, column in other.struck}
        self.hidden_rows |= {row + down for row in other.hidden_rows}

    def hide_columns(self, first: int, last: int) -> None:
        """Note that columns aren't shown; what no sheet has is left aside."""
        self.hidden_columns.update(range(first, min(last, _LAST_COLUMN) + 1))

    def hide_rows(self, first: int, last: int) -> None:
        """Note that rows aren't shown; what no sheet has is left aside."""
        self.hidden_rows.update(range(first, min(last, _LAST_ROW) + 1))

    def sheet(self) -> Sheet:
        """Return the sheet, once all its cells have come in."""
        return Sheet(
            self.title,
            tuple(tuple(self._rows.get(row, ())) for row in range(1, self._last_row + 1)),
            tuple(self.merges),
            self.hidden,
            faces=self.faces,
            errors=frozenset(self.errors),
            no_value=frozenset(self.no_value),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            struck=frozenset(self.struck),
            remarks=self.remarks,
            times=self.times,
        )
