"""The note beneath a ballot's table that says how to mark, and the room that it leaves for the rows."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from desktop.printing.ballots.papers import NotedPiece
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.text_style import TextStyle

_DESCENT = 0.9


def set_note(markup: str, paper: NotedPiece) -> SetText:
    """Set the note, as wide as the table; ``<b>`` is bold in its markup."""
    style = TextStyle(size=paper.note_size, leading=paper.note_leading, align="justified")
    return SetText(words_of(markup, style.face), style)


def row_height(
    paper: NotedPiece, note: SetText, heights: Sequence[float], rows: int, *, head: float
) -> float | None:
    """Return the first of some heights, mm, in which all rows and the note have room; None in none.

    Args:
        paper: on which.
        note: as ``set_note`` sets it.
        heights: that a row may have, highest first.
        rows: of the table, beneath its head.
        head: height of the table's first row.
    """
    below = paper.note_gap + (_high(note, paper) - paper.note_leading / mm) + _DESCENT
    room = paper.height - paper.margin - paper.table_top - head - below
    return next((height for height in heights if height * rows <= room), None)


def draw_note(pen: Pen, note: SetText, paper: NotedPiece, bottom: float) -> None:
    """Draw the note under a table that ends at ``bottom``, mm from the top."""
    height = _high(note, paper)
    # A paragraph sets its first baseline one size of type below its top.
    top = bottom + paper.note_gap - paper.note_size / mm
    note.drawOn(pen.canvas, paper.margin * mm, (pen.height - top - height) * mm)


def _high(note: SetText, paper: NotedPiece) -> float:
    high: float = note.wrap((paper.right - paper.margin) * mm, 1000)[1] / mm
    return high
