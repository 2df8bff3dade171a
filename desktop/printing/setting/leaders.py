"""Lines with dotted blanks that a person fills in with a pen."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.paragraphs import INDENT, SIZE

PITCH = 8.1
"""Millimetres from line to line: a pen needs more than print."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A dotted blank.

    Args:
        width: at least so many mm.
        grows: takes what is left of the line, shared with other growing blanks on it.
    """

    width: float
    grows: bool = False


NUMBER = Blank(13)
"""Room for an hour, a minute, a day."""

REST = Blank(20, grows=True)
"""Whatever the line has left."""

Part = str | Blank


@dataclass(frozen=True, slots=True, kw_only=True)
class PenLines(Block):
    """Words and blanks on as many lines as they take; as :func:`pen_lines` is told."""

    parts: tuple[Part, ...]
    indent: float
    after: float
    size: float
    lead: str


def pen_lines(
    *parts: Part, indent: float = INDENT, after: float = 0, size: float = SIZE, lead: str = ""
) -> PenLines:
    """Set words and blanks on as many lines as they take, 8.1 mm apart.

    Args:
        parts: texts and blanks in reading order; a no-break space keeps words together.
        indent: of the first line, mm.
        after: free space under the last line, mm.
        size: of the type, pt.
        lead: bold words before the first part, such as ``Điều 2.``.

    Source: paper.md §4, blank form.
    """
    return PenLines(parts=parts, indent=indent, after=after, size=size, lead=lead)
