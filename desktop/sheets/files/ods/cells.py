"""One cell of an ``.ods`` workbook: its value, and what else it says of itself.

Source: OpenDocument 1.3 part 3, sections 6.1 (text), 9.1.4 (cells), 14.1 (annotations) and 19.385 (types).
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import Value, text_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from desktop.sheets.files.ods.styles import Styles

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_NOT_SHOWN = (f"{_OFFICE}annotation", f"{_TEXT}ruby-text")
_MOST_SPACES = 1000
# As spreadsheets show it, where the kind of the value doesn't tell.
_ERROR = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)[!?]?|Err:[0-9]{3}")


def value_of(cell: ET.Element, styles: Styles) -> Value:
    """Return a cell's value; None for an empty one."""
    match cell.get(f"{_OFFICE}value-type"):
        case "float" | "currency" | "percentage" if not is_error(cell):
            number = float(cell.get(f"{_OFFICE}value", "nan"))
            return int(number) if number.is_integer() else number
        case "date":
            return _date(cell, styles)
        case "boolean":
            return cell.get(f"{_OFFICE}boolean-value") == "true"
        case "string":
            return text_or_none(cell.get(f"{_OFFICE}string-value") or _text(cell))
        case _:
            return text_or_none(_text(cell))


def is_error(cell: ET.Element) -> bool:
    """Tell whether an error stands in a cell in place of a value."""
    if cell.get(f"{_CALC}value-type") == "error":
        return True
    return cell.get(f"{_TABLE}formula") is not None and _ERROR.fullmatch(_text(cell)) is not None


def lacks_value(cell: ET.Element) -> bool:
    """Tell whether a cell has a formula whose value was not stored."""
    stated = cell.get(f"{_OFFICE}value-type")
    return cell.get(f"{_TABLE}formula") is not None and stated is None and not _text(cell)


def time_of(cell: ET.Element) -> dt.time | None:
    """Return the time of day that a cell holds besides its date; midnight is none."""
    try:
        time = dt.datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")).time()
    except ValueError:
        return None
    return time if time != dt.time() else None


def remark_of(cell: ET.Element) -> str:
    """Return the remark pinned to a cell; empty for none."""
    pinned = cell.find(f"{_OFFICE}annotation")
    return "" if pinned is None else _text(pinned).strip()


def is_struck(cell: ET.Element, styles: Styles) -> bool:
    """Tell whether a cell's text is struck through, wholly or in part."""
    return styles.strikes(cell.get(f"{_TABLE}style-name")) or any(
        styles.strikes(span.get(f"{_TEXT}style-name")) for span in cell.iter(f"{_TEXT}span")
    )


def _date(cell: ET.Element, styles: Styles) -> Value:
    written = cell.get(f"{_OFFICE}date-value", "")
    try:
        day = dt.date.fromisoformat(written[:10])
    except ValueError:
        return text_or_none(written or _text(cell))
    return styles.shown(cell, day)


def _text(cell: ET.Element) -> str:
    return "\n".join("".join(_signs(line)) for line in cell if line.tag == f"{_TEXT}p")


def _signs(element: ET.Element) -> Iterator[str]:
    if element.tag in _SPACES:
        yield _SPACES[element.tag] * min(int(element.get(f"{_TEXT}c", "1")), _MOST_SPACES)
    elif element.text and element.tag not in _NOT_SHOWN:
        yield element.text
    for inner in element:
        if inner.tag not in _NOT_SHOWN:
            yield from _signs(inner)
        if inner.tail:
            yield inner.tail
