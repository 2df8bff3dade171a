"""What the styles of an ``.xlsx`` workbook say of its cells: the format of numbers, the face, whether struck.

Only what matters is read, and an odd colour or alignment elsewhere in the styles hinders nothing.

Source: ECMA-376 part 1, sections 18.8.10 (xf), 18.8.22 (fonts) and 18.8.30 (number formats).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from desktop.sheets.files.date_formats import is_short
from desktop.sheets.files.markup import each, is_on, number
from desktop.vietnamese.legacy_encodings import LegacyFace, legacy_face

if TYPE_CHECKING:
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
    found = _Styles()
    # Odd styles hinder the reading of no value.
    with suppress(ExpatError, ValueError):
        each(styles, ("numFmt", "font", "xf", "cellStyleXfs", "dxf"), found.take)
    return found.marked()


class _Styles:
    """The styles while they come in."""

    def __init__(self) -> None:
        self._codes = dict(_MONTH_AND_YEAR)
        self._fonts: list[tuple[LegacyFace | None, bool]] = []
        self._formats: list[tuple[int, int]] = []

    def take(self, element: Element) -> None:
        match element.tag:
            case "numFmt":
                self._codes[number(element.get("numFmtId"))] = element.get("formatCode", "")
            case "font":
                self._fonts.append((_face(element), is_struck(element)))
            case "xf":
                self._formats.append((number(element.get("numFmtId")), number(element.get("fontId"))))

    def marked(self) -> dict[int, CellFormat]:
        found = {}
        for index, (format_id, font_id) in enumerate(self._formats):
            code = self._codes.get(format_id, "")
            face, struck = self._fonts[font_id] if font_id < len(self._fonts) else (None, False)
            one = CellFormat(code if is_short(code) else "", face, struck)
            if one != CellFormat():
                found[index] = one
        return found


def is_struck(font: Element) -> bool:
    """Tell whether a font, or the properties of a run of text, strikes it through."""
    strike = font.find("strike")
    return strike is not None and is_on(strike.get("val", "1"))


def _face(font: Element) -> LegacyFace | None:
    name = font.find("name")
    return legacy_face(name.get("val", "")) if name is not None else None
