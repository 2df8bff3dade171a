"""How far the cells of an ``.xlsx`` sheet reach, told from its XML before the parser lays out a rectangle.

Source: ECMA-376 part 1, section 18.3.1 (rows and cells; the attribute ``r`` may be left out).
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.parsers import expat

from desktop.errors import SheetRefused
from desktop.sheets.files.archive import LARGEST_AREA
from desktop.sheets.files.cells import LONGEST_LIST

_LONGEST_TAG = 4096
# A row or cell that isn't stated to be within A1:BZ49999, which is within both limits.
_UNUSUAL = re.compile(
    rb"<(?:row|c|[^\s<>/:]+:(?:row|c))(?=[\s/>])"
    rb"(?!(?>[^<>']*?\sr=\")(?:[AB]?[A-Z])?[1-4]?[0-9]{1,4}\")"
)
_PLACE = re.compile(r"([A-Za-z]{0,8})([0-9]{1,20})")
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
# Drawings of the years before are often no proper XML; they hold no cells.
_DRAWING = "xml"


class Unusual:
    """Whether any row or cell may lie beyond the limits, told quickly: most workbooks have none."""

    def __init__(self) -> None:
        self.found = False
        self._rest = b""

    def look(self, chunk: bytes) -> None:
        """Take in a chunk of the part; no bytes end it."""
        text = self._rest + chunk
        # A tag cut in two is looked at with the next chunk.
        end = max(text.rfind(b"<"), len(text) - _LONGEST_TAG) if chunk else len(text)
        self.found = self.found or _UNUSUAL.search(text, 0, end) is not None
        self._rest = text[end:]


class Rectangle:
    """The rectangle that each part's values span, and how many rows have any, told by an XML parser.

    Args:
        name: the file's name, for refusals.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._part: _Part | None = None
        self._over = False

    def look(self, chunk: bytes) -> None:
        """Take in a chunk of the part; no bytes end it.

        Raises:
            SheetRefused: ``sheet.too_long``, ``sheet.too_wide`` or ``sheet.damaged``.
        """
        if not chunk:
            self._part, self._over = None, False
        elif not self._over:
            if self._part is None and _XML.match(chunk):
                self._part = _Part(self._name)
            self._over = self._part is None or not self._part.take(chunk)


class _Part:
    """A part while it is parsed."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._root = ""
        self._cells = self._row = self._column = self._last_row = self._last_column = 0
        self._filled_rows = self._last_filled = self._cell_row = 0
        self._in_cell = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def take(self, chunk: bytes) -> bool:
        """Parse on; tell whether there may be more."""
        try:
            self._parser.Parse(chunk)
        except expat.ExpatError as error:
            if self._root != _DRAWING:
                raise SheetRefused("sheet.damaged", where=self._name) from error
            return False
        return True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._root = self._root or tag
        match tag.rpartition(":")[2]:
            case "row":
                self._row, self._column = _place(attributes)[0] or self._row + 1, 0
            case "c":
                self._cells += 1
                row, column = _place(attributes)
                self._cell_row, self._column = row or self._row, column or self._column + 1
                self._in_cell = True
            # A cell that only carries a format doesn't widen the rectangle.
            case _ if self._in_cell:
                self._fill()

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "c":
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

    def _refuse(self, *_: object) -> None:
        # A workbook declares no document type, and entities are what makes XML dangerous.
        raise SheetRefused("sheet.damaged", where=self._name)


def _place(attributes: dict[str, str]) -> tuple[int, int]:
    """Return the row and column that an element states, counted from 1; 0 for what it doesn't."""
    match = _PLACE.fullmatch(attributes.get("r", ""))
    return (int(match[2]), _column(match[1])) if match is not None else (0, 0)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
