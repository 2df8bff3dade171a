"""What the styles of an ``.xlsx`` workbook say of its cells: the format of numbers, the face, whether struck.

Only what matters is read, and an odd colour or alignment elsewhere in the styles hinders nothing.

Source: ECMA-376 part 1, sections 18.8.10 (xf), 18.8.22 (fonts) and 18.8.30 (number formats).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from desktop.sheets.files.date_formats import is_short
from desktop.sheets.files.markup import is_on, number, tree
from desktop.vietnamese.legacy_encodings import LegacyFace, legacy_face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

# The one built-in format of dates that shows no day.
_MONTH_AND_YEAR = {17: "mmm-yy"}


@dataclass(frozen=True, slots=True)
class CellFormat:
    """A format that cells refer to.

    Attributes:
        short_date: the format of dates, if it shows less than a day; else empty.
        face: the face of a legacy encoding, if it is one.
        struck: text is struck through.
    """

    short_date: str = ""
    face: LegacyFace | None = None
    struck: bool = False


def marked_formats(styles: bytes) -> dict[int, CellFormat]:
    """Return the formats that say anything of a cell's value, by the number that cells refer to them with.

    Args:
        styles: the part of the styles; empty for a workbook without one.
    """
    if not styles:
        return {}
    try:
        root = tree(styles)
    except (ExpatError, ValueError):
        return {}
    own = {
        number(element.get("numFmtId")): element.get("formatCode", "")
        for element in _children(root, "numFmts", "numFmt")
    }
    fonts = list(_children(root, "fonts", "font"))
    found = {}
    for index, element in enumerate(_children(root, "cellXfs", "xf")):
        format_id, font_id = number(element.get("numFmtId")), number(element.get("fontId"))
        code = own.get(format_id) or _MONTH_AND_YEAR.get(format_id, "")
        font = fonts[font_id] if font_id < len(fonts) else None
        one = CellFormat(code if is_short(code) else "", _face(font), font is not None and is_struck(font))
        if one != CellFormat():
            found[index] = one
    return found


def is_struck(font: Element) -> bool:
    """Tell whether a font, or the properties of a run of text, strikes it through."""
    strike = font.find("strike")
    return strike is not None and is_on(strike.get("val", "1"))


def _face(font: Element | None) -> LegacyFace | None:
    name = font.find("name") if font is not None else None
    return legacy_face(name.get("val", "")) if name is not None else None


def _children(root: Element, parent: str, child: str) -> Iterator[Element]:
    for element in root.iterfind(f"*/{parent}"):
        yield from element.iterfind(child)
