"""One row of a list being read: its cells into values, each repair into a note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.sheets.births import read_birth
from desktop.sheets.cells import address, text_of
from desktop.sheets.columns import BIRTH, FEMALE, GIVEN, MALE, NAME, SEX, label
from desktop.vietnamese.identity_number import birth_year, read_identity
from desktop.vietnamese.names import is_all_capitals, title_case
from desktop.vietnamese.text import nfc, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.sheets.cells import Sheet, Value
    from desktop.sheets.table import Line

_DASHES = frozenset({"-", "–", "—", "--", "---"})
_DITTO = frozenset({"nt", "nhu tren"})
_DITTO_SIGNS = frozenset({'"', "''", "”", "“", "〃", "//", ",,"})
_LONGEST_DITTO = 20
_YES = frozenset({"x", "xx", "co", "dung", "dv", "v", "1", "true", "yes"})
_NO = frozenset({"khong", "sai", "0", "false", "no", "ko", "k"})
_MARK_SIGNS = frozenset({"✓", "✔", "√", "+", "×", "✗", "*"})
_WHOLE = re.compile(r"([0-9]+)(?:[.,]0+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_IDENTITY_SPACING = re.compile(r"[\s\-'’`]")
_IDENTITY_GROUPED = re.compile(r"[0-9]{3}(?:\.[0-9]{3}){2,3}")


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
        above: what stands above each column, dittos resolved.
        notes: the repairs made so far.
    """

    sheet: Sheet
    line: Line
    above: Mapping[int, Value]
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
            self._note(key, "nfd", written, composed)
        clean = tidy(composed)
        if clean != composed:
            self._note(key, "spaces", composed, clean)
        return clean

    def name(self, capitals: Callable[[str], str] = title_case) -> str:
        """Return the name; ``capitals`` writes one that is all in capitals.

        Raises:
            RowRefused: ``no_name`` for an empty name, one without a letter, or a ditto.
        """
        parts = [self._name_part(key, capitals) for key in (NAME, GIVEN) if self.has(key)]
        name = " ".join(part for part in parts if part is not None)
        if not any(letter.isalpha() for letter in name):
            raise RowRefused("no_name")
        return name

    def capitalised(self, key: str, capitals: Callable[[str], str] = title_case) -> str | None:
        """Return text as ``text`` does; ``capitals`` writes one that is all in capitals."""
        text = self.text(key)
        if text is None or not is_all_capitals(text):
            return text
        self._note(key, "case", text, capitals(text))
        return capitals(text)

    def identity(self) -> str | None:
        """Return the identity number, its lost zeros put back.

        Raises:
            RowRefused: ``bad_identity``; also for a ditto, since no two people share a number.
        """
        if self._says_ditto("identity"):
            raise RowRefused("bad_identity")
        value = self.value("identity")
        if value is None:
            return None
        written = text_of(value)
        digits = _IDENTITY_SPACING.sub("", tidy(written))
        if _IDENTITY_GROUPED.fullmatch(digits) and isinstance(value, str):
            digits = digits.replace(".", "")
        try:
            identity = read_identity(digits)
        except ValueError:
            raise RowRefused("bad_identity") from None
        if digits != written:
            self._note("identity", "spaces", written, digits)
        if identity.code is not None:
            self._note("identity", identity.code, digits, identity.number)
        return identity.number

    def birth(self, identity: str | None, key: str = BIRTH) -> str | None:
        """Return the date of birth as ``YYYY[-MM[-DD]]``.

        Raises:
            RowRefused: ``bad_date``.
        """
        value = self.value(key)
        if value is None:
            return None
        try:
            birth = read_birth(
                value,
                date1904=self.sheet.date1904,
                likely_year=birth_year(identity) if identity is not None else None,
            )
        except ValueError:
            raise RowRefused("bad_date") from None
        iso = birth.date.iso()
        if not birth.plain:
            self._note(key, "date", value, iso)
        return iso

    def sex(self) -> str | None:
        """Return "Nam" or "Nữ", from one column or from a mark in one of two.

        Raises:
            RowRefused: ``bad_value`` for another word, or marks in both columns.
        """
        if self.has(SEX):
            value = self.value(SEX)
            if value is None:
                return None
            word = {"nam": "Nam", "nu": "Nữ"}.get(label(value))
            if word is None:
                raise RowRefused("bad_value")
            return word
        marked = [word for key, word in ((MALE, "Nam"), (FEMALE, "Nữ")) if self.flag(key)]
        if len(marked) > 1:
            raise RowRefused("bad_value")
        return marked[0] if marked else None

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

    def _resolved(self, key: str) -> Value:
        column = self.line.header.columns.get(key)
        if column is None:
            return None
        value = self.line.cells.get(column)
        if _is_ditto(value):
            above = self.above.get(column)
            self._note(key, "ditto", value, above)
            return above
        return value

    def _says_ditto(self, key: str) -> bool:
        column = self.line.header.columns.get(key)
        return column is not None and _is_ditto(self.line.cells.get(column))

    def _name_part(self, key: str, capitals: Callable[[str], str]) -> str | None:
        if self._says_ditto(key):
            raise RowRefused("no_name")
        return self.capitalised(key, capitals)

    def _note(self, key: str, code: str, was: Value, now: Value) -> None:
        note = Note(self.cell(key), code, text_of(was), text_of(now))
        if note not in self.notes:
            self.notes.append(note)


def resolved(line: Line, above: Mapping[int, Value]) -> dict[int, Value]:
    """Return a row's cells with its dittos replaced by what stands above."""
    return {column: above.get(column) if _is_ditto(value) else value for column, value in line.cells.items()}


def _is_dash(value: Value) -> bool:
    return tidy(text_of(value)) in _DASHES


def _is_ditto(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_DITTO:
        return False
    return label(value).replace("n t", "nt") in _DITTO or tidy(value).strip(" -.") in _DITTO_SIGNS
