"""Ballots and slips on a sheet: places, cutting marks, seal place, trial mark. No gutter: one cut a line."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm

from desktop.printing.ballots.papers import SEAL, Piece, SealedPiece
from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import Imprint, new_canvas, stamp_training_at_middle

TRIAL = "IN THỬ"

_TICK = 5.0
_TICK_FROM_EDGE = 4.0
_CROSS = 6.0
_CUT_WEIGHT = 0.5
_SEAL_TICK = 4.0
_TRAINING_SIZE = 6.5
_TRAINING_ABOVE_CUT = 4.6


def impose(
    paper: Piece,
    copies: int,
    face: Callable[[Pen], None],
    imprint: Imprint,
    *,
    trial: bool,
) -> bytes:
    """Print exactly so many copies of one ballot or slip on A4 sheets, to be cut and stacked.

    Every sheet is full but the last, whose spare places stay white; the ballot is drawn once and
    placed again and again, so that all are alike to the last dot.

    Args:
        paper: size of the ballot.
        copies: at least 1; a trial is one sheet whatever they are.
        face: draws the ballot.
        imprint: title, issuer, and whether each ballot is stamped as training data.
        trial: mark each place as a trial print that nobody could cast.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
        ValueError: ``copies`` is below 1.

    Source: paper.md §3.
    """
    if copies < 1:
        raise ValueError("at least one ballot is printed")
    copies = paper.per_sheet if trial else copies
    buffer = BytesIO()
    width, height = paper.width * paper.across, paper.height * paper.down
    canvas: Any = new_canvas(buffer, width, height, imprint)
    pen = Pen(canvas, paper.height)
    canvas.beginForm("ballot", 0, 0, paper.width * mm, paper.height * mm)
    face(pen)
    if imprint.training:
        stamp_training_at_middle(pen, paper.width / 2, paper.height - _TRAINING_ABOVE_CUT, _TRAINING_SIZE)
    if trial:
        _draw_trial_mark(pen, paper)
    canvas.endForm()
    full, rest = divmod(copies, paper.per_sheet)
    if full:
        # A sheet is one form too: thousands of pages then cost a few bytes each.
        canvas.beginForm("sheet", 0, 0, width * mm, height * mm)
        _draw_sheet(canvas, paper, paper.per_sheet)
        canvas.endForm()
    for _ in range(full):
        canvas.doForm("sheet")
        canvas.showPage()
    if rest:
        _draw_sheet(canvas, paper, rest)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_sheet(canvas: Any, paper: Piece, copies: int) -> None:
    for place in range(copies):
        row, column = divmod(place, paper.across)
        canvas.saveState()
        canvas.translate(column * paper.width * mm, (paper.down - 1 - row) * paper.height * mm)
        canvas.doForm("ballot")
        canvas.restoreState()
    _draw_cutting_marks(Pen(canvas, paper.height * paper.down), paper)


def draw_seal_place(pen: Pen, paper: SealedPiece) -> None:
    """Mark the four corners of the seal's place and leave it empty."""
    pen.grey(0.45)
    for x, inward in ((paper.margin, _SEAL_TICK), (paper.margin + SEAL, -_SEAL_TICK)):
        for y, down in ((paper.seal_top, _SEAL_TICK), (paper.seal_top + SEAL, -_SEAL_TICK)):
            pen.line(x, y, x + inward, y, 0.4)
            pen.line(x, y, x, y + down, 0.4)
    pen.grey(0)


def cross_out_seal_place(pen: Pen, paper: SealedPiece) -> None:
    """Cross out the seal's place of a trial, so that nobody seals it."""
    pen.line(paper.margin, paper.seal_top + SEAL, paper.margin + SEAL, paper.seal_top, 1)
    pen.line(paper.margin, paper.seal_top, paper.margin + SEAL, paper.seal_top + SEAL, 1)


def _draw_cutting_marks(pen: Pen, paper: Piece) -> None:
    width, height = paper.width * paper.across, paper.height * paper.down
    near, far = _TICK_FROM_EDGE, _TICK_FROM_EDGE + _TICK
    middle_x, middle_y, half = width / 2, height / 2, _CROSS / 2
    if paper.across == 2:
        pen.line(middle_x, near, middle_x, far, _CUT_WEIGHT)
        pen.line(middle_x, height - far, middle_x, height - near, _CUT_WEIGHT)
        pen.line(middle_x, middle_y - half, middle_x, middle_y + half, _CUT_WEIGHT)
    if paper.down == 2:
        pen.line(near, middle_y, far, middle_y, _CUT_WEIGHT)
        pen.line(width - far, middle_y, width - near, middle_y, _CUT_WEIGHT)
        pen.line(middle_x - half, middle_y, middle_x + half, middle_y, _CUT_WEIGHT)


def _draw_trial_mark(pen: Pen, paper: Piece) -> None:
    canvas = pen.canvas
    size = paper.width * 0.62
    canvas.saveState()
    canvas.translate(paper.width / 2 * mm, paper.height / 2 * mm)
    canvas.rotate(45)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(1)
    text = canvas.beginText(-width_mm(TRIAL, BOLD, size) / 2 * mm, -size * 0.33)
    text.setFont(BOLD, size)
    text.setTextRenderMode(1)
    text.textOut(TRIAL)
    canvas.drawText(text)
    canvas.restoreState()
