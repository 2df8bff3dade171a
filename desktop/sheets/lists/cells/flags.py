"""Cells that say yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.cells.record import is_dash
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings.columns import label
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

_YES = frozenset({"x", "xx", "co", "dung", "dv", "v", "1", "true", "yes"})
_NO = frozenset({"khong", "sai", "0", "false", "no", "ko", "k"})
_MARK_SIGNS = frozenset({"✓", "✔", "√", "+", "×", "✗", "*"})


def is_mark(text: str) -> bool:
    """Tell whether a text is a mark, or a word for yes or no; a figure alone counts something."""
    word = label(text)
    return (word in _YES | _NO and not word.isdecimal()) or tidy(text) in _MARK_SIGNS


def flag_of(record: Record, key: str) -> bool | None:
    """Return whether a cell is marked; empty is no, a dash None.

    Raises:
        RowRefused: ``bad_value`` for what is neither a mark nor a word for yes or no.
    """
    value = record.resolved(key)
    if value is None:
        return False
    if isinstance(value, str) and is_dash(value):
        return None
    word = label(value)
    if word in _YES or tidy(text_of(value)) in _MARK_SIGNS:
        return True
    if word in _NO:
        return False
    raise RowRefused("bad_value")
