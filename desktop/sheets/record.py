"""One row of a list being read: its cells into values, each repair into a note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.sheets.cells import address, text_of
from desktop.sheets.columns import GIVEN, NAME, label
from desktop.vietnamese.names import capital_heads, is_all_capitals, title_case
from desktop.vietnamese.text import nfc, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.sheets.cells import Sheet, Value
    from desktop.sheets.table import Line
    from desktop.vietnamese.named import Names

_DASHES = frozenset({"-", "–", "—", "--", "---"})
_DITTO = frozenset({"nt", "nhu tren"})
_DITTO_SIGNS = frozenset({'"', "''", "”", "“", "〃", "//", ",,"})
_LONGEST_DITTO = 20
# Most cells are told apart by their first letter.
_NO_DITTO = re.compile(r"[a-mo-zA-MO-Z0-9Đđ]")
_YES = frozenset({"x", "xx", "co", "dung", "dv", "v", "1", "true", "yes"})
_NO = frozenset({"khong", "sai", "0", "false", "no", "ko", "k"})
_MARK_SIGNS = frozenset({"✓", "✔", "√", "+", "×", "✗", "*"})
_WHOLE = re.compile(r"([0-9]+)(?:[.,]0+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


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
        code: ``padded``, ``old_identity``, ``nfd``, ``spaces``, ``ditto``, ``date``, ``legacy``, ``case`` or
            ``duplicate``.
        was: the text before.
        now: the text after; for ``duplicate`` the address of the cell that said it first.
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
        values: the values of the columns that are read, as ``resolved`` gives them.
        notes: the repairs made so far.
    """

    sheet: Sheet
    line: Line
    values: Mapping[int, Value]
    notes: list[Note] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Tell whether the list has a column for a key."""
        return key in self.line.header.columns

    def cell(self, key: str) -> str:
        """Return the address of the row's cell for a key."""
        return address(self.line.row, self.line.header.columns[key])

    def value(self, key: str) -> Value:
        """Return the value for a key, a ditto resolved; None for an empty cell, a dash or no column."""
        value = self._resolved(key)
        return None if value is None or _is_dash(value) else value

    def text(self, key: str) -> str | None:
        """Return text, composed and tidy."""
        value = self.value(key)
        if value is None:
            return None
        written = text_of(value)
        composed = nfc(written)
        if composed != written:
            self.note(key, "nfd", written, composed)
        clean = tidy(composed)
        if clean != composed:
            self.note(key, "spaces", composed, clean)
        return clean

    def name(self, capitals: Callable[[str], str] = title_case) -> str:
        """Return the name; ``capitals`` writes one that is all in capitals.

        Raises:
            RowRefused: ``no_name`` for an empty name, one without a letter, or a ditto.
        """
        parts = [self._name_part(key, capitals) for key in (NAME, GIVEN) if self.has(key)]
        name = " ".join(part for part in parts if part is not None)
        if not any(map(str.isalpha, name)):
            raise RowRefused("no_name")
        return name

    def says_ditto(self, key: str) -> bool:
        """Tell whether the row's cell for a key only points to the one above."""
        column = self.line.header.columns.get(key)
        return column is not None and self.values[column] is not self.line.cells.get(column)

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
        if _is_dash(value):
            return None
        word = label(value)
        if word in _YES or tidy(text_of(value)) in _MARK_SIGNS:
            return True
        if word in _NO:
            return False
        raise RowRefused("bad_value")

    def count(self, key: str) -> int | None:
        """Return a whole number; "1.250" is one thousand two hundred and fifty.

        Raises:
            RowRefused: ``bad_value`` for anything else.
        """
        value = self.value(key)
        if value is None:
            return None
        text = tidy(text_of(value))
        if isinstance(value, str) and _GROUPED.fullmatch(text):
            return int(text.replace(".", ""))
        match = _WHOLE.fullmatch(text)
        if match is None or isinstance(value, bool) or len(text) > 9:
            raise RowRefused("bad_value")
        return int(match[1])

    def note(self, key: str, code: str, was: Value, now: Value) -> None:
        """Note a repair in the cell for a key, once."""
        note = Note(self.cell(key), code, text_of(was), text_of(now))
        if note not in self.notes:
            self.notes.append(note)

    def _resolved(self, key: str) -> Value:
        column = self.line.header.columns.get(key)
        if column is None:
            return None
        # Only a ditto is another value than the one written.
        value, written = self.values[column], self.line.cells.get(column)
        if value is not written:
            self.note(key, "ditto", written, value)
        return value

    def _name_part(self, key: str, capitals: Callable[[str], str]) -> str | None:
        if self.says_ditto(key):
            raise RowRefused("no_name")
        text = self.capitalised(key, capitals)
        if text is not None and (self.line.row, self.line.header.columns[key]) in self.sheet.converted:
            # TCVN3 has no toned capital, not even at the head of a name.
            return capital_heads(text)
        return text


def resolved(line: Line, above: Mapping[int, Value]) -> dict[int, Value]:
    """Return the row's cell of each column that is read, its dittos replaced by what stands above."""
    return {
        column: above.get(column) if _is_ditto(value := line.cells.get(column)) else value
        for column in line.header.columns.values()
    }


def _is_dash(value: Value) -> bool:
    return isinstance(value, str) and tidy(value) in _DASHES


def _is_ditto(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_DITTO or _NO_DITTO.match(value):
        return False
    return label(value).replace("n t", "nt") in _DITTO or tidy(value).strip(" -.") in _DITTO_SIGNS
