"""A4 pages of state papers: margins, page numbers, label, training stamp, and the file itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, PageTemplate

from desktop.printing.setting import faces
from desktop.printing.setting.faces import ITALIC, SERIF
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import (
    HEIGHT,
    LEFT,
    MEASURE,
    RIGHT,
    WIDTH,
    Imprint,
    TextFrame,
    stamp_training,
    typeset,
)

TOP = 20.0
BOTTOM = 20.0
BOTTOM_WITH_BAND = 25.0

_HEAD_BASELINE = 13.0


def state_pages(
    story: Callable[[int], list[Flowable]],
    imprint: Imprint,
    *,
    label: str,
    band: Callable[[Pen], None] | None = None,
    separate: bool = False,
    likely: int = 1,
) -> bytes:
    """Set a state paper on as many A4 pages as it takes.

    Args:
        story: gives the flow of blocks, told how many pages the paper has.
        imprint: title, issuer and training stamp.
        label: the form's label at the upper right of page 1.
        band: draws the foot of every page; the bottom margin is then 25 mm instead of 20.
        separate: every page is a paper of its own, with the label and without a number.
        likely: how many pages it usually has; a right guess saves setting it twice.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, or what ``band`` raises; ``paper.too_long``: a text
            alone is longer than a page.

    Source: paper.md §1; Decree 30/2020/NĐ-CP, annex I.
    """
    faces.prepare()

    def dress(canvas: Any, state: Any) -> None:
        canvas.saveState()
        pen = Pen(canvas, HEIGHT)
        draw_page_head(pen, 1 if separate else state.page, label, training=imprint.training)
        if band:
            _draw_once(canvas, band)
        canvas.restoreState()

    def template() -> PageTemplate:
        frame = _text_frame(BOTTOM_WITH_BAND if band else BOTTOM)
        return PageTemplate(id="state", frames=[frame], onPage=dress)

    pages, data = typeset(story(likely), imprint, template())
    if pages == likely:
        return data
    # The closing sentence says how many pages there are, and could itself begin another one.
    for _ in range(0 if separate else 3):
        told = pages
        pages, data = typeset(story(told), imprint, template())
        if pages == told:
            break
    return data


def draw_page_head(pen: Pen, page: int, label: str, *, training: bool) -> None:
    """Draw what stands in the top margin: the label on page 1, the number on the others, the stamp.

    Source: paper.md §1.
    """
    if page == 1:
        pen.flush_right(RIGHT, _HEAD_BASELINE, label, ITALIC, 10)
    else:
        pen.centred((LEFT + RIGHT) / 2, _HEAD_BASELINE, str(page), SERIF, 13)
    if training:
        stamp_training(pen, LEFT + 16, _HEAD_BASELINE, 9)


def _draw_once(canvas: Any, band: Callable[[Pen], None]) -> None:
    if not canvas.hasForm("band"):
        canvas.beginForm("band", 0, 0, WIDTH * mm, HEIGHT * mm)
        band(Pen(canvas, HEIGHT))
        canvas.endForm()
    canvas.doForm("band")


def _text_frame(bottom: float) -> Frame:
    # Frames pad by 6 pt unless told not to, and the margins come out 2 mm wrong.
    return TextFrame(
        LEFT * mm,
        bottom * mm,
        MEASURE * mm,
        (HEIGHT - TOP - bottom) * mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
