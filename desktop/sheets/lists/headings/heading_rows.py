"""Which rows of a sheet name columns of a list, and which columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from desktop.sheets.lists.headings.columns import NAME, Headings, label

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Sheet, Value

DEEPEST = 3
"""A header has no more rows."""

_LONGEST = 120
_LETTER = re.compile(r"[^\W\d_]")


def keys_by_row(sheet: Sheet, known: Headings) -> list[frozenset[str]]:
    """Return the keys that the texts of each row name, where a heading of names is near."""
    # "Chủ hộ" also stands in rows of people, beside their numbers and dates.
    wordy = {at: row for at, row in enumerate(sheet.rows) if not any(map(is_figure, row))}
    heads = {
        value
        for value in set().union(*wordy.values())
        if type(value) is str and known.may_be(NAME, value) and is_text(value)
    }
    names = {value for value in heads if known.key(label(value)) == NAME}
    headed = {at for at, row in wordy.items() if not names.isdisjoint(row)}
    keys: list[frozenset[str]] = [frozenset()] * len(sheet.rows)
    near = {row for at in headed for row in range(max(at - DEEPEST + 1, 0), min(at + DEEPEST, len(keys)))}
    for row in near:
        found = known.keys(label(value) for value in sheet.rows[row] if is_text(value))
        keys[row] = frozenset(found if row in headed else found - {NAME})
    return keys


def is_figure(value: Value) -> bool:
    """Tell whether a cell holds a number, a date or digits alone."""
    return value is not None and (not isinstance(value, str) or value.strip().isdecimal())


def is_text(value: Value) -> TypeGuard[str]:
    """Tell whether a cell may be a heading; numbers and dates head nothing."""
    return isinstance(value, str) and len(value) <= _LONGEST and _LETTER.search(value) is not None
