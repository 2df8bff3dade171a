"""What the styles of an ``.ods`` workbook say of its cells: faces, formats of dates, hidden sheets.

Source: OpenDocument 1.3 part 3, sections 16.2 (styles), 16.29 (data styles) and 16.23 (font faces).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.vietnamese.legacy_encodings import LegacyFace, legacy_face

if TYPE_CHECKING:
    import datetime as dt
    from xml.etree import ElementTree as ET

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_DEEPEST = 10


@dataclass(slots=True)
class Styles:
    """The styles that stood before the cells, by name."""

    _families: dict[str, str] = field(default_factory=dict)
    _parents: dict[str, str] = field(default_factory=dict)
    _faces: dict[str, str] = field(default_factory=dict)
    _date_styles: dict[str, str] = field(default_factory=dict)
    _date_parts: dict[str, frozenset[str]] = field(default_factory=dict)
    _hidden: set[str] = field(default_factory=set)
    _strikes: dict[str, str] = field(default_factory=dict)

    def take(self, element: ET.Element) -> None:
        """Take in an element of the document if it is a style."""
        name = element.get(f"{_STYLE}name")
        if name is None:
            return
        if element.tag == f"{_STYLE}font-face":
            self._families[name] = element.get(f"{_SVG}font-family", name).strip("'\"")
        elif element.tag == f"{_NUMBER}date-style":
            self._date_parts[name] = frozenset(part.tag.removeprefix(_NUMBER) for part in element)
        elif element.tag == f"{_STYLE}style":
            self._take_style(name, element)

    def face(self, cell: ET.Element) -> LegacyFace | None:
        """Return the legacy face of a cell; None for any other."""
        name = self._found(cell.get(f"{_TABLE}style-name"), self._faces)
        return None if name is None else legacy_face(self._families.get(name, name))

    def shown(self, cell: ET.Element, day: dt.date) -> dt.date | str:
        """Return a date as its cell shows it: itself, or only month and year, or only the year."""
        parts = self._date_parts.get(self._of_dates(cell), frozenset())
        if day.day != 1 or "day" in parts or "year" not in parts:
            return day
        return f"{day.month:02}/{day.year}" if "month" in parts else str(day.year)

    def strikes(self, name: str | None) -> bool:
        """Tell whether the style of a name strikes text through."""
        return bool(self._strikes) and self._found(name, self._strikes) not in (None, "none")

    def hides(self, table: ET.Element) -> bool:
        """Tell whether a sheet isn't shown."""
        return table.get(f"{_TABLE}style-name") in self._hidden

    def _take_style(self, name: str, element: ET.Element) -> None:
        parent = element.get(f"{_STYLE}parent-style-name")
        if parent is not None:
            self._parents[name] = parent
        date_style = element.get(f"{_STYLE}data-style-name")
        if date_style is not None:
            self._date_styles[name] = date_style
        for part in element:
            face = part.get(f"{_STYLE}font-name") or part.get(f"{_FORMAT}font-family")
            if part.tag == f"{_STYLE}text-properties" and face:
                self._faces[name] = face.strip("'\"")
            strike = part.get(f"{_STYLE}text-line-through-style")
            if part.tag == f"{_STYLE}text-properties" and strike:
                self._strikes[name] = strike
            if part.tag == f"{_STYLE}table-properties" and part.get(f"{_TABLE}display") == "false":
                self._hidden.add(name)

    def _of_dates(self, cell: ET.Element) -> str:
        return self._found(cell.get(f"{_TABLE}style-name"), self._date_styles) or ""

    def _found(self, name: str | None, by_style: dict[str, str]) -> str | None:
        for _ in range(_DEEPEST):
            if name is None or name in by_style:
                break
            name = self._parents.get(name)
        return by_style.get(name) if name is not None else None
