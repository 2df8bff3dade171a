"""Cells that count people or households."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

# Three zeros behind a sign may be thousands as well.
_WHOLE = re.compile(r"([0-9]+)(?:[.,]0{1,2})?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)")
_MOST_DIGITS = 9


def count_of(record: Record, key: str, *, thousands: bool = False) -> int | None:
    """Return a whole number; with ``thousands`` "1.250" and "1,250" are more than a thousand.

    Raises:
        RowRefused: ``bad_value`` for anything else.
    """
    value = record.value(key)
    if value is None or (type(value) is int and 0 <= value < 10**_MOST_DIGITS):
        return value
    text = tidy(text_of(value))
    if thousands and isinstance(value, str) and _GROUPED.fullmatch(text):
        digits = text.replace(".", "").replace(",", "")
        record.note(key, "spaces", value, digits)
        return int(digits)
    match = _WHOLE.fullmatch(text)
    if match is None or isinstance(value, bool) or len(text) > _MOST_DIGITS:
        raise RowRefused("bad_value")
    return int(match[1])
