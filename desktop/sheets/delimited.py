"""Text files of values: ``.csv`` with semicolons, commas or tabs, in UTF-8 or UTF-16.

Source: RFC 4180, with the variations that spreadsheets write.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from desktop.errors import SheetRefused
from desktop.sheets.cells import Sheet

_DELIMITERS = (";", ",", "\t")
_LOOKED_AT = 200
_WIDEST = 16_384
_LONGEST = 1_048_576


def sheets_of(content: bytes, name: str) -> tuple[Sheet]:
    """Read the one sheet of a text file; every value is text, an empty one None.

    Raises:
        SheetRefused: ``sheet.encoding`` for bytes that are neither UTF-8 nor UTF-16, ``sheet.damaged`` where
            the values can't be told apart, ``sheet.too_wide`` beyond what a spreadsheet holds.
    """
    text = _decoded(content, name)
    if "\0" in text:
        raise SheetRefused("sheet.damaged", where=name)
    try:
        delimiter = max(_DELIMITERS, key=lambda sign: _columns_told_by(sign, text))
        rows = tuple(
            tuple(value or None for value in row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        )
    except csv.Error as error:
        raise SheetRefused("sheet.damaged", where=name) from error
    if len(rows) > _LONGEST or max(map(len, rows), default=0) > _WIDEST:
        raise SheetRefused("sheet.too_wide", where=name)
    return (Sheet(title="", rows=rows),)


def _decoded(content: bytes, name: str) -> str:
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetRefused("sheet.encoding", where=name) from error


def _columns_told_by(delimiter: str, text: str) -> int:
    """Count the cells in rows of the most frequent width; commas inside headings don't add up to that."""
    widths: Counter[int] = Counter()
    for count, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
        if count == _LOOKED_AT:
            break
        if len(row) > 1:
            widths[len(row)] += 1
    return max((width * times for width, times in widths.items()), default=0)
