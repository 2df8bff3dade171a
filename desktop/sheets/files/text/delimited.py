"""Text files of values: ``.csv``, ``.tsv`` and ``.txt`` with any usual separator.

A quote opens a cell only where one closes it again, and never over rows: whoever typed one quote too many
meant no cell that holds the rest of the list.

Source: RFC 4180, with the variations that spreadsheets write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import (
    LARGEST_AREA,
    LONGEST_LIST,
    MOST_TEXT,
    Sheet,
    Value,
    text_or_none,
    too_much_text,
)
from desktop.sheets.files.opening import Opening
from desktop.sheets.files.text.encodings import decoded

_SEPARATORS = (";", ",", "\t", "|", "^", "~")
_STATED = re.compile(r"sep=(.)(?=\n)")
_LOOKED_AT = 200
# What a spreadsheet's sheet holds; characters in a cell, columns, rows.
_LONGEST_CELL = 32_767
_WIDEST = 16_384
_LAST_ROW = 1_048_576
_CONTINUATIONS = bytes(range(0x80, 0xC0))


class _Width(NamedTuple):
    cells: int
    columns: int


def sheets_of(content: bytes, name: str) -> tuple[Sheet]:
    """Read the one sheet of a text file; every value is text, an empty one None.

    Raises:
        SheetRefused: ``sheet.encoding`` for text in an encoding that isn't known, ``sheet.damaged`` for what
            is no text, ``sheet.too_wide`` and ``sheet.too_long`` beyond what a spreadsheet or a list holds,
            ``sheet.too_much_text``.
    """
    # Each character of UTF-8 has one byte that is no continuation.
    if len(content) > MOST_TEXT and len(content.translate(None, delete=_CONTINUATIONS)) > MOST_TEXT:
        raise too_much_text(name)
    text = decoded(content, name)
    if len(text) > MOST_TEXT:
        raise too_much_text(name)
    if "\0" in text:
        raise SheetRefused("sheet.damaged", where=name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    stated = _STATED.match(text)
    # The line that states the separator stays, empty, so that every address is the spreadsheet's.
    begin = stated.end() if stated is not None else 0
    widths = {
        sign: _usual_width(text, sign, begin) for sign in (_SEPARATORS if stated is None else stated[1])
    }
    separator = max(widths, key=lambda sign: widths[sign].cells)
    rows = _rows(text, separator, widths[separator].columns, begin)
    return (Sheet(title="", rows=tuple(_measured(rows, name, text.count("\n") + 1))),)


def _measured(rows: Iterator[list[str]], name: str, lines: int) -> Iterator[tuple[Value, ...]]:
    cells = filled = 0
    told = Opening(lines)
    for number, row in enumerate(rows, start=1):
        told.came(number)
        cells += len(row)
        filled += any(map(str.strip, row))
        if len(row) > _WIDEST or cells > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=name)
        if filled > LONGEST_LIST or number > _LAST_ROW:
            raise SheetRefused("sheet.too_long", where=name, limit=LONGEST_LIST)
        yield tuple(map(text_or_none, row))


def _rows(text: str, separator: str, columns: int = 0, begin: int = 0) -> Iterator[list[str]]:
    """Yield the cells of each row.

    Args:
        text: the file's text; lines end in a line feed alone.
        separator: what stands between cells.
        columns: how many cells a row usually has; 0 if it isn't known.
        begin: where in the text the first row begins.
    """
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        if text.find('"', begin, end) < 0:
            line = text[begin:end]
            yield line.split(separator) if line else []
        else:
            row, end = _quoted_row(text, separator, columns, begin)
            yield row
        begin = end + 1


def _quoted_row(text: str, separator: str, columns: int, begin: int) -> tuple[list[str], int]:
    """Return the cells of a row with a quote, and where it ends."""
    cells = []
    pattern, first = _quoted_cell(separator), begin
    while True:
        quoted = pattern.match(text, begin)
        if quoted is not None and not _swallows(text, separator, columns, (first, begin, quoted.end())):
            cells.append(quoted[1].replace('""', '"'))
            end = quoted.end()
        else:
            end = _end_of_bare_cell(text, separator, begin)
            cells.append(_unwrapped(text[begin:end]))
        if end == len(text) or text[end] == "\n":
            return cells, end
        begin = end + 1


@lru_cache(maxsize=16)
def _quoted_cell(separator: str) -> re.Pattern[str]:
    return re.compile(rf'"((?:[^"]|""){{0,{_LONGEST_CELL}}}+)"(?=[{re.escape(separator)}\n]|\Z)')


def _swallows(text: str, separator: str, columns: int, places: tuple[int, int, int]) -> bool:
    """Tell whether a quoted cell of several lines has taken in whole rows.

    Args:
        text: the file's text.
        separator: what stands between cells.
        columns: how many cells a row usually has; 0 if it isn't known.
        places: where the row begins, where the cell begins, and where it ends.
    """
    row, begin, end = places
    if columns < 2 or "\n" not in text[begin:end]:
        return False
    line_end = text.find("\n", end)
    lines = [text[row:begin] + text[begin:end].split("\n", maxsplit=1)[0], *text[begin:end].split("\n")[1:]]
    lines[-1] += text[end : line_end if line_end >= 0 else len(text)]
    complete = [line.count(separator) >= columns - 1 for line in lines]
    return any(complete[1:-1]) or (complete[0] and complete[-1])


def _end_of_bare_cell(text: str, separator: str, begin: int) -> int:
    line = text.find("\n", begin)
    line = len(text) if line < 0 else line
    end = text.find(separator, begin, line)
    return line if end < 0 else end


def _unwrapped(cell: str) -> str:
    """Return a cell without its quotes, though those inside it weren't doubled: ``"Thôn "Nà Ếch", xã"``."""
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _usual_width(text: str, separator: str, begin: int) -> _Width:
    """Return the most frequent width of a row, and the cells of the rows that have it.

    Commas inside headings don't add up to many.
    """
    rows = islice(_rows(text, separator, begin=begin), _LOOKED_AT)
    times = Counter(len(row) for row in rows if len(row) > 1)
    return max((_Width(width * count, width) for width, count in times.items()), default=_Width(0, 0))
