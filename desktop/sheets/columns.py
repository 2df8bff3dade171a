"""The columns of a list, as data: how offices head them.

A heading is compared folded: no marks, capitals, signs or bracketed remarks. A heading that a list doesn't
name is a column that isn't read; to read it, add its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.sheets.cells import text_of
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.sheets.cells import Value

NUMBER = "number"
NAME = "name"
GIVEN = "given"
MALE = "male"
FEMALE = "female"
BIRTH = "birth"
BIRTH_DAY = "birth_day"
BIRTH_MONTH = "birth_month"
BIRTH_YEAR = "birth_year"
SEX = "sex"

_BRACKETED = re.compile(r"\([^)]*\)")
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: the key of its values, headings it goes by, and words that alone tell it."""

    key: str
    headings: frozenset[str]
    telling: tuple[str, ...] = ()


def column(key: str, *headings: str, telling: tuple[str, ...] = ()) -> Column:
    """Make a column from headings as offices write them."""
    return Column(key, frozenset(map(label, headings)), tuple(map(label, telling)))


def label(value: Value) -> str:
    """Return a cell's text as headings are compared: folded, no signs, no bracketed remark."""
    return _label(text_of(value))


class Headings:
    """The headings of a list's columns, looked up by their labels."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._by_heading = {heading: column.key for column in columns for heading in column.headings}
        self._by_word = tuple((f" {word} ", column.key) for column in columns for word in column.telling)

    def key(self, heading: str) -> str | None:
        """Return the key of the column that a heading (as ``label`` gives it) names; None for no column."""
        if heading in self._by_heading:
            return self._by_heading[heading]
        words = f" {heading} "
        for word, key in self._by_word:
            if word in words:
                return key
        return None

    def keys(self, headings: Iterable[str]) -> set[str]:
        """Return the keys of the columns that any of some headings name."""
        return {key for heading in headings if (key := self.key(heading)) is not None}


# Lists are long and say the same ("Nam", "Thái", "nt") in most rows.
@lru_cache(maxsize=8192)
def _label(text: str) -> str:
    folded = fold(text)
    if folded == "nam" and tidy(text).lower() == "năm":
        # Folded it is the heading of men.
        return "year"
    return _SIGNS.sub(" ", _BRACKETED.sub(" ", folded) if "(" in folded else folded).strip()
