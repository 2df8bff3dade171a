"""Titles of papers in Word."""

from __future__ import annotations

from docx.document import Document
from docx.text.paragraph import Paragraph

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.state.title_drawing import (
    BLANK_SIZE,
    KIND_SIZE,
    SUBJECT_SIZE,
    open_lines,
    placed_blank_subject,
    placed_parts,
    subject_lines,
)
from desktop.printing.state.titles import BlankTitle, OpenTitle, PaperTitle
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed, write_rule

_KIND = Type(BOLD, KIND_SIZE, 6.6)
_SUBJECT = Type(BOLD, SUBJECT_SIZE, 6.5)
# Points over the title, and under it.
_ABOVE = 16.0
_BELOW = 18.0
_BELOW_OPEN = 12.0


def write_title(block: PaperTitle, body: Body) -> None:
    """Write the type of paper in capitals, its subject under it, and a rule.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    start = len(body.lines)
    _write_kind(block.kind, body)
    for line in subject_lines(block):
        body.line(lambda document, line=line: write_line(document, line, _SUBJECT))  # type: ignore[misc]  # a default binds the line
    body.line(lambda document: write_rule(document, block.rule_width, MEASURE), below=_BELOW)
    body.keep(start)


def write_open_title(block: OpenTitle, body: Body) -> None:
    """Write the type of paper and its subject with blanks.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    start = len(body.lines)
    _write_kind(block.kind, body)
    lines = open_lines(block)
    for row, parts in enumerate(lines, 1):
        _write_open(body, list(placed_parts(parts)), _SUBJECT, below=_BELOW_OPEN if row == len(lines) else 0)
    body.keep(start)


def write_blank_title(block: BlankTitle, body: Body) -> None:
    """Write the type of paper and a leader for its subject.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    start = len(body.lines)
    _write_kind(block.kind, body)
    _write_open(body, placed_blank_subject(block), Type(SERIF, BLANK_SIZE, 7.0), below=_BELOW_OPEN)
    body.keep(start)


def _write_kind(kind: str, body: Body) -> None:
    for row, line in enumerate(kind.splitlines()):
        body.line(
            lambda document, line=line: write_line(document, line, _KIND),  # type: ignore[misc]  # a default binds the line
            above=0 if row else _ABOVE,
        )


def _write_open(body: Body, line: list[Placed], type_: Type, *, below: float) -> None:
    def written(document: Document) -> Paragraph:
        return write_placed(document, line, type_)

    body.line(written, below=below)
