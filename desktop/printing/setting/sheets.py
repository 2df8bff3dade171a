"""Sheets of paper and the files that hold them: measure, imprint, training stamp."""

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
from desktop.printing.setting import faces
from desktop.printing.setting.faces import SERIF
from desktop.printing.setting.pen import Pen, width_mm

WIDTH, HEIGHT = 210.0, 297.0
LEFT = 30.0
RIGHT = 195.0
MEASURE = RIGHT - LEFT
TOP = 20.0
BOTTOM = 20.0
BOTTOM_WITH_BAND = 25.0

TRAINING = "DỮ LIỆU TẬP HUẤN"

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
    canvas = _canvas(
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


def page_count(data: bytes) -> int:
    """Count the pages of a PDF that this room drew."""
    return len(_PAGE_OBJECT.findall(data))


def stamp_training(pen: Pen, x: float, y: float, size: float) -> None:
    """Mark a paper as training data, small and grey, from ``x`` on; mm."""
    pen.grey(0.45)
    pen.text(x, y, TRAINING, SERIF, size)
    pen.grey(0)


def stamp_training_at_middle(pen: Pen, centre: float, y: float, size: float) -> None:
    """Mark a paper as training data, its middle at ``centre``; mm."""
    stamp_training(pen, centre - width_mm(TRAINING, SERIF, size) / 2, y, size)


def typeset(
    blocks: list[Flowable],
    imprint: Imprint,
    template: PageTemplate,
    size: tuple[float, float] = (WIDTH, HEIGHT),
) -> tuple[int, bytes]:
    """Set blocks on pages of a template, A4 where no size in mm is given; return how many, and the file.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, ``paper.too_long`` for a block higher than a page.
    """
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(size[0] * mm, size[1] * mm),
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
        document.build(blocks, canvasmaker=_canvas)
    except PaperRefused as refusal:
        raise _first(refusal) from None
    except LayoutError as error:
        raise PaperRefused("paper.too_long", where=imprint.title) from error
    return int(document.page), buffer.getvalue()


def _canvas(*arguments: Any, **named: Any) -> Canvas:
    canvas = Canvas(*arguments, **named)
    # Measures are the paper: a viewer that fits a page to its printer's margins makes them smaller.
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


def _first(refusal: PaperRefused) -> PaperRefused:
    # At the head of a page reportlab makes the error anew with a text of its own for its code.
    while isinstance(refusal.__context__, PaperRefused):
        refusal = refusal.__context__
    return refusal


class TextFrame(Frame):  # type: ignore[misc]  # reportlab has no types
    """The part of a page that text fills."""

    def __deepcopy__(self, _seen: object) -> TextFrame:
        # Blocks that are kept together are measured in a copy, and change nothing that the copy shares.
        return copy(self)
