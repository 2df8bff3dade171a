"""Running text, justified, first line indented by 10 mm.

Minutes of the State are set in 13 on 18.5, its one-page papers (letters) in 14; the Party's papers in 14.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import BOLD, ITALIC
from desktop.printing.setting.text_style import TextStyle

SIZE = 13.0
LEADING = 18.5
LETTER_SIZE = 14.0
INDENT = 10.0

BODY = TextStyle(size=SIZE, leading=LEADING, align="justified", indent=INDENT, below=4)
# A run of counts reads as one block.
COUNT = replace(BODY, below=1.5)
SUBHEAD = replace(BODY, face=BOLD, align="left", above=4, below=3, with_next=True)
LETTER = replace(BODY, size=LETTER_SIZE, leading=20, above=4)
LETTER_ITEM = replace(LETTER, above=0, below=1.5)
LETTER_SUBHEAD = replace(LETTER, face=BOLD, align="left", with_next=True)
MATTER = replace(LETTER, size=12, leading=14.5, align="left", indent=0, above=2, below=8)
ARTICLE = replace(LETTER, leading=18.7)
BASIS = replace(LETTER, face=ITALIC, leading=18, above=0, below=2.2)
CENTRED_HEAD = replace(LETTER_SUBHEAD, align="centred", indent=0, above=10, below=7)
PARTY = replace(LETTER, leading=19.5, above=2, below=2)
PARTY_ITEM = replace(PARTY, above=1, below=1)
# What must stay on a page, or on few.
PARTY_CLOSE = replace(PARTY, leading=19)
PARTY_SUBHEAD = replace(PARTY_CLOSE, face=BOLD, align="left", with_next=True)
PARTY_MINUTES = replace(PARTY, leading=18.4)
PARTY_HEAD = replace(PARTY, face=BOLD, align="centred", indent=0, above=4, below=4, with_next=True)
CELL = TextStyle(size=SIZE, leading=16)
CELL_CENTRED = replace(CELL, align="centred")
CELL_HEAD = replace(CELL_CENTRED, face=BOLD)
TIGHT_CELL = replace(CELL, size=12.5, leading=15)
TIGHT_CELL_CENTRED = replace(TIGHT_CELL, align="centred")
TIGHT_CELL_HEAD = replace(TIGHT_CELL_CENTRED, face=BOLD)
MIDDLE_CELL = TextStyle(size=12, leading=14.3)
TABLE_NOTE = replace(MIDDLE_CELL, face=ITALIC, above=3, below=2)
MIDDLE_CELL_CENTRED = replace(MIDDLE_CELL, align="centred")
MIDDLE_CELL_HEAD = replace(MIDDLE_CELL_CENTRED, face=BOLD)
SMALL_CELL = TextStyle(size=9.5, leading=11.2)
SMALL_CELL_CENTRED = replace(SMALL_CELL, align="centred")
SMALL_CELL_HEAD = replace(SMALL_CELL_CENTRED, face=BOLD)
COLUMN_NUMBER = TextStyle(face=ITALIC, size=8.5, leading=10, align="centred")

PAGES = "\ue000"
"""Stands in markup for the number of pages of the paper, which nobody knows before it is set."""


@dataclass(frozen=True, slots=True)
class Text(Block):
    """A paragraph.

    Args:
        markup: may hold ``<b>`` and ``<i>``.
        style: how it is set.
        leading: from line to line where that isn't the style's, pt.
    """

    markup: str
    style: TextStyle
    leading: float | None = None


def body(markup: str) -> Text:
    """Set a paragraph; ``markup`` may hold ``<b>`` and ``<i>``, the rest has gone through :func:`plain`."""
    return Text(markup, BODY)


def count_line(markup: str) -> Text:
    """Set one line of a list of counts or names."""
    return Text(markup, COUNT)


def letter(markup: str, *, indent: float = INDENT) -> Text:
    """Set a paragraph of a one-page paper, its first line indented by so many mm."""
    return Text(markup, replace(LETTER, indent=indent))


def letter_subhead(text: str) -> Text:
    """Set a bold head of a one-page paper that stays with the line after it."""
    return Text(plain(text), LETTER_SUBHEAD)


def letter_item(markup: str, *, indent: float = INDENT) -> Text:
    """Set one line of a list in a one-page paper, indented by so many mm."""
    return Text(markup, replace(LETTER_ITEM, indent=indent))


def matter(text: str) -> Text:
    """Set what an official letter is about, at the left under its number."""
    return Text(plain(text), MATTER)


def article(markup: str) -> Text:
    """Set an article of a decision."""
    return Text(markup, ARTICLE)


def basis(text: str) -> Text:
    """Set a basis of a decision, in italics."""
    return Text(plain(text), BASIS)


def centred_head(text: str) -> Text:
    """Set a bold head in the middle that stays with the line after it."""
    return Text(plain(text), CENTRED_HEAD)


def subhead(text: str) -> Text:
    """Set a bold head that stays with the line after it."""
    return Text(plain(text), SUBHEAD)


def plain(text: str) -> str:
    """Make typed text safe to stand in markup."""
    return escape(text)


def bold(text: str) -> str:
    """Make typed text bold markup."""
    return f"<b>{escape(text)}</b>"
