"""Which sheets of a workbook hold the list: one, or several that continue one another.

A list goes on from sheet to sheet where they have the same columns, or where their names are of one series
("Thôn A", "Thôn B"; "Trang 1", "Trang 2") and they share a column beside the name's. Any other sheet is left
out: covers, summaries, other lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets.lists.columns import FEMALE, GIVEN, MALE, NAME, NUMBER, SEX
from desktop.sheets.lists.header import Header, find_headers
from desktop.sheets.lists.table import Line, data_lines
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.columns import Column

_NOT_TOLD_BY = frozenset({NUMBER, NAME, GIVEN})
_SAME_AS = {MALE: SEX, FEMALE: SEX}
_PART_OF_DATE = re.compile(r"_(?:day|month|year)$")
_NUMBER_AT_END = re.compile(r"[\s_.\-]*(?:[0-9]+|\([0-9]+\))$")
# Names that spreadsheets give themselves say nothing.
_NO_NAMES = frozenset({"", "sheet", "trang tinh", "trang_tinh"})
# With its marks: "Bản A" is a hamlet, "Ban kiểm phiếu" isn't.
_HAMLETS = re.compile(
    r"(?:ds |danh sách )?(thôn|thon|bản|buôn|làng|ấp|xóm|xom|khóm|khu|tdp|tổ dân phố|tổ(?= [0-9])|tiểu khu)\b"
)


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet that holds a list or a part of it: its headers and its rows of data."""

    sheet: Sheet
    headers: tuple[Header, ...]
    lines: tuple[Line, ...]

    def keys(self) -> frozenset[str]:
        """Return what its columns tell beside names, however they are laid out."""
        keys = (key for header in self.headers for key in header.columns)
        return frozenset(_SAME_AS.get(key, _PART_OF_DATE.sub("", key)) for key in keys) - _NOT_TOLD_BY


def list_sheets(
    sheets: Iterable[Sheet], columns: tuple[Column, ...], name: str
) -> tuple[tuple[ListSheet, ...], tuple[str, ...]]:
    """Return the sheets that hold the list, in their order, and the names of other sheets with such rows.

    A hidden sheet counts only if no other is a list.

    Args:
        sheets: of one file.
        columns: those of the list.
        name: the file's name, for a refusal.

    Raises:
        SheetRefused: ``sheet.no_header``, or ``sheet.several_lists`` where sheets with as many columns,
            or most of them, neither have the same ones nor names of a series.
    """
    found = [one for sheet in sheets for one in _lists_on(sheet, columns)]
    if not found:
        raise SheetRefused("sheet.no_header", where=name)
    shown = [one for one in found if not one.sheet.hidden] or found
    filled = [one for one in shown if one.lines]
    if not filled:
        return (max(shown, key=_rank),), ()
    best = max(filled, key=_rank)
    listed = [one for one in filled if _belongs(one, best)]
    others = [one for one in filled if not _belongs(one, best)]
    if any(_is_alike(one, best) for one in others):
        raise several_lists(filled, name)
    return tuple(listed), tuple(one.sheet.title for one in others)


def several_lists(sheets: Sequence[ListSheet], name: str) -> SheetRefused:
    """Return the refusal of sheets that can't be joined, nor one of them chosen."""
    titles = ", ".join(one.sheet.title for one in sheets)
    return SheetRefused("sheet.several_lists", where=name, sheets=titles)


def _lists_on(sheet: Sheet, columns: tuple[Column, ...]) -> Iterator[ListSheet]:
    """Yield the list of a sheet, or each of its parts where it goes on to the right."""
    headers = find_headers(sheet, columns)
    starts = sorted({start for header in headers for start in header.begins_again})
    if headers and not starts:
        yield ListSheet(sheet, headers, data_lines(sheet, headers))
    ends = [*starts, max(map(len, sheet.rows), default=0) + 1] if starts else []
    for first, end in pairwise([1, *ends]):
        yield from _lists_on(_only(sheet, first, end), columns)


def _only(sheet: Sheet, first: int, end: int) -> Sheet:
    return replace(
        sheet,
        rows=tuple((*(None,) * (first - 1), *row[first - 1 : end - 1]) for row in sheet.rows),
        merges=tuple(merge for merge in sheet.merges if first <= merge.left < end),
    )


def _rank(one: ListSheet) -> int:
    return max(len(header.columns) for header in one.headers)


def _belongs(one: ListSheet, best: ListSheet) -> bool:
    keys, others = one.keys(), best.keys()
    return keys == others or (bool(keys & others) and _series(one) == _series(best) not in _NO_NAMES)


def _is_alike(one: ListSheet, best: ListSheet) -> bool:
    """Tell whether a sheet may just as well be the list, or a part of it."""
    keys, others = one.keys(), best.keys()
    return _rank(one) == _rank(best) or len(keys & others) * 2 > len(others)


def _series(one: ListSheet) -> str:
    """Return what the names of a series have in common: the kind of hamlet, or all but the number."""
    hamlet = _HAMLETS.match(tidy(one.sheet.title).lower())
    return fold(hamlet[1]) if hamlet is not None else _NUMBER_AT_END.sub("", fold(one.sheet.title))
