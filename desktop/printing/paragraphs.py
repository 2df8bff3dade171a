"""Running text of state papers, justified, first line indented by 10 mm.

Minutes are set in 13 on 18.5, one-page papers (letters) in 14.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from desktop.printing.faces import BOLD, ITALIC, SERIF

SIZE = 13.0
LEADING = 18.5
LETTER_SIZE = 14.0
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
_LETTER = ParagraphStyle("letter", parent=_BODY, fontSize=LETTER_SIZE, leading=20, spaceBefore=4)
_LETTER_ITEM = ParagraphStyle("letter_item", parent=_LETTER, spaceBefore=0, spaceAfter=1.5)
_LETTER_SUBHEAD = ParagraphStyle(
    "letter_subhead", parent=_LETTER, fontName=BOLD, alignment=TA_LEFT, keepWithNext=1
)
_ARTICLE = ParagraphStyle("article", parent=_LETTER, leading=18.7)
_BASIS = ParagraphStyle("basis", parent=_LETTER, fontName=ITALIC, leading=18, spaceBefore=0, spaceAfter=2.2)
_CENTRED_HEAD = ParagraphStyle(
    "centred_head",
    parent=_LETTER,
    fontName=BOLD,
    alignment=TA_CENTER,
    firstLineIndent=0,
    spaceBefore=10,
    spaceAfter=7,
    keepWithNext=1,
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


def letter(markup: str, *, indent: float = INDENT) -> Paragraph:
    """Set a paragraph of a one-page paper, its first line indented by so many mm."""
    style = _LETTER if indent == INDENT else ParagraphStyle("indented", _LETTER, firstLineIndent=indent * mm)
    return Paragraph(markup, style)


def letter_subhead(text: str) -> Paragraph:
    """Set a bold head of a one-page paper that stays with the line after it."""
    return Paragraph(plain(text), _LETTER_SUBHEAD)


def letter_item(markup: str) -> Paragraph:
    """Set one line of a list in a one-page paper."""
    return Paragraph(markup, _LETTER_ITEM)


def article(markup: str) -> Paragraph:
    """Set an article of a decision."""
    return Paragraph(markup, _ARTICLE)


def basis(text: str) -> Paragraph:
    """Set a basis of a decision, in italics."""
    return Paragraph(plain(text), _BASIS)


def centred_head(text: str) -> Paragraph:
    """Set a bold head in the middle that stays with the line after it."""
    return Paragraph(plain(text), _CENTRED_HEAD)


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
