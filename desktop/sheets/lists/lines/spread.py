"""What several rows of a list share in one merged cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Sheet, Value
    from desktop.sheets.lists.lines.line import Line

_KEYS = ("ethnic", "religion", "address", "home", "hamlet", "branch", "kind", "new")


def merged_downwards(sheet: Sheet) -> dict[tuple[int, int], Value]:
    """Return the value that a range merged over several rows gives each of its lower cells."""
    return {
        (row, merge.left): sheet.value(merge.top, merge.left)
        for merge in sheet.merges
        for row in range(merge.top + 1, min(merge.bottom, len(sheet.rows)) + 1)
    }


def spread(line: Line, merged: Mapping[tuple[int, int], Value]) -> Line:
    """Fill what several rows of a list share in one merged cell; never a name, a date or a number."""
    values = [*line.values, *[None] * (max(line.header.columns.values()) - len(line.values))]
    for key in _KEYS:
        column = line.header.columns.get(key)
        if column is not None and values[column - 1] is None:
            values[column - 1] = merged.get((line.row, column))
    return replace(line, values=values)
