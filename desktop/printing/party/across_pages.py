"""Pages of Party papers across: margins, label, training stamp, and the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import PageTemplate

from desktop.printing.party.across import ACROSS, BOTTOM, HEIGHT, LEFT, MEASURE
from desktop.printing.party.across_heading import PartyHeading
from desktop.printing.party.across_heading_drawing import set_heading
from desktop.printing.party.letter_signatures import PartySignatures
from desktop.printing.party.letter_signatures_drawing import set_party_signatures
from desktop.printing.party.page_foot import PageFoot, set_foot
from desktop.printing.pdf.flow import Flow, Setter
from desktop.printing.setting import faces
from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import ITALIC
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import Imprint, TextFrame, stamp_training, typeset
from desktop.printing.setting.text_paper import TextPaper

_HEAD_BASELINE = 13.0
_SLACK = 0.01
_SETTERS: Mapping[type[Block], Setter] = {
    PartyHeading: set_heading,
    PageFoot: set_foot,
    PartySignatures: set_party_signatures,
}


def across_pages(paper: TextPaper, *, training: bool) -> bytes:
    """Set a Party paper as a PDF, on as many A4 pages across as it takes.

    Args:
        paper: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``; ``paper.too_long``: a block is higher than a page.

    Source: paper-t2.md §8, §9 (roster).
    """
    faces.prepare()
    imprint = Imprint(title=paper.title, author=paper.author, training=training)

    def dress(canvas: Any, state: Any) -> None:
        canvas.saveState()
        pen = Pen(canvas, ACROSS[1])
        if state.page == 1:
            pen.flush_right(LEFT + MEASURE, _HEAD_BASELINE, paper.label, ITALIC, 10)
        if training:
            stamp_training(pen, LEFT, _HEAD_BASELINE, 9)
        canvas.restoreState()

    frame = TextFrame(
        LEFT * mm,
        (BOTTOM - _SLACK) * mm,
        MEASURE * mm,
        (HEIGHT + _SLACK) * mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    size = (ACROSS[0] * mm, ACROSS[1] * mm)
    template = PageTemplate(id="party", frames=[frame], onPage=dress, pagesize=size)
    return typeset(Flow(_SETTERS, 1).of(paper.blocks), imprint, template, ACROSS)[1]
