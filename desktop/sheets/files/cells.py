"""A sheet as cells with addresses."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from desktop.errors import SheetRefused
from desktop.vietnamese.legacy_encodings import Encoding, LegacyFace

# Rows with a value; a commune has no list as long as that.
LONGEST_LIST = 200_000
# Cells of a file laid out as full rectangles.
LARGEST_AREA = 2_000_000
# Characters in the cells of a file.
MOST_TEXT = 20_000_000

Value: TypeAlias = str | int | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns count from 1, both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        title: the sheet's name; empty for a text file.
        rows: every row from row 1, every cell from column A; an empty cell is None, so is one of spaces.
        merges: the merged ranges; the value stands in the top left cell.
        hidden: the sheet isn't shown to whoever opens the workbook.
        date1904: serial numbers of days count from 1904 instead of 1900.
        faces: the cells in a face of a legacy encoding, by row and column.
        encoding: the legacy encoding that text was converted from, if any was.
        converted: the text before of each cell that was converted, by row and column.
        errors: the cells whose value is an error of the program that wrote them, such as ``#REF!``.
        no_value: the cells with a formula whose value was not stored; they are None in ``rows``.
        hidden_rows: the rows that are not shown, by hand or by a filter.
        hidden_columns: the columns that are not shown.
        struck: the cells whose text is struck through.
        remarks: the remark pinned to a cell, by row and column.
        times: the time of day that a cell holds besides its date, by row and column; midnight is none.
    """

    title: str
    rows: tuple[tuple[Value, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    date1904: bool = False
    faces: Mapping[tuple[int, int], LegacyFace] = field(default_factory=dict)
    encoding: Encoding = "unicode"
    converted: Mapping[tuple[int, int], str] = field(default_factory=dict)
    errors: frozenset[tuple[int, int]] = frozenset()
    no_value: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    remarks: Mapping[tuple[int, int], str] = field(default_factory=dict)
    times: Mapping[tuple[int, int], dt.time] = field(default_factory=dict)

    def value(self, row: int, column: int) -> Value:
        """Return the value at a row and column counted from 1; None outside the sheet."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None

    def filled(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row, by column."""
        return filled(self.rows[row - 1])

    def filled_rows(self) -> Iterator[bool]:
        """Tell of each row whether it has a filled cell."""
        return (any(value is not None for value in row) for row in self.rows)


def filled(values: Sequence[Value]) -> dict[int, Value]:
    """Return the filled ones among the cells of a row, by column."""
    return {column: value for column, value in enumerate(values, start=1) if value is not None}


def merges_by_top(sheet: Sheet) -> dict[int, list[Merge]]:
    """Return the merged ranges of a sheet by their first row."""
    found: defaultdict[int, list[Merge]] = defaultdict(list)
    for merge in sheet.merges:
        found[merge.top].append(merge)
    return dict(found)


def address(row: int, column: int) -> str:
    """Return the address of a cell as a spreadsheet shows it: row 7, column 2 is ``B7``."""
    return f"{column_letters(column)}{row}"


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Return the letters over a column counted from 1: column 28 is ``AB``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def text_or_none(text: str) -> str | None:
    """Return a cell's text, None where it is empty or of spaces alone."""
    return None if not text or text.isspace() else text


def text_of(value: Value) -> str:
    """Return a cell's value as text: whole numbers without a decimal point, dates ``YYYY-MM-DD``."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def too_much_text(name: str) -> SheetRefused:
    """Return the refusal of a file whose cells hold more text than any list."""
    return SheetRefused("sheet.too_much_text", where=name, limit=MOST_TEXT // 1_000_000)
