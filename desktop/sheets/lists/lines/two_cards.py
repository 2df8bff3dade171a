"""Lists with a column for the number of today's card and one for that of the card before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.headings.columns import IDENTITY, OLD_IDENTITY

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value
    from desktop.sheets.lists.headings.header import Header
    from desktop.sheets.lists.lines.line import Line

_OLD_DIGITS = 9


class Cards:
    """Chooses for each row of a list which of two columns holds its identity number."""

    def __init__(self) -> None:
        self._headers: dict[int, tuple[Header, Header]] = {}

    def chosen(self, line: Line) -> Line:
        """Return a row with one column of identity numbers: today's, unless only the other has a number."""
        columns = line.header.columns
        if OLD_IDENTITY not in columns:
            return line
        new, old = columns[IDENTITY], columns[OLD_IDENTITY]
        today, before = self._headers.setdefault(id(line.header), _headers(line.header))
        held, other = _digits(line.value(new)), _digits(line.value(old))
        # The two are also written into each other's column.
        is_before = other > held and held in (0, _OLD_DIGITS) and new not in line.wrong
        return replace(line, header=before if is_before else today)


def _headers(header: Header) -> tuple[Header, Header]:
    columns = {key: column for key, column in header.columns.items() if key != OLD_IDENTITY}
    before = {**columns, IDENTITY: header.columns[OLD_IDENTITY]}
    return replace(header, columns=columns), replace(header, columns=before)


def _digits(value: Value) -> int:
    return sum(sign.isdecimal() for sign in text_of(value))
