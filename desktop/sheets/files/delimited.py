"""Text files of values: ``.csv``, ``.tsv`` and ``.txt`` with any usual separator, in any usual encoding.

UTF-8 and UTF-16 with or without a mark, Windows' Vietnamese code page 1258, TCVN3 and VNI; the two last come
out as code page 1252 shows them, as from a workbook.

Source: RFC 4180, with the variations that spreadsheets write; Microsoft code page 1258.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet
from desktop.vietnamese.legacy_encodings import convert, decide
from desktop.vietnamese.syllables import is_syllable
from desktop.vietnamese.text import nfc

_SEPARATORS = (";", ",", "\t", "|", "^", "~")
_STATED = re.compile(r"sep=(.)\r?\n")
_LOOKED_AT = 200
_WIDEST = 16_384
_WORD = re.compile(r"[^\W\d_]+")
_CONTROL_SIGNS = re.compile("[\x00-\x08\x0e-\x1f]")
_LOOKED_AT_BYTES = 4096


def sheets_of(content: bytes, name: str) -> tuple[Sheet]:
    """Read the one sheet of a text file; every value is text, an empty one None.

    Raises:
        SheetRefused: ``sheet.encoding`` for text in an encoding that isn't known, ``sheet.damaged`` where the
            values can't be told apart, ``sheet.too_wide`` beyond what a spreadsheet holds.
    """
    text = _decoded(content, name)
    if "\0" in text:
        raise SheetRefused("sheet.damaged", where=name)
    stated = _STATED.match(text)
    if stated is not None:
        # The line stays, empty, so that every address is the spreadsheet's.
        text = text[stated.end(1) :]
    try:
        separator = stated[1] if stated is not None else _separator(text)
        rows = tuple(
            tuple(value or None for value in row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        )
    except (csv.Error, TypeError, ValueError) as error:
        raise SheetRefused("sheet.damaged", where=name) from error
    if max(map(len, rows), default=0) > _WIDEST:
        raise SheetRefused("sheet.too_wide", where=name)
    return (Sheet(title="", rows=rows),)


def _decoded(content: bytes, name: str) -> str:
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16")
        unmarked = _unmarked_utf16(content)
        if unmarked is not None:
            return content.decode(unmarked)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _in_code_page(content)
        if text is None:
            raise SheetRefused("sheet.encoding", where=name) from error
        return text


def _unmarked_utf16(content: bytes) -> str | None:
    """Return which UTF-16 a file without a mark is in: Latin letters leave every second byte empty."""
    head = content[:_LOOKED_AT_BYTES]
    even, odd = head[::2].count(0), head[1::2].count(0)
    quarter = len(head) // 8
    if len(content) % 2 or max(even, odd) <= quarter or min(even, odd) > quarter // 8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _in_code_page(content: bytes) -> str | None:
    """Return text of an 8-bit code page: the one in which most words are Vietnamese; None where none is."""
    if _CONTROL_SIGNS.search(content.decode("latin-1")):
        return None
    windows = nfc(content.decode("cp1258", "replace"))
    western = _western(content)
    encoding = decide(western.splitlines())
    legacy = convert(western, encoding) if encoding in ("tcvn3", "vni") else ""
    found = {windows: _right_words(windows), western: _right_words(legacy)}
    best = max(found, key=lambda text: found[text])
    return best if found[best] else None


def _western(content: bytes) -> str:
    # Five bytes of code page 1252 have no sign of their own.
    return "".join(
        bytes((byte,)).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
        for byte in content
    )


def _right_words(text: str) -> int:
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    return sum(is_syllable(word) for word in words)


def _separator(text: str) -> str:
    return max(_SEPARATORS, key=lambda sign: _columns_told_by(sign, text))


def _columns_told_by(separator: str, text: str) -> int:
    """Count the cells in rows of the most frequent width; commas inside headings don't add up to that."""
    widths: Counter[int] = Counter()
    for count, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
        if count == _LOOKED_AT:
            break
        if len(row) > 1:
            widths[len(row)] += 1
    return max((width * times for width, times in widths.items()), default=0)
