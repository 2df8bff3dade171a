"""A list of another kind than the one asked for: names and births alone would let it pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet
from desktop.sheets.lists.headings.columns import ADMITTED, NAME, OFFICIAL, Column, year_of
from desktop.sheets.lists.headings.header import columns_between, find_headers
from desktop.sheets.lists.headings.likely import likely_header
from desktop.sheets.lists.kinds import households, members
from desktop.sheets.lists.kinds.known import KINDS
from desktop.sheets.lists.list_sheets import ListSheet

# Two of these make a roster: a list of voters may well tell who is a member, and since when.
_OF_MEMBERS = (frozenset({ADMITTED, year_of(ADMITTED)}), frozenset({OFFICIAL, year_of(OFFICIAL)}), {"card"})
_FEWEST_OF_MEMBERS = 2
_OF_HOUSEHOLDS = ({"members"},)
# What only one of the lists of a commune's people has, and which of them take another for their own.
_TELLING = {"households": "members", "household-members": "relation"}
_MISTAKEN = ("household-members", "voters")
# A header stands near the top, and fewer columns many lists have in common.
_DEEPEST_HEADER = 60
_FEWEST_COLUMNS = 3


def refuse_other_kind(kind: str, listed: Iterable[ListSheet], name: str) -> None:
    """Refuse a roster of members that is read as another list, and a list of households read as a roster.

    Args:
        kind: what the list is read as.
        listed: the sheets that the list is read from.
        name: the file's name, for the refusal.

    Raises:
        SheetRefused: ``sheet.roster``, ``sheet.households``.
    """
    for one in listed:
        of_members = _told(one, members.COLUMNS, _OF_MEMBERS)
        if kind != "members" and of_members >= _FEWEST_OF_MEMBERS:
            raise SheetRefused("sheet.roster", where=name)
        if kind == "members" and not of_members and _told(one, households.COLUMNS, _OF_HOUSEHOLDS):
            raise SheetRefused("sheet.households", where=name)


def likelier_kind(sheets: Sequence[Sheet], kind: str) -> str | None:
    """Return which other list of a commune's people a header tells that it is, by a column that only one has.

    Names and births alone let each pass for another: a list of households for one of voters. Who asks for
    households may well hand in their members too: of them the heads are read.

    Args:
        sheets: of one file.
        kind: the list that was asked for, by its name.
    """
    if kind not in _MISTAKEN:
        return None
    heads = [replace(sheet, rows=sheet.rows[:_DEEPEST_HEADER]) for sheet in sheets]
    telling = [
        name
        for name, key in _TELLING.items()
        if any(key in header.columns for head in heads for header in find_headers(head, KINDS[name].columns))
    ]
    return telling[0] if len(telling) == 1 and telling[0] != kind else None


def kind_headed(sheets: Sequence[Sheet], kind: str) -> str | None:
    """Return which other list's header stands in sheets; of several the one of which it names most columns.

    It names more of them than of the list that was asked for: "Nhân khẩu" heads names as well as numbers.

    Args:
        sheets: of one file, in which no header of the list that was asked for stands.
        kind: that list, by its name.
    """
    heads = [replace(sheet, rows=sheet.rows[:_DEEPEST_HEADER]) for sheet in sheets]
    named = {
        name: max(
            (len(header.columns) for head in heads for header in find_headers(head, other.columns)), default=0
        )
        for name, other in KINDS.items()
        if name != kind
    }
    likeliest = max(named, key=lambda name: named[name])
    own = max((_named_at_least(head, KINDS[kind].columns) for head in heads), default=0)
    return likeliest if named[likeliest] >= max(_FEWEST_COLUMNS, own + 1) else None


def _named_at_least(sheet: Sheet, columns: tuple[Column, ...]) -> int:
    likely = likely_header(sheet, columns)
    return 0 if likely is None else len(columns_between(sheet, columns, *likely).keys() - {NAME})


def _told(one: ListSheet, columns: tuple[Column, ...], telling: Iterable[Iterable[str]]) -> int:
    # Down to the first header: what is looked for stands there, and lists are long.
    head = replace(one.sheet, rows=one.sheet.rows[: one.headers[0].bottom])
    named = {key for header in find_headers(head, columns) for key in header.columns}
    return sum(not named.isdisjoint(keys) for keys in telling)
