"""Which sheets of a workbook hold the list: one, or several that continue one another.

A list goes on from sheet to sheet where they have the same columns, or where their names are of one series
("Thôn A", "Thôn B"; "Trang 1", "Trang 2") and they share a column beside the name's. Any other sheet is left
out, and told: covers, summaries, other lists, those who moved away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.headings.columns import BIRTH
from desktop.sheets.lists.headings.header import find_headers
from desktop.sheets.lists.lines.moved_away import heads_those_gone, says_gone
from desktop.sheets.lists.lines.own_headers import told_by
from desktop.sheets.lists.lines.passed import OTHER_TABLE, SHEET, TITLE, PassedLine, whole_sheet
from desktop.sheets.lists.lines.table import read_table
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.headings.columns import Column
    from desktop.sheets.lists.headings.header import Header
    from desktop.sheets.lists.lines.line import Line

_NUMBER_AT_END = re.compile(r"[\s_.\-]*(?:[0-9]+|\([0-9]+\))$")
# Names that spreadsheets give themselves say nothing.
_NO_NAMES = frozenset({"", "sheet", "trang tinh", "trang_tinh"})
# With its marks: "Bản A" is a hamlet, "Ban kiểm phiếu" isn't; "CB Nà Ếch" is a branch.
_PLACES = re.compile(
    r"(?:ds |danh sách )?(thôn|thon|bản|buôn|làng|ấp|xóm|xom|khóm|khu|tdp|tổ dân phố|tổ(?= [0-9])|tiểu khu|"
    r"chi bộ|cb)\b"
)


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet that holds a list or a part of it: its headers, its rows of data, the lines around them."""

    sheet: Sheet
    headers: tuple[Header, ...]
    lines: tuple[Line, ...]
    passed: tuple[PassedLine, ...]

    def keys(self) -> frozenset[str]:
        """Return what its columns tell beside names, however they are laid out."""
        return told_by(self.headers)

    def titles(self) -> tuple[str, ...]:
        """Return the texts above it, line by line of each cell."""
        rows = (line.row for line in self.passed if line.code == TITLE)
        cells = (text_of(value) for row in rows for value in self.sheet.filled(row).values())
        return tuple(tidy(line) for cell in cells for line in cell.splitlines() if tidy(line))


@dataclass(frozen=True, slots=True)
class ListSheets:
    """The sheets of a file that hold its list, in their order, and all lines of the others."""

    listed: tuple[ListSheet, ...]
    passed: tuple[PassedLine, ...]

    def left_out(self) -> tuple[str, ...]:
        """Return the names of the sheets that hold something and are not read."""
        return tuple(dict.fromkeys(line.sheet for line in self.passed if line.code == SHEET))


def list_sheets(
    sheets: Sequence[Sheet],
    columns: tuple[Column, ...],
    name: str,
    said: Mapping[str, str | None] | None = None,
) -> ListSheets:
    """Tell the sheets that hold the list from all others.

    A hidden sheet counts only if no other is a list; one of those who moved away or died never.

    Args:
        sheets: of one file.
        columns: those of the list.
        name: the file's name, for a refusal.
        said: what a person said of its columns, as ``find_headers`` takes it.

    Raises:
        SheetRefused: ``sheet.no_header``; ``sheet.gone`` where nobody is listed but those who moved away or
            died; ``sheet.several_lists`` where sheets with as many columns, or most of them, neither have
            the same ones nor names of a series.
    """
    parts = [part for sheet in sheets for part in _parts(sheet, columns, said)]
    found = [part for part in parts if isinstance(part, ListSheet)]
    if not found:
        raise SheetRefused("sheet.no_header", where=name)
    present = [one for one in found if not _is_of_those_gone(one)]
    if not present:
        raise SheetRefused("sheet.gone", where=name)
    shown = [one for one in present if not one.sheet.hidden] or present
    filled = [one for one in shown if one.lines] or [max(shown, key=_rank)]
    best = max(filled, key=_rank)
    listed = [one for one in filled if _belongs(one, best)]
    if any(_is_alike(one, best) for one in filled if not _belongs(one, best)):
        raise several_lists(filled, name)
    titles = {one.sheet.title for one in listed}
    passed: list[PassedLine] = []
    for part in parts:
        if not any(part is one for one in listed):
            sheet = part.sheet if isinstance(part, ListSheet) else part
            passed += whole_sheet(sheet, OTHER_TABLE if sheet.title in titles else SHEET)
    return ListSheets(tuple(listed), tuple(passed))


def several_lists(sheets: Sequence[ListSheet], name: str) -> SheetRefused:
    """Return the refusal of sheets that can't be joined, nor one of them chosen."""
    titles = ", ".join(one.sheet.title for one in sheets)
    return SheetRefused("sheet.several_lists", where=name, sheets=titles)


def _parts(
    sheet: Sheet, columns: tuple[Column, ...], said: Mapping[str, str | None] | None
) -> Iterator[ListSheet | Sheet]:
    """Yield the list of a sheet, each of its parts where it goes on to the right; the sheet if it is none."""
    headers = find_headers(sheet, columns, said)
    starts = sorted({start for header in headers for start in header.begins_again})
    if not headers:
        yield sheet
    elif not starts:
        table = read_table(sheet, headers, people=any(column.key == BIRTH for column in columns))
        yield ListSheet(sheet, table.headers, table.lines, table.passed)
    ends = [*starts, max(map(len, sheet.rows), default=0) + 1] if starts else []
    for first, end in pairwise([1, *ends]):
        yield from _parts(_only(sheet, first, end), columns, said)


def _only(sheet: Sheet, first: int, end: int) -> Sheet:
    return replace(
        sheet,
        rows=tuple((*(None,) * (first - 1), *row[first - 1 : end - 1]) for row in sheet.rows),
        merges=tuple(merge for merge in sheet.merges if first <= merge.left < end),
        errors=frozenset(place for place in sheet.errors if first <= place[1] < end),
        no_value=frozenset(place for place in sheet.no_value if first <= place[1] < end),
    )


def _is_of_those_gone(one: ListSheet) -> bool:
    # Without a header of its own all that it lists stands below the title of those who are gone.
    return not one.headers or says_gone(one.sheet.title) or any(map(heads_those_gone, one.titles()))


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
    """Return what the names of a series have in common: the kind of place, or all but the number."""
    hamlet = _PLACES.match(tidy(one.sheet.title).lower())
    return fold(hamlet[1]) if hamlet is not None else _NUMBER_AT_END.sub("", fold(one.sheet.title))
