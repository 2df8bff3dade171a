"""The columns of a list, as data: how offices head them.

A heading is compared folded: no marks, capitals, signs or bracketed remarks. A heading that a list doesn't
name is a column that isn't read; to read it, add its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.vietnamese.readable import is_plain
from desktop.vietnamese.repair import put_right
from desktop.vietnamese.text import fold, nfc, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.sheets.files.cells import Value

NUMBER = "number"
NAME = "name"
GIVEN = "given"
MALE = "male"
FEMALE = "female"
BIRTH = "birth"
ADMITTED = "admitted"
OFFICIAL = "official"
SEX = "sex"
IDENTITY = "identity"
HAMLET = "hamlet"
BRANCH = "branch"
# The number of the card before today's, where it has a column of its own.
OLD_IDENTITY = "old_identity"
# Dates, which lists also write in columns for their parts.
DATES = frozenset({BIRTH, ADMITTED, OFFICIAL})

# "Hộ và tên" is a slip of the pen for "Họ và tên".
_HOUSEHOLD = re.compile(r"\s*hộ\b(?!.*\btên\b)", re.IGNORECASE | re.DOTALL)
_BRACKETED = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_LANGUAGES = re.compile(r"[/\n]")
_ENGLISH = frozenset(
    """full name|name|household head|head of household|date of birth|birth date|year of birth|dob|sex|gender|
    id|id no|id number|identity no|identity number|id card|ethnic|ethnic group|ethnicity|religion|address|
    hamlet|village|household size|members|number of members|no|note|notes|remarks|position|phone|card no|
    card number""".replace("\n    ", "").split("|")
)
# "Số CCCD, ngày cấp" heads the number all the same.
_NUMBER_OF = " so "
_IF_ANY = " neu co "
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list.

    Attributes:
        key: of its values.
        headings: those it goes by.
        telling: words that alone tell it.
        beside: words beside which they tell another column: the day of a card's issue isn't its number.
        word: what the program calls it.
    """

    key: str
    headings: frozenset[str]
    telling: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    word: str = ""


def column(
    key: str,
    *headings: str,
    telling: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
    word: str | None = None,
) -> Column:
    """Make a column from headings as offices write them; without a word it is called as the first of them."""
    called = word or (headings or telling)[0]
    heads = frozenset(map(label, headings))
    return Column(key, heads, tuple(map(label, telling)), tuple(map(label, beside)), called)


def day_of(date: str) -> str:
    """Return the key of a date's day, for one whose parts stand in columns of their own."""
    return f"{date}_day"


def month_of(date: str) -> str:
    """Return the key of a date's month."""
    return f"{date}_month"


def year_of(date: str) -> str:
    """Return the key of a date's year."""
    return f"{date}_year"


def label(value: Value) -> str:
    """Return a cell's text as headings are compared: folded, no signs, no bracketed remark."""
    return _label(text_of(value))


class Headings:
    """The headings of a list's columns, looked up by their labels."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._by_heading = {heading: column.key for column in columns for heading in column.headings}
        self._by_word = tuple(
            (f" {word} ", column.key, tuple(f" {other} " for other in column.beside))
            for column in columns
            for word in column.telling
        )
        self._first_words: dict[str, frozenset[str]] = {}
        self._initials: dict[str, frozenset[str]] = {}
        for column in columns:
            if not column.telling:
                words = frozenset(heading.split(" ")[0] for heading in column.headings)
                self._first_words[column.key] = words
                self._initials[column.key] = frozenset(word[0] for word in words)

    def may_be(self, key: str, text: str) -> bool:
        """Tell quickly whether a text may head a column that no word alone tells, by its first word."""
        if "/" in text or "\n" in text or "(" in text:
            return True
        other = text[:1].isalpha() and _folded(text[0]) not in self._initials[key]
        # Spoilt headings begin with letters beyond ASCII.
        if other and (text[0].isascii() or is_plain(text)):
            return False
        first = _WORD.search(text if is_plain(text) else nfc(put_right(text).text))
        return first is not None and _folded(first[0]) in self._first_words[key]

    def key(self, heading: str) -> str | None:
        """Return the key of the column that a heading (as ``label`` gives it) names; None for no column."""
        if heading in self._by_heading:
            return self._by_heading[heading]
        words = f" {heading} ".replace(_IF_ANY, " ")
        for word, key, others in self._by_word:
            if word in words and (
                words.startswith(_NUMBER_OF) or not any(other in words for other in others)
            ):
                return key
        return None

    def keys(self, headings: Iterable[str]) -> set[str]:
        """Return the keys of the columns that any of some headings name."""
        return {key for heading in headings if (key := self.key(heading)) is not None}


# Lists are long and say the same ("Nam", "Thái", "nt") in most rows.
@lru_cache(maxsize=8192)
def _label(text: str) -> str:
    text = put_right(text).text
    folded = fold(text)
    if folded == "nam" and tidy(text).lower() == "năm":
        # Folded it is the heading of men.
        return "year"
    if folded[:2] == "ho" and _HOUSEHOLD.match(nfc(text)):
        # Folded "Hộ" is "Họ", the heading of surnames.
        folded = f"household{folded[2:]}"
    plain = _plain(folded)
    if "/" in folded or "\n" in text:
        # Forms in two languages: "Full name / Họ và tên".
        parts = [_plain(fold(part)) for part in _BETWEEN_LANGUAGES.split(text)]
        own = [part for part in parts if part not in _ENGLISH]
        return " ".join(own) if own and len(own) < len(parts) else plain
    return plain


# The first words of names are few.
_folded = lru_cache(maxsize=1024)(fold)


def _plain(folded: str) -> str:
    return _SIGNS.sub(" ", _BRACKETED.sub(" ", folded) if "(" in folded else folded).strip()
