"""The remarks that are pinned to an ``.xlsx`` workbook's cells.

Source: ECMA-376 part 1, section 18.7 (comments).
"""

from __future__ import annotations

from contextlib import suppress
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from desktop.sheets.files.markup import each
from desktop.sheets.files.xlsx.extent import place_of

# Before the text of a conversation stands a sentence for older spreadsheets, in the author's language.
_CONVERSATION = "[Threaded comment]"
_TEXT_FOLLOWS = ("Comment:", "Bình luận:", "Chú thích:")


def remarks_of(part: bytes) -> dict[tuple[int, int], str]:
    """Return the remarks of a sheet, by row and column; an empty part holds none."""
    if not part:
        return {}
    found: dict[tuple[int, int], str] = {}

    def take(remark: Element) -> None:
        row, column = place_of({"r": remark.get("ref", "")})
        text = _said("".join(one.text or "" for one in remark.iter("t"))).strip()
        if row and column and text:
            found[row, column] = text

    # Remarks are beside the list; they never hinder its reading.
    with suppress(ExpatError, ValueError):
        each(part, ("comment",), take)
    return found


def _said(text: str) -> str:
    if not text.startswith(_CONVERSATION):
        return text
    return next((text.partition(mark)[2] for mark in _TEXT_FOLLOWS if mark in text), text)
