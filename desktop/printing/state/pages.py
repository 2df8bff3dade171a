"""State papers as a PDF: text papers under the State's letterhead."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.printing.pdf.flow import Setter
from desktop.printing.pdf.pages import text_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.letterhead import STATE_SETTERS


def state_pages(
    paper: TextPaper, *, training: bool, own: Mapping[type[Block], Setter] = MappingProxyType({})
) -> bytes:
    """Set a state paper; ``own`` draws blocks that are the paper's alone.

    Raises:
        PaperRefused: as :func:`~desktop.printing.pdf.pages.text_pages`.
    """
    return text_pages(paper, {**STATE_SETTERS, **own}, training=training)
