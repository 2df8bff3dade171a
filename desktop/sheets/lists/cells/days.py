"""Cells that hold a whole day, of the past or to come: of a decision, a term, a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.sheets.lists.cells.births import read_birth
from desktop.sheets.lists.cells.refusal import RowRefused

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

_WHOLE = len("2022-07-03")


def whole_day_of(record: Record, key: str) -> str | None:
    """Return a day as ``dd/mm/yyyy``; None for an empty cell.

    Raises:
        RowRefused: ``bad_date`` for no day, a part of one, or one that can be read in two ways.
    """
    value = record.value(key)
    if value is None:
        return None
    try:
        day = read_birth(value, record.sheet.date1904, None)
    except (ValueError, OverflowError):
        raise RowRefused("bad_date") from None
    if len(day.iso) != _WHOLE:
        raise RowRefused("bad_date")
    if day.note is not None:
        record.note(key, day.note, value, day.iso)
    return day.date.text()
