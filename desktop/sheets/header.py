"""Where a list begins: its header of one to three rows, and which column holds what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.sheets.birth_columns import birth_parts, states_parts
from desktop.sheets.columns import BIRTH, FEMALE, GIVEN, MALE, NAME, Column, Headings, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.sheets.cells import Sheet, Value

_DEEPEST = 3
_FEWEST_COLUMNS = 2
_LONGEST = 120
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the rows it covers (both ends belong to it) and the column of each key.

    Attributes:
        births_by_sex: births stand under "Nam" and "Nữ" instead of in one column.
        births_in_parts: day, month and year of births stand in columns of their own.
    """

    top: int
    bottom: int
    columns: Mapping[str, int]
    births_by_sex: bool
    births_in_parts: bool = False


def find_headers(sheet: Sheet, columns: tuple[Column, ...]) -> tuple[Header, ...]:
    """Return every header of a list in a sheet, from above: long lists repeat theirs on each page.

    A header names the column of names and at least one more.
    """
    known = Headings(columns)
    named = _named(sheet, known)
    keys = [{named[value] for value in row if value in named} for row in sheet.rows]
    headers = []
    row = 1
    while row <= len(sheet.rows):
        header = _header_at(sheet, row, known, keys) if keys[row - 1] else None
        if header is None:
            row += 1
        else:
            headers.append(header)
            row = header.bottom + 1
    return tuple(headers)


def _header_at(sheet: Sheet, top: int, known: Headings, keys: Sequence[set[str]]) -> Header | None:
    if not any(NAME in row_keys for row_keys in keys[top - 1 : top - 1 + _DEEPEST]):
        # Rows of data name columns too: "Nam" is a heading.
        return None
    bottom = top
    while bottom - top + 1 < _DEEPEST and _goes_on(sheet, top, bottom, keys):
        below = keys[bottom]
        if NAME in below and keys[top - 1] - {MALE, FEMALE} <= below:
            # The row below says it all: above it stands data ("Nam", "Thôn") or the same header.
            break
        bottom += 1
    if not any(NAME in row_keys for row_keys in keys[top - 1 : bottom]):
        return None
    labels = {
        column: _labels(sheet, top, bottom, column)
        for column in range(1, max(map(len, sheet.rows[top - 1 : bottom])) + 1)
    }
    parts = birth_parts(labels, known)
    found: dict[str, int] = dict(parts)
    births_by_sex = False
    for column, over in labels.items():
        key = known.key(over[-1]) if over else None
        if key is None or column in parts.values():
            continue
        if key == NAME and found.get(NAME) == column - 1:
            # One heading over two columns: surname and middle name | given name.
            key = GIVEN
        found.setdefault(key, column)
        if key in {MALE, FEMALE} and BIRTH in known.keys(over[:-1]):
            births_by_sex = True
    if NAME not in found or len(found) < _FEWEST_COLUMNS:
        return None
    return Header(top, bottom, found, births_by_sex and not parts, births_in_parts=bool(parts))


def _goes_on(sheet: Sheet, top: int, row: int, keys: Sequence[set[str]]) -> bool:
    """Tell whether the row below still belongs to a header, by merged cells or by its own headings."""
    if row >= len(sheet.rows):
        return False
    if any(top <= merge.top <= row < merge.bottom for merge in sheet.merges):
        return True
    if states_parts(map(label, sheet.rows[row])):
        return True
    below = keys[row]
    return below >= {MALE, FEMALE} or len(below - {MALE, FEMALE}) >= _FEWEST_COLUMNS


def _named(sheet: Sheet, known: Headings) -> dict[Value, str]:
    """Return the keys that texts of a sheet name, wherever they stand; numbers and dates head nothing."""
    return {
        value: key
        for value in set().union(*sheet.rows)
        if isinstance(value, str) and len(value) <= _LONGEST and _LETTER.search(value)
        if (key := known.key(label(value))) is not None
    }


def _labels(sheet: Sheet, top: int, bottom: int, column: int) -> list[str]:
    """Return the headings over a column from above; the last one tells what it holds."""
    labels = [label(_heading(sheet, row, column)) for row in range(top, bottom + 1)]
    return [text for text in labels if text]


def _heading(sheet: Sheet, row: int, column: int) -> Value:
    """Return the heading in a cell; a merged range spreads its own to the right, not downwards."""
    for merge in sheet.merges:
        if merge.top == row and merge.left <= column <= merge.right:
            return sheet.value(row, merge.left)
    return sheet.value(row, column)
