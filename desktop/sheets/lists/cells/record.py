"""One row of a list being read: its cells into values, each repair into a note."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.vietnamese.invisible import has_invisible, without_invisible
from desktop.vietnamese.names import is_all_capitals, title_case
from desktop.vietnamese.readable import is_plain, is_spoilt
from desktop.vietnamese.repair import put_right
from desktop.vietnamese.text import composed, own_letters, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from desktop.sheets.files.cells import Sheet, Value
    from desktop.sheets.lists.cells.date_order import DateOrder
    from desktop.sheets.lists.lines.line import Line
    from desktop.vietnamese.named import Names

_DASHES = frozenset({"-", "–", "—", "--", "---"})
_ARMOURED = re.compile(r'="([^"]*)"')
# What a spreadsheet shows for a value that it can't work out, or has no room for.
_ERROR = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#+)", re.IGNORECASE
)


@dataclass(slots=True)
class Record:
    """The cells of one row by key, dittos resolved.

    Attributes:
        sheet: where the row stands.
        line: the row as written.
        values: the value of each column that is read, as ``dittos.resolved`` gives them.
        dittos: the keys of the cells that only point to the one above.
        today: the day of reading.
        orders: the order of day and month in columns where it doesn't go without saying, by key.
        titled: the list writes "Ông" and "Bà" before names.
        letters: what stands before the row's number in the address of its cell for each key.
        notes: the repairs made so far.
    """

    sheet: Sheet
    line: Line
    values: Mapping[str, Value]
    dittos: Collection[str]
    letters: Mapping[str, str]
    today: dt.date
    orders: Mapping[str, DateOrder]
    titled: bool = False
    notes: list[Note] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Tell whether the list has a column for a key."""
        return key in self.values

    def cell(self, key: str) -> str:
        """Return the address of the row's cell for a key."""
        return f"{self.letters[key]}{self.line.row}"

    def time(self, key: str) -> dt.time | None:
        """Return the time of day that the cell for a key holds besides its date; a ditto has none."""
        if key in self.dittos:
            return None
        return self.sheet.times.get((self.line.row, self.line.header.columns[key]))

    def value(self, key: str) -> Value:
        """Return the value for a key, a ditto resolved; None for an empty cell, a dash or no column.

        A sign that nobody sees falls from text.

        Raises:
            RowRefused: ``error_cell`` for an error that a spreadsheet shows in place of a value.
        """
        value = self.values.get(key)
        if key not in self.dittos and (
            not isinstance(value, str) or (value[:1].isalnum() and value.isascii())
        ):
            return value
        value = self._written(key)
        if isinstance(value, str) and has_invisible(value):
            return self._put(key, "invisible", value, without_invisible(value))
        return value

    def text(self, key: str) -> str | None:
        """Return text put right where it is certain what it was, composed and tidy.

        Raises:
            RowRefused: ``unreadable`` for text whose letters are lost, or that can be read in two ways.
        """
        value = self._written(key)
        if value is None:
            return None
        text = text_of(value)
        if not is_plain(text):
            repair = put_right(text)
            if repair.code is not None:
                text = self._put(key, repair.code, text, repair.text)
            if not repair.certain or is_spoilt(text):
                raise RowRefused("unreadable")
            text = self._put(key, "invisible", text, without_invisible(text))
            text = self._put(key, "letter", text, own_letters(text))
            text = self._put(key, "nfd", text, composed(text))
        return self._put(key, "spaces", text, tidy(text))

    def resolved(self, key: str) -> Value:
        """Return the value for a key without what some programs put around it, a ditto resolved.

        Raises:
            RowRefused: ``error_cell`` for an error that a spreadsheet shows in place of a value.
        """
        value = self.values.get(key)
        if key in self.dittos:
            self.note(key, "ditto", self.line.value(self.line.header.columns[key]), value)
        elif isinstance(value, str) and value[:1] == "'" and value[1:2].isalnum() and key != "identity":
            # What makes a number text in a spreadsheet is left behind by some exports.
            self.note(key, "spaces", value, value[1:])
            return value[1:]
        if isinstance(value, str) and (armoured := _ARMOURED.fullmatch(value)) is not None:
            # What keeps a number whole in a text file that a spreadsheet opens.
            self.note(key, "spaces", value, armoured[1])
            return armoured[1] or None
        if isinstance(value, str) and _ERROR.fullmatch(value) is not None:
            raise RowRefused("error_cell")
        return value

    def says_ditto(self, key: str) -> bool:
        """Tell whether the row's cell for a key only points to the one above."""
        return key in self.dittos

    def capitalised(self, key: str, capitals: Callable[[str], str] = title_case) -> str | None:
        """Return text as ``text`` does; ``capitals`` writes one that is all in capitals."""
        text = self.text(key)
        if text is None or not is_all_capitals(text):
            return text
        self.note(key, "case", text, capitals(text))
        return capitals(text)

    def named(self, key: str, names: Names) -> str | None:
        """Return text that is one of a list of names, in that name's own capitals."""
        written = self.values[key]
        if isinstance(written, str) and names.spells(written) and key not in self.dittos:
            return written
        text = self.text(key)
        if text is None:
            return None
        spelt = names.spelt(text)
        if spelt == text and is_all_capitals(text):
            spelt = title_case(text)
        if spelt != text:
            self.note(key, "case", text, spelt)
        return spelt

    def note(self, key: str, code: str, was: Value, now: Value) -> None:
        """Note a repair in the cell for a key, once."""
        note = Note(self.cell(key), code, text_of(was), text_of(now))
        if note not in self.notes:
            self.notes.append(note)

    def _put(self, key: str, code: str, was: str, now: str) -> str:
        """Note a repair if there is one, and return the text after it."""
        if now != was:
            self.note(key, code, was, now)
        return now

    def _written(self, key: str) -> Value:
        value = self.values.get(key)
        if key not in self.dittos and (not isinstance(value, str) or value[:1].isalnum()):
            return value
        value = self.resolved(key)
        return None if isinstance(value, str) and is_dash(value) else value


def is_dash(text: str) -> bool:
    """Tell whether a cell holds a dash, which says that there is nothing."""
    return not text[:1].isalnum() and tidy(text) in _DASHES
