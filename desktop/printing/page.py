"""A4 pages of state papers: margins, page numbers, label, training stamp, and the file itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from desktop.errors import PaperRefused
from desktop.printing import faces
from desktop.printing.faces import ITALIC, SERIF
from desktop.printing.pen import Pen

WIDTH, HEIGHT = 210.0, 297.0
TOP = 20.0
LEFT = 30.0
RIGHT = 195.0
MEASURE = RIGHT - LEFT
BOTTOM = 20.0
BOTTOM_WITH_BAND = 25.0

TRAINING = "DỮ LIỆU TẬP HUẤN"

_HEAD_BASELINE = 13.0
_PROGRAM = "Hòm Phiếu"
# The page objects of reportlab's files stand in clear.
_PAGE_OBJECT = re.compile(rb"/Type /Page\b(?!s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a file says of itself.

    Args:
        title: of the paper, for the metadata.
        author: the issuer, for the metadata.
        training: every page or ballot is stamped ``DỮ LIỆU TẬP HUẤN``.
    """

    title: str
    author: str
    training: bool


def new_canvas(buffer: BytesIO, width: float, height: float, imprint: Imprint) -> Canvas:
    """Open a canvas whose file is the same bytes for the same drawing; the sheet in mm.

    Raises:
        PaperRefused: ``paper.face``.
    """
    faces.prepare()
    canvas = Canvas(
        buffer,
        pagesize=(width * mm, height * mm),
        invariant=1,
        pageCompression=1,
        initialFontName=SERIF,
        lang="vi-VN",
    )
    canvas.setTitle(imprint.title)
    canvas.setAuthor(imprint.author)
    canvas.setCreator(_PROGRAM)
    return canvas


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

    pages, data = _typeset(story(likely), imprint, template())
    if pages == likely:
        return data
    # The closing sentence says how many pages there are, and could itself begin another one.
    for _ in range(0 if separate else 3):
        told = pages
        pages, data = _typeset(story(told), imprint, template())
        if pages == told:
            break
    return data


def drawn_pages(
    pages: Sequence[Callable[[Pen], None]],
    imprint: Imprint,
    *,
    width: float = WIDTH,
    height: float = HEIGHT,
) -> bytes:
    """Print pages that are drawn piece by piece, with nothing on them but what is drawn.

    Args:
        pages: each is given a :class:`Pen` over a whole sheet.
        imprint: title and issuer; the training stamp is the drawing's to place.
        width: of a sheet, mm.
        height: of a sheet, mm.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    buffer = BytesIO()
    canvas: Any = new_canvas(buffer, width, height, imprint)
    for drawing in pages:
        drawing(Pen(canvas, height))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


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


def page_count(data: bytes) -> int:
    """Count the pages of a PDF that this room drew."""
    return len(_PAGE_OBJECT.findall(data))


def stamp_training(pen: Pen, x: float, y: float, size: float) -> None:
    """Mark a paper as training data, small and grey, centred at ``x``; mm."""
    pen.grey(0.45)
    pen.centred(x, y, TRAINING, SERIF, size)
    pen.grey(0)


def _typeset(blocks: list[Flowable], imprint: Imprint, template: PageTemplate) -> tuple[int, bytes]:
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(WIDTH * mm, HEIGHT * mm),
        title=imprint.title,
        author=imprint.author,
        creator=_PROGRAM,
        invariant=1,
        pageCompression=1,
        initialFontName=SERIF,
        lang="vi-VN",
    )

    document.addPageTemplates([template])
    try:
        document.build(blocks)
    except PaperRefused as refusal:
        raise _first(refusal) from None
    except LayoutError as error:
        raise PaperRefused("paper.too_long", where=imprint.title) from error
    return int(document.page), buffer.getvalue()


def _draw_once(canvas: Any, band: Callable[[Pen], None]) -> None:
    if not canvas.hasForm("band"):
        canvas.beginForm("band", 0, 0, WIDTH * mm, HEIGHT * mm)
        band(Pen(canvas, HEIGHT))
        canvas.endForm()
    canvas.doForm("band")


def _first(refusal: PaperRefused) -> PaperRefused:
    # At the head of a page reportlab makes the error anew with a text of its own for its code.
    while isinstance(refusal.__context__, PaperRefused):
        refusal = refusal.__context__
    return refusal


class _TextFrame(Frame):  # type: ignore[misc]  # reportlab has no types
    def __deepcopy__(self, _seen: object) -> _TextFrame:
        # Blocks that are kept together are measured in a copy, and change nothing that the copy shares.
        return copy(self)


def _text_frame(bottom: float) -> Frame:
    # Frames pad by 6 pt unless told not to, and the margins come out 2 mm wrong.
    return _TextFrame(
        LEFT * mm,
        bottom * mm,
        MEASURE * mm,
        (HEIGHT - TOP - bottom) * mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
