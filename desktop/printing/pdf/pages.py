"""A4 pages of text papers: margins, page numbers, label, training stamp, and the file itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Frame, PageTemplate

from desktop.printing.pdf.flow import Flow, Setter
from desktop.printing.setting import faces
from desktop.printing.setting.block import Block, each_block
from desktop.printing.setting.digest_band import draw_band
from desktop.printing.setting.faces import ITALIC, SERIF
from desktop.printing.setting.paragraphs import PAGES, Text
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import (
    BOTTOM,
    BOTTOM_WITH_BAND,
    HEIGHT,
    LEFT,
    MEASURE,
    RIGHT,
    TOP,
    WIDTH,
    Imprint,
    TextFrame,
    stamp_training,
    typeset,
)
from desktop.printing.setting.text_paper import TextPaper

_HEAD_BASELINE = 13.0


def text_pages(paper: TextPaper, setters: Mapping[type[Block], Setter], *, training: bool) -> bytes:
    """Set a text paper as a PDF, on as many A4 pages as it takes.

    Args:
        paper: what it says.
        setters: how the blocks of its letterhead, and those that are its alone, are drawn.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``; ``paper.qr``: the digest's code is too fine to print;
            ``paper.too_long``: a text alone is longer than a page.

    Source: paper.md §1; Decree 30/2020/NĐ-CP, annex I.
    """
    faces.prepare()
    digest = paper.digest
    imprint = Imprint(title=paper.title, author=paper.author, training=training)

    def dress(canvas: Any, state: Any) -> None:
        canvas.saveState()
        pen = Pen(canvas, HEIGHT)
        draw_page_head(pen, 1 if paper.separate else state.page, paper.label, training=training)
        if digest:
            _draw_once(canvas, lambda pen: draw_band(pen, digest))
        canvas.restoreState()

    def told(pages: int) -> tuple[int, bytes]:
        frame = _text_frame(BOTTOM_WITH_BAND + digest.grows if digest else BOTTOM)
        template = PageTemplate(id="text", frames=[frame], onPage=dress)
        return typeset(Flow(setters, pages).of(paper.blocks), imprint, template)

    pages, data = told(paper.likely)
    if pages == paper.likely or not _says_pages(paper.blocks):
        return data
    # The closing sentence says how many pages there are, and could itself begin another one.
    for _ in range(3):
        said = pages
        pages, data = told(said)
        if pages == said:
            break
    return data


def _says_pages(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Text) and PAGES in block.markup for block in each_block(blocks))


def draw_page_head(pen: Pen, page: int, label: str, *, training: bool) -> None:
    """Draw what stands in the top margin: the label on page 1, the number on the others, the stamp.

    Source: paper.md §1.
    """
    if page == 1:
        pen.flush_right(RIGHT, _HEAD_BASELINE, label, ITALIC, 10)
    else:
        pen.centred((LEFT + RIGHT) / 2, _HEAD_BASELINE, str(page), SERIF, 13)
    if training:
        stamp_training(pen, LEFT, _HEAD_BASELINE, 9)


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
