"""Which headers of a sheet are the list's own: long lists repeat theirs, other tables bring another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.lists.headings.columns import (
    FEMALE,
    GIVEN,
    IDENTITY,
    MALE,
    NAME,
    NUMBER,
    OLD_IDENTITY,
    SEX,
    label,
)
from desktop.sheets.lists.lines.moved_away import says_gone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.headings.header import Header

_NOT_TOLD_BY = frozenset({NUMBER, NAME, GIVEN, "household"})
_SAME_AS = {MALE: SEX, FEMALE: SEX, OLD_IDENTITY: IDENTITY}
_PART_OF_DATE = re.compile(r"_(?:day|month|year)$")
_WHERE_TO = re.compile(r"\b(?:noi (?:chuyen )?den|noi chuyen|chuyen den)\b")


def told_by(headers: Iterable[Header]) -> frozenset[str]:
    """Return what the columns tell beside names, however they are laid out."""
    keys = (key for header in headers for key in header.columns)
    return frozenset(_SAME_AS.get(key, _PART_OF_DATE.sub("", key)) for key in keys) - _NOT_TOLD_BY


def main_header(headers: Sequence[Header]) -> Header:
    """Return the header that names the most columns, the first of several."""
    return max(headers, key=lambda header: len(header.columns))


def goes_with(sheet: Sheet, header: Header, main: Header) -> bool:
    """Tell whether a header continues the list of the main one: it tells mostly the same, of those there."""
    if header == main:
        return True
    keys, others = told_by([header]), told_by([main])
    if keys != others and len(keys & others) * 2 <= len(keys | others):
        return False
    return not _is_of_those_gone(sheet, header) or _is_of_those_gone(sheet, main)


def _is_of_those_gone(sheet: Sheet, header: Header) -> bool:
    texts = (
        value for row in sheet.rows[header.top - 1 : header.bottom] for value in row if isinstance(value, str)
    )
    return any(says_gone(text) or _WHERE_TO.search(label(text)) is not None for text in texts)
