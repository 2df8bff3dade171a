"""How far the cells of an ``.xlsx`` sheet reach, told from its XML before the parser lays out a rectangle.

Source: ECMA-376 part 1, section 18.3.1 (rows and cells; the attribute ``r`` may be left out).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from xml.parsers.expat import ExpatError

from desktop.errors import SheetRefused
from desktop.sheets.files.archive import is_xml
from desktop.sheets.files.cells import LARGEST_AREA, LONGEST_LIST, MOST_TEXT, too_much_text
from desktop.sheets.files.markup import local_name, number, parse
from desktop.sheets.files.xlsx.plain_sheet import is_in_utf8, unprefixed_data

# A row or cell that isn't stated to be within A1:BZ49999, which can be laid out whatever stands there.
_UNUSUAL = re.compile(
    rb"<(?:row|c|[^\s<>/:]+:(?:row|c))(?=[\s/>])"
    rb"(?!(?>[^<>']*?\sr=\")(?:[AB]?[A-Z])?[1-4]?[0-9]{1,4}\""
    # The parser of values takes the last of two places that a cell states.
    rb"(?:[^<>r]++|r(?!\s*=))*+>)"
)
# The same, quicker, where no name has a prefix.
_UNUSUAL_UNPREFIXED = re.compile(
    rb"<(?:row(?=[\s/>])(?! r=\"[1-4]?[0-9]{1,4}\"(?:[^<>r]++|r(?!\s*=))*+>)"
    rb"|c(?=[\s/>])(?! r=\"(?:[AB]?[A-Z])[1-4]?[0-9]{1,4}\"(?:[^<>r]++|r(?!\s*=))*+>))"
)
_PLACE = re.compile(r"([A-Za-z]{0,8})([0-9]{1,20})")
# Drawings of the years before are often no proper XML; they hold no cells.
_DRAWING = "xml"


def is_unusual(part: bytes) -> bool:
    """Tell quickly whether any row or cell may lie beyond the limits: in most workbooks none does."""
    if not is_in_utf8(part):
        return True
    data = unprefixed_data(part)
    found = _UNUSUAL.search(part) if data is None else _UNUSUAL_UNPREFIXED.search(part, *data)
    return found is not None


def measure(part: bytes, name: str, shared: Sequence[int]) -> None:
    """Measure the rectangle that a part's values span, its rows with any, and the text that they hold.

    Args:
        part: the part's XML; one that is no sheet has no rows and cells.
        name: the file's name, for refusals.
        shared: the length of each text that cells share.

    Raises:
        SheetRefused: ``sheet.too_long``, ``sheet.too_wide``, ``sheet.too_much_text`` or ``sheet.damaged``.
    """
    if not is_xml(part):
        return
    reader = _Part(name, shared)
    try:
        parse(part, reader.start, reader.end, reader.text)
    except (ExpatError, ValueError) as error:
        if reader.root != _DRAWING:
            raise SheetRefused("sheet.damaged", where=name) from error


class _Part:
    """A part while it is parsed."""

    def __init__(self, name: str, shared: Sequence[int]) -> None:
        self.root = ""
        self._name = name
        self._shared = shared
        self._cells = self._row = self._column = self._last_row = self._last_column = 0
        self._filled_rows = self._last_filled = self._cell_row = self._characters = 0
        self._in_cell = self._is_shared = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or tag
        match local_name(tag):
            case "row":
                self._row, self._column = place_of(attributes)[0] or self._row + 1, 0
            case "c":
                self._cells += 1
                row, column = place_of(attributes)
                self._cell_row, self._column = row or self._row, column or self._column + 1
                self._in_cell, self._is_shared = True, attributes.get("t") == "s"
            # A cell that only carries a format doesn't widen the rectangle.
            case _ if self._in_cell:
                self._fill()

    def text(self, text: str) -> None:
        if not self._in_cell:
            return
        index = number(text.strip(), -1) if self._is_shared else -1
        self._characters += self._shared[index] if 0 <= index < len(self._shared) else len(text)
        if self._characters > MOST_TEXT:
            raise too_much_text(self._name)

    def end(self, tag: str) -> None:
        if local_name(tag) == "c":
            self._in_cell = False

    def _fill(self) -> None:
        row = self._cell_row
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, self._column)
        if row != self._last_filled:
            self._filled_rows, self._last_filled = self._filled_rows + 1, row
        if self._filled_rows > LONGEST_LIST:
            raise SheetRefused("sheet.too_long", where=self._name, limit=LONGEST_LIST)
        if self._last_row * self._last_column > LARGEST_AREA or self._cells > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=self._name)


def place_of(attributes: dict[str, str]) -> tuple[int, int]:
    """Return the row and column that an element states, counted from 1; 0 for what it doesn't."""
    match = _PLACE.fullmatch(attributes.get("r", ""))
    return (int(match[2]), _column(match[1])) if match is not None else (0, 0)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
