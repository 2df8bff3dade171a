"""One row of a list being read: its cells into values, each repair into a note."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.columns import GIVEN, NAME, label
from desktop.vietnamese.invisible import has_invisible, without_invisible
from desktop.vietnamese.names import capital_heads, is_all_capitals, title_case
from desktop.vietnamese.readable import is_name, is_plain, is_spoilt
from desktop.vietnamese.repair import put_right
from desktop.vietnamese.text import composed, own_letters, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from desktop.sheets.files.cells import Sheet, Value
    from desktop.sheets.lists.date_order import DateOrder
    from desktop.sheets.lists.line import Line
    from desktop.vietnamese.named import Names

_DASHES = frozenset({"-", "–", "—", "--", "---"})
_DITTO = frozenset({"nt", "nhu tren"})
_DITTO_SIGNS = frozenset({'"', "''", "”", "“", "〃", "//", ",,"})
_LONGEST_DITTO = 20
# Longer than any name: a sentence has come into the column.
_LONGEST_NAME = 120
# Most cells are told apart by their first letter.
_DITTO_STARTS = frozenset("nN")
_YES = frozenset({"x", "xx", "co", "dung", "dv", "v", "1", "true", "yes"})
_NO = frozenset({"khong", "sai", "0", "false", "no", "ko", "k"})
_MARK_SIGNS = frozenset({"✓", "✔", "√", "+", "×", "✗", "*"})
_TITLE = re.compile(r"\s*(?:ông|bà)\s*(?:[:.]|\s)\s*(?=\w)", re.IGNORECASE)
_ARMOURED = re.compile(r'="([^"]*)"')
# What a spreadsheet shows for a value that it can't work out, or has no room for.
_ERROR = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#+)", re.IGNORECASE
)
# Three zeros behind a sign may be thousands as well.
_WHOLE = re.compile(r"([0-9]+)(?:[.,]0{1,2})?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)")


class RowRefused(Exception):  # noqa: N818 - a row is refused and listed, nothing broke
    """A row cannot be taken; ``code`` is the reason that its list of refusals gives."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Note:
    """A repair the clerk should see.

    Attributes:
        cell: the cell's address.
        code: ``padded``, ``old_identity``, ``nfd``, ``spaces``, ``ditto``, ``date``, ``swapped`` (day and
            month), ``year`` (typed into a cell of dates), ``time`` (a date with an hour), ``legacy``,
            ``case``, ``invisible``, ``letter``, ``repaired``, ``duplicate``, or what is said beside a row:
            ``hidden``, ``struck`` or ``remark``.
        was: the text before.
        now: the text after; for ``duplicate`` the address of the cell that said it first, for ``remark`` what
            it says.
    """

    cell: str
    code: str
    was: str
    now: str


@dataclass(slots=True)
class Record:
    """The cells of one row by key, dittos resolved.

    Attributes:
        sheet: where the row stands.
        line: the row as written.
        values: the value of each column that is read, as ``resolved`` gives them.
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

    def name(
        self, capitals: Callable[[str], str] = title_case, reads: Callable[[str], bool] = is_name
    ) -> str:
        """Return the name; ``capitals`` writes one that is all in capitals, ``reads`` tells what can be one.

        Raises:
            RowRefused: ``no_name`` for an empty name, one without a letter, or a ditto; ``bad_value`` for
                one so long that it is no name; ``unreadable`` where nobody can tell what it is.
        """
        parts = [self._name_part(key, capitals) for key in (NAME, GIVEN) if self.has(key)]
        name = " ".join(part for part in parts if part is not None)
        if not any(map(str.isalpha, name)):
            raise RowRefused("no_name")
        if len(name) > _LONGEST_NAME:
            raise RowRefused("bad_value")
        if not reads(name):
            raise RowRefused("unreadable")
        return name

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
        text = self.text(key)
        if text is None:
            return None
        spelt = names.spelt(text)
        if spelt == text and is_all_capitals(text):
            spelt = title_case(text)
        if spelt != text:
            self.note(key, "case", text, spelt)
        return spelt

    def flag(self, key: str) -> bool | None:
        """Return whether a cell is marked; empty is no, a dash None.

        Raises:
            RowRefused: ``bad_value`` for what is neither a mark nor a word for yes or no.
        """
        value = self._resolved(key)
        if value is None:
            return False
        if isinstance(value, str) and _is_dash(value):
            return None
        word = label(value)
        if word in _YES or tidy(text_of(value)) in _MARK_SIGNS:
            return True
        if word in _NO:
            return False
        raise RowRefused("bad_value")

    def count(self, key: str, *, thousands: bool = False) -> int | None:
        """Return a whole number; with ``thousands`` "1.250" and "1,250" are more than a thousand.

        Raises:
            RowRefused: ``bad_value`` for anything else.
        """
        value = self.value(key)
        if value is None:
            return None
        text = tidy(text_of(value))
        if thousands and isinstance(value, str) and _GROUPED.fullmatch(text):
            digits = text.replace(".", "").replace(",", "")
            self.note(key, "spaces", value, digits)
            return int(digits)
        match = _WHOLE.fullmatch(text)
        if match is None or isinstance(value, bool) or len(text) > 9:
            raise RowRefused("bad_value")
        return int(match[1])

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
        value = self._resolved(key)
        return None if isinstance(value, str) and _is_dash(value) else value

    def _resolved(self, key: str) -> Value:
        value = self.values.get(key)
        if key in self.dittos:
            self.note(key, "ditto", self.line.cells.get(self.line.header.columns[key]), value)
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

    def _name_part(self, key: str, capitals: Callable[[str], str]) -> str | None:
        if self.says_ditto(key):
            raise RowRefused("no_name")
        text = self.capitalised(key, capitals)
        if text is not None and self.titled and key == NAME and (without := without_title(text)) != text:
            self.note(key, "spaces", text, without)
            text = without
        if text is not None and self._was_legacy(key):
            # TCVN3 has no toned capital, not even at the head of a name.
            return capital_heads(text)
        return text

    def _was_legacy(self, key: str) -> bool:
        if (self.line.row, self.line.header.columns[key]) in self.sheet.converted:
            return True
        return any(note.code == "legacy" and note.cell == self.cell(key) for note in self.notes)


def without_title(name: str) -> str:
    """Return a name without the "Ông" or "Bà" before it."""
    return _TITLE.sub("", name)


def resolved(line: Line, above: Mapping[str, Value]) -> tuple[dict[str, Value], Collection[str]]:
    """Return the row's value of each column that is read, and the keys of those that were dittos.

    Args:
        line: the row.
        above: the values of the row above, of the same columns, which dittos are replaced by.
    """
    cells = line.cells
    values = {key: cells.get(column) for key, column in line.header.columns.items()}
    dittos = [key for key, value in values.items() if isinstance(value, str) and _is_ditto(value)]
    for key in dittos:
        values[key] = above.get(key)
    return values, dittos


def _is_dash(text: str) -> bool:
    return not text[:1].isalnum() and tidy(text) in _DASHES


def _is_ditto(text: str) -> bool:
    first = text[:1]
    if first.isalnum() and first not in _DITTO_STARTS:
        return False
    return len(text) <= _LONGEST_DITTO and _says_ditto(text)


# Lists that use dittos use them in most rows.
@lru_cache(maxsize=1024)
def _says_ditto(text: str) -> bool:
    return label(text).replace("n t", "nt") in _DITTO or tidy(text).strip(" -.") in _DITTO_SIGNS
