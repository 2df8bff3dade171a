"""The XML of Excel's workbooks as trees of elements, read as tolerantly as spreadsheets read it.

Names stand without their namespace, for programs state other ones than the standard, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeAlias
from xml.etree import ElementTree as ET
from xml.parsers import expat

Start: TypeAlias = Callable[[str, dict[str, str]], object]
End: TypeAlias = Callable[[str], object]
Text: TypeAlias = Callable[[str], object]


# An element takes a hundred times the memory of its shortest tag.
_MOST_ELEMENTS = 500_000
_LARGEST_TREE = 2 * 1024 * 1024
_MOST_DIGITS = 15


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
    parser.Parse(part, True)


def tree(part: bytes) -> ET.Element:
    """Return the root of a part.

    Raises:
        ExpatError, ValueError: as ``parse`` does; ``ValueError`` for one that is larger than any such part.
    """
    if len(part) > _LARGEST_TREE:
        raise ValueError
    builder = ET.TreeBuilder()
    builder.start("part", {})

    def start(tag: str, attributes: dict[str, str]) -> None:
        builder.start(local_name(tag), {local_name(key): value for key, value in attributes.items()})

    parse(part, start, lambda tag: builder.end(local_name(tag)), builder.data)
    builder.end("part")
    return builder.close()


def each(part: bytes, names: Collection[str], take: Callable[[ET.Element], object]) -> None:
    """Call with every element of some names in a part, whole, and keep none.

    Raises:
        ExpatError, ValueError: as ``parse`` does; ``ValueError`` if one holds more elements than any should.
    """
    branches = Branches(names, take)
    parse(part, branches.start, branches.end, branches.text)


class Branches:
    """Every element of some names, whole, one after the other; what stands around them is not kept.

    Args:
        names: of the elements, without prefix.
        take: called with each at its end; one inside another is part of it.
    """

    def __init__(self, names: Collection[str], take: Callable[[ET.Element], object]) -> None:
        self._names, self._take = names, take
        self._builder: ET.TreeBuilder | None = None
        self._depth = self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element.

        Raises:
            ValueError: one holds more elements than any should.
        """
        name = local_name(tag)
        if self._builder is None and name in self._names:
            self._builder, self._depth, self._elements = ET.TreeBuilder(), 0, 0
        if self._builder is not None:
            self._depth, self._elements = self._depth + 1, self._elements + 1
            if self._elements > _MOST_ELEMENTS:
                raise ValueError
            self._builder.start(name, {local_name(key): value for key, value in attributes.items()})

    def text(self, text: str) -> None:
        """Take in text."""
        if self._builder is not None:
            self._builder.data(text)

    def end(self, tag: str) -> None:
        """End an element."""
        if self._builder is None:
            return
        self._builder.end(local_name(tag))
        self._depth -= 1
        if not self._depth:
            branch, self._builder = self._builder.close(), None
            self._take(branch)


def local_name(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def number(text: str | None, otherwise: int = 0) -> int:
    """Return the whole number that an attribute states; another for none or one that is no number."""
    if text is None or len(text) > _MOST_DIGITS or not (text.isascii() and text.isdigit()):
        return otherwise
    return int(text)


def is_on(text: str | None) -> bool:
    """Tell whether an attribute of two states is stated, and on."""
    return text in ("1", "true", "on")


def _refuse(*_: object) -> None:
    raise ValueError
