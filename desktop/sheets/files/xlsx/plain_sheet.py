"""Whether an ``.xlsx`` sheet is written as most are, told in one look at its XML.

In such a sheet every row and cell states its place first, within A1:BZ49999, and none is hidden or holds a
formula or an error; so there is nothing to measure, nor any of these marks to look for.

Source: ECMA-376 part 1, sections 18.3.1.4 (c), 18.3.1.13 (col), 18.3.1.73 (row) and 18.3.1.80 (sheetData).
"""

from __future__ import annotations

import re

_HEAD = 256
_OTHER_ENCODING = re.compile(rb"""[^<]*<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_PREFIXED = re.compile(rb":(?:row|c)(?=[\s/>])")
# A cell that is written in another way: with an attribute beside its place, its format and a type that isn't
# t="e". Each ending is spelt out, since every cell of a sheet is held against it.
_OTHER_CELL = re.compile(
    rb"<c(?! r=\"[AB]?[A-Z][1-4]?[0-9]{1,4}\""
    rb"(?:>| t=\"inlineStr\">| t=\"s\">| t=\"n\">| s=\"[0-9]++\"(?:>| t=\"s\">|/>)"
    rb"|(?: s=\"[0-9]++\")?(?: t=\"(?:str|b|n|s|inlineStr)\")? ?/?>)(?:<|\s++<)(?!f))(?=[\s/>])"
)
_OTHER_ROW = re.compile(
    rb"<row(?! r=\"[1-4]?[0-9]{1,4}\"[^<>hr]*+(?:(?:h(?!idden)|r(?!\s*=))[^<>hr]*+)*+>)(?=[\s/>])"
)


def is_in_utf8(part: bytes) -> bool:
    """Tell whether the signs of a part's XML are its bytes."""
    return b"\0" not in part[:_HEAD] and _OTHER_ENCODING.match(part) is None


def unprefixed_data(part: bytes) -> tuple[int, int] | None:
    """Return where a sheet's rows begin and end, if they and their cells bear no prefix; else None."""
    begin, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    if not 0 <= begin < end or part.find(b":sheetData", 0, begin) >= 0 or _PREFIXED.search(part, begin, end):
        return None
    return begin, end


def is_plain_sheet(part: bytes) -> bool:
    """Tell whether a part is a sheet with nothing but plain cells."""
    data = unprefixed_data(part) if is_in_utf8(part) else None
    return (
        data is not None
        and part.find(b"hidden", 0, data[0]) < 0
        and _OTHER_ROW.search(part, *data) is None
        and _OTHER_CELL.search(part, *data) is None
    )
