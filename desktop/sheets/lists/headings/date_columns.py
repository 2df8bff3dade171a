"""Dates that stand in two or three columns: day, month and year, or day with month and year.

Such columns stand side by side, each under its own heading ("Ngày", "Tháng", "Năm"), or all under one merged
heading of a date. Under no heading of a date they are births.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.lists.headings.columns import BIRTH, DATES, Headings, day_of, label, month_of, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.sheets.files.cells import Merge, Sheet

# "year" is how ``label`` writes "Năm", which folded is the heading of men.
_PART = re.compile(r"(?P<part>ngay thang|ngay|thang|nam|year)(?: (?!thang\b|nam\b|year\b)(?P<of>.+))?")
_DAY, _DAY_AND_MONTH, _MONTH, _YEAR = "ngay", "ngay thang", "thang", "nam"
_IN_THREE = (_DAY, _MONTH, _YEAR)
_IN_TWO = (_DAY_AND_MONTH, _YEAR)


def date_parts(labels: Mapping[int, Sequence[str]], headings: Headings) -> dict[str, int]:
    """Return the columns of the parts of dates, by key; empty where no date is in parts.

    Args:
        labels: the headings over each column, from above, as ``label`` gives them.
        headings: those of the list's columns.
    """
    found: dict[str, int] = {}
    parts = {column: _part(over[-1]) for column, over in labels.items() if over}
    for first in sorted(parts):
        for pattern in (_IN_THREE, _IN_TWO):
            columns = range(first, first + len(pattern))
            told = {parts.get(column): column for column in columns}
            if set(told) != set(pattern):
                continue
            dates = set().union(*(_dates(labels[column], headings) for column in columns))
            if not dates and pattern is _IN_THREE:
                dates = {BIRTH}
            if len(dates) == 1 and dates <= DATES:
                keys = _keys(dates.pop(), told)
                if not found.keys() & keys.keys():
                    found |= keys
                break
    return found


def merged_parts(sheet: Sheet, merges: Iterable[Merge], bottom: int, headings: Headings) -> dict[str, int]:
    """Return the columns of dates in parts that one merged heading stands over, down to the header's end.

    Args:
        sheet: the sheet.
        merges: the merged ranges of the header.
        bottom: the header's last row.
        headings: those of the list's columns.
    """
    found: dict[str, int] = {}
    for merge in merges:
        pattern = {3: _IN_THREE, 2: _IN_TWO}.get(merge.right - merge.left + 1)
        key = headings.key(label(sheet.value(merge.top, merge.left)))
        if merge.bottom == bottom and pattern is not None and key in DATES:
            found |= _keys(key, {part: merge.left + at for at, part in enumerate(pattern)})
    return found


def states_parts(labels: Iterable[str]) -> bool:
    """Tell whether a row of headings names the parts of a date."""
    parts = {_part(text) for text in labels}
    return parts.issuperset(_IN_THREE) or parts.issuperset(_IN_TWO)


def _part(text: str) -> str | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    return _YEAR if match["part"] == "year" else match["part"]


def _dates(over: Sequence[str], headings: Headings) -> set[str]:
    """Return what the headings over a column, and its own beside the part, name: keys, or words unknown."""
    match = _PART.fullmatch(over[-1])
    texts = [*over[:-1], *([match["of"]] if match is not None and match["of"] else [])]
    return {_date(text, headings) for text in texts}


def _date(text: str, headings: Headings) -> str:
    if "sinh" in text.split():
        return BIRTH
    return headings.key(text) or headings.key(f"{_DAY} {text}") or text


def _keys(date: str, told: Mapping[str | None, int]) -> dict[str, int]:
    """Return the columns by key; "Ngày tháng" counts as the day's."""
    of_part = {_DAY: day_of, _DAY_AND_MONTH: day_of, _MONTH: month_of, _YEAR: year_of}
    return {of_part[part](date): column for part, column in told.items() if part is not None}
