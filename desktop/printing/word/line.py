"""Single lines of exact height: centred, at the margin, with leaders or a rule; lengths in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.placed import Placed
from desktop.printing.word.faces import set_face
from desktop.printing.word.styles import ALIGNED

Container = Document | _Cell | _Footer
"""A page's text, a cell or a footer."""

_POINT = 25.4 / 72
_CLOSING = (",", ".", ";", "/", "%")
_RULE_LINE = 2 * _POINT
# What stands after them in the properties of a paragraph.
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
RULE = "5"
"""Eighths of a point: 5/8 pt, nearest to the rules of the PDF."""


@dataclass(frozen=True, slots=True)
class Type:
    """A face, its size in pt, and the height of a line in mm."""

    face: str
    size: float
    pitch: float


def new_paragraph(container: Container) -> Paragraph:
    """Add a paragraph; a cell comes with one, which is taken first."""
    if isinstance(container, _Cell):
        first: Paragraph = container.paragraphs[0]
        if len(first._p) == 0:  # noqa: SLF001 - nothing else tells whether it was written in
            return first
    added: Paragraph = container.add_paragraph()
    return added


def write_line(
    container: Container,
    text: str,
    type_: Type,
    *,
    align: Literal["left", "centred"] = "centred",
    left: float = 0,
) -> Paragraph:
    """Write a text on lines of exact height."""
    paragraph = shaped(new_paragraph(container), type_.pitch, left=left)
    paragraph.alignment = ALIGNED[align]
    if text:
        set_face(paragraph.add_run(text), type_.face, type_.size)
    return paragraph


def write_placed(
    container: Container, line: Sequence[Placed], type_: Type, *, offset: float = 0, bold_first: bool = False
) -> Paragraph:
    """Write words and leaders: each leader is a tab with dots that ends where the blank ends.

    Args:
        container: where to write.
        line: its words and blanks.
        type_: of the words.
        offset: where the container begins on the measure.
        bold_first: whether its first words are bold.
    """
    paragraph = shaped(new_paragraph(container), type_.pitch)
    shape = paragraph.paragraph_format
    # A line that fills the measure to the last bit isn't broken for a rounded figure.
    shape.right_indent = Mm(-1)
    shape.left_indent = Mm(line[0].x - offset)
    texts: list[tuple[str, str]] = []
    for number, one in enumerate(line):
        if number and not (one.word or "").startswith(_CLOSING):
            texts.append((SERIF, " "))
        if one.word is None:
            shape.tab_stops.add_tab_stop(Mm(one.end - offset), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
            texts.append((SERIF, "\t"))
        else:
            texts.append((BOLD if bold_first and not number else type_.face, one.word))
    for face, run in groupby(texts, key=itemgetter(0)):
        set_face(paragraph.add_run("".join(text for _, text in run)), face, type_.size)
    return paragraph


def write_rule(container: Container, width: float, room: float) -> Paragraph:
    """Draw a rule in the middle of a room: the lower border of a paragraph indented to the rule's width."""
    paragraph = shaped(
        new_paragraph(container), _RULE_LINE, left=(room - width) / 2, right=(room - width) / 2
    )
    add_borders(paragraph, "bottom")
    return paragraph


def add_borders(paragraph: Paragraph, *sides: str) -> None:
    """Draw borders along sides of a paragraph: top, left, bottom, right."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        borders.append(border(side))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no call for borders
    properties.insert_element_before(borders, *_AFTER_BORDERS)


def border(side: str, weight: str = RULE, colour: str = "000000") -> BaseOxmlElement:
    """Make a border of a paragraph or a table."""
    drawn = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", weight), ("space", "0"), ("color", colour)):
        drawn.set(qn(f"w:{key}"), value)
    return drawn


def shaped(paragraph: Paragraph, pitch: float, *, left: float = 0, right: float = 0) -> Paragraph:
    """Give a paragraph lines of exact height, and indents."""
    shape = paragraph.paragraph_format
    shape.line_spacing = Pt(pitch / _POINT)
    shape.left_indent = Mm(left) if left else None
    shape.right_indent = Mm(right) if right else None
    return paragraph
