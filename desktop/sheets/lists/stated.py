"""Which hamlet or branch the rows of a list are said to be of: by a column, their sheet's name or titles."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.sheets.lists.headings.columns import BRANCH, HAMLET
from desktop.vietnamese.hamlet_kinds import kind_of
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from desktop.sheets.lists.reading import Reading
    from desktop.sheets.lists.source import ReadSheet, Source

# Names that spreadsheets, and people in a hurry, give sheets: they name no hamlet.
_NO_HAMLET = re.compile(
    r"(?:(?:sheet|trang|tinh|ds|danh|sach|ho|khau|gia|dinh|cu|tri|dang|vien|so|tiep|theo|bang|to|ngheo|can|bo|"
    r"sung|moi|chinh|phu|tong|hop|dot|lan|phan|cac|thon|toan|xa)?[\s_.\-()0-9]*)*"
)

_BRANCH = re.compile(r"(?:chi bo|cb)\b")
# What stands before a branch's name in sheets' names and columns, written out or not.
_BEFORE = re.compile(
    r"^(?:\d+[\s.)\-]+)?(?:(?:ds|danh sách|danh sach)\s+)?(?:(?:đv|đảng viên|dang vien)\s+)?"
    r"(?:(?:chi bộ|chi bo|cb)\s+)?",
    re.IGNORECASE,
)


def names_on(sheet: ReadSheet) -> tuple[str, ...]:
    """Return the names of hamlets that a sheet bears: its titles and own name that begin with a kind."""
    return tuple(
        said for said in (*sheet.titles, sheet.name) if kind_of(tidy(said)) and len(said.split()) > 1
    )


def hamlet_of_sheet(source: Source, name: str) -> str | None:
    """Return the hamlet that a sheet of several stands for by its name, else by its titles; None for neither.

    Sheets that only differ in a number ("Trang 1", "Trang 2") are one list that goes on.
    """
    if kind_of(tidy(name)):
        return tidy(name)
    titled = next((names_on(sheet) for sheet in source.sheets if sheet.name == name and names_on(sheet)), ())
    if titled:
        return tidy(titled[0])
    return None if _NO_HAMLET.fullmatch(fold(name)) else tidy(name)


def branches_on(sheet: ReadSheet) -> tuple[str, ...]:
    """Return the names of branches that a sheet bears: its own and lines of its titles that begin so."""
    lines = map(tidy, (sheet.name, *sheet.titles))
    return tuple(line for line in lines if _BRANCH.match(fold(line)) and len(line.split()) > 1)


def branch_of_sheet(source: Source, name: str) -> str | None:
    """Return the branch that a sheet of several stands for, as ``hamlet_of_sheet`` does."""
    titled = next((branches_on(sheet) for sheet in source.sheets if sheet.name == name), ())
    return titled[0] if titled else hamlet_of_sheet(source, name)


def bare_branch(text: str) -> str:
    """Return a branch's name without what stands before it: a number, "DS", "đảng viên", "chi bộ"."""
    return _BEFORE.sub("", tidy(text), count=1) or tidy(text)


def hamlets_stated(reading: Reading) -> dict[int, str]:
    """Return what a list says of the hamlet of each row, taken or refused, by its number; empty for nothing.

    The column of hamlets goes before the sheet.
    """
    return _stated(reading, HAMLET, hamlet_of_sheet)


def branches_stated(reading: Reading) -> dict[int, str]:
    """Return what a list of members says of the branch of each row, as ``hamlets_stated`` does."""
    return _stated(reading, BRANCH, branch_of_sheet)


def _stated(reading: Reading, column: str, named_by: Callable[[Source, str], str | None]) -> dict[int, str]:
    source = reading.source
    of_sheet: dict[str, str] = {}
    if source.has_several:
        of_sheet = {name: named_by(source, name) or "" for name in source.names}

    def stated(number: int, value: str) -> str:
        return tidy(value) or (of_sheet.get(source.sheet_of(number).name, "") if of_sheet else "")

    named = {
        number: stated(number, row.get(column) or "")
        for number, row in zip(reading.numbers, reading.rows, strict=True)
    }
    for row in reading.refused:
        written = row.cells.get(reading.addresses.get(row.row, {}).get(column, ""), "")
        named[row.row] = stated(row.row, written)
    return named
