"""Which rows of a sheet are likely its header, where none of their headings is known to be the names'."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import merges_by_top, text_of
from desktop.sheets.lists.headings.columns import FEMALE, MALE, NAME, Column, Headings, label
from desktop.sheets.lists.headings.heading_rows import DEEPEST, is_figure, is_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.sheets.files.cells import Sheet, Value

# A header stands near the top: below so many rows a row of words is one of people.
_DEEPEST_HEAD = 60
_FEWEST_TEXTS = 2
_FEWEST_UNKNOWN = 3
# What headings say and names don't, and what a few names say too: "Tên gọi sau", "Gồm các thôn", "Chợ Mới".
_SAID_OF_COLUMNS = frozenset(
    ["tên", "gọi", "gồm", "các", "sáp", "sắp", "nhập", "xếp", "danh", "đơn", "ghi", "chú", "stt", "tt"]
)
_SAID_OF_PLACES = frozenset(["trước", "sau", "cũ", "mới", "hiện", "nay", "thành"])


def likely_header(sheet: Sheet, columns: tuple[Column, ...]) -> tuple[int, int] | None:
    """Return the first and last row of what is likely a list's header; None where no row is like one.

    It is the row whose texts name most columns of the list; where no text names any, the first row of at
    least three different texts, or two that speak of columns, with a row of as many cells below it. A row
    above belongs to it where a merged cell goes down from there.
    """
    known = Headings(columns)
    best, most = 0, 0
    for number, row in enumerate(sheet.rows[:_DEEPEST_HEAD], 1):
        texts = [value for value in row if is_text(value)]
        if len(texts) < _FEWEST_TEXTS or any(map(is_figure, row)):
            continue
        named = len(known.keys(map(label, texts)) - {MALE, FEMALE, NAME})
        if named > most:
            best, most = number, named
    best = best or _first_of_texts(sheet)
    if not best:
        return None
    merges = merges_by_top(sheet)
    top = best
    for above in range(max(best - DEEPEST + 1, 1), best):
        if any(merge.bottom >= best for merge in merges.get(above, ())):
            top = above
            break
    spread = (merge.bottom for row in range(top, best + 1) for merge in merges.get(row, ()))
    return top, min(max(best, *spread, best), top + DEEPEST - 1)


def names_columns(sheet: Sheet, columns: tuple[Column, ...]) -> bool:
    """Tell whether the first row that holds anything is a header, if without a known heading of the names.

    It names columns of the list, or speaks of columns in words of its own.
    """
    known = Headings(columns)
    first = next((row for row in sheet.rows if any(value is not None for value in row)), ())
    named = known.keys(label(value) for value in first if is_text(value))
    return len(named - {MALE, FEMALE}) >= _FEWEST_TEXTS or speaks_of_columns(first)


def speaks_of_columns(row: Sequence[Value]) -> bool:
    """Tell whether the texts of a row, two at least, speak of what stands beneath them, as headings do."""
    said = [set(text_of(value).lower().replace(",", " ").split()) for value in row if value is not None]
    return (
        len(said) >= _FEWEST_TEXTS
        and any(words & _SAID_OF_COLUMNS for words in said)
        and all(words & (_SAID_OF_COLUMNS | _SAID_OF_PLACES) for words in said)
    )


def _first_of_texts(sheet: Sheet) -> int:
    """Return the number of the first row of different texts above a row as full; 0 for none.

    There are three or more, or two that speak of columns.
    """
    for number, (row, below) in enumerate(pairwise(sheet.rows[:_DEEPEST_HEAD]), 1):
        texts = [text_of(value) for value in row if is_text(value)]
        if len(texts) < _FEWEST_UNKNOWN and not speaks_of_columns(row):
            continue
        if len(set(texts)) < len(texts) or any(map(is_figure, row)):
            continue
        if sum(value is not None for value in below) >= len(texts):
            return number
    return 0
