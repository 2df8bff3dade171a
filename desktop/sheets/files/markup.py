"""Parts of an ``.xlsx`` workbook as trees of elements, read as tolerantly as spreadsheets read them.

Names stand without their namespace, for programs state other ones than the standard, or none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from xml.etree import ElementTree as ET
from xml.parsers import expat

Start: TypeAlias = Callable[[str, dict[str, str]], object]
End: TypeAlias = Callable[[str], object]
Text: TypeAlias = Callable[[str], object]


def parse(part: bytes, start: Start, end: End, text: Text | None = None) -> None:
    """Call back for every element and text of a part; its root's end is the part's.

    Raises:
        ExpatError: the part is no proper XML.
        ValueError: it declares a document type; no workbook does, and entities are what makes XML dangerous.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(part)


def tree(part: bytes) -> ET.Element:
    """Return the root of a part.

    Raises:
        ExpatError, ValueError: as ``parse`` does.
    """
    builder = ET.TreeBuilder()
    builder.start("part", {})
    parse(
        part,
        lambda tag, attributes: builder.start(
            local_name(tag), {local_name(key): value for key, value in attributes.items()}
        ),
        lambda tag: builder.end(local_name(tag)),
        builder.data,
    )
    builder.end("part")
    return builder.close()


def local_name(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def number(text: str | None, otherwise: int = 0) -> int:
    """Return the whole number that an attribute states; another for none or one that is no number."""
    return int(text) if text is not None and text.isascii() and text.isdigit() else otherwise


def is_on(text: str | None) -> bool:
    """Tell whether an attribute of two states is stated, and on."""
    return text in ("1", "true", "on")


def _refuse(*_: object) -> None:
    raise ValueError
