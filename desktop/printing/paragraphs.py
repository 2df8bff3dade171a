"""Running text of state papers: 13 on 18.5, justified, first line indented by 10 mm."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from desktop.printing.faces import BOLD, SERIF

SIZE = 13.0
LEADING = 18.5
INDENT = 10.0

_BODY = ParagraphStyle(
    "body",
    fontName=SERIF,
    fontSize=SIZE,
    leading=LEADING,
    alignment=TA_JUSTIFY,
    firstLineIndent=INDENT * mm,
    spaceAfter=4,
    allowWidows=0,
    allowOrphans=0,
)
# A run of counts reads as one block.
_COUNT = ParagraphStyle("count", parent=_BODY, spaceAfter=1.5)
_SUBHEAD = ParagraphStyle(
    "subhead", parent=_BODY, fontName=BOLD, alignment=TA_LEFT, spaceBefore=4, spaceAfter=3, keepWithNext=1
)
_CELL = ParagraphStyle("cell", fontName=SERIF, fontSize=SIZE, leading=16)
_CELL_CENTRED = ParagraphStyle("cell_centred", parent=_CELL, alignment=TA_CENTER)
_CELL_HEAD = ParagraphStyle("cell_head", parent=_CELL_CENTRED, fontName=BOLD)


def body(markup: str) -> Paragraph:
    """Set a paragraph; ``markup`` may hold ``<b>``, everything else in it has gone through :func:`plain`."""
    return Paragraph(markup, _BODY)


def count_line(markup: str) -> Paragraph:
    """Set one line of a list of counts or names."""
    return Paragraph(markup, _COUNT)


def subhead(text: str) -> Paragraph:
    """Set a bold head that stays with the line after it."""
    return Paragraph(plain(text), _SUBHEAD)


def cell(text: str, *, centred: bool = False) -> Paragraph:
    """Set the text of a table cell."""
    return Paragraph(plain(text), _CELL_CENTRED if centred else _CELL)


def head_cell(lines: list[str]) -> Paragraph:
    """Set the bold head of a column, its lines broken by the caller who knows the width."""
    return Paragraph("<br/>".join(map(plain, lines)), _CELL_HEAD)


def plain(text: str) -> str:
    """Make typed text safe to stand in markup."""
    return escape(text)


def bold(text: str) -> str:
    """Make typed text bold markup."""
    return f"<b>{escape(text)}</b>"
