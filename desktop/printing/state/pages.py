"""State papers as a PDF: text papers under the State's letterhead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.printing.pdf.flow import Setter
from desktop.printing.pdf.pages import text_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.sheets import page_count
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.letterhead import STATE_SETTERS
from desktop.printing.state.one_page import set_closer


def state_pages(
    paper: TextPaper, *, training: bool, own: Mapping[type[Block], Setter] = MappingProxyType({})
) -> bytes:
    """Set a state paper; ``own`` draws blocks that are the paper's alone.

    Raises:
        PaperRefused: as :func:`~desktop.printing.pdf.pages.text_pages`.
    """
    return fitted(paper, training=training, own=own)[1]


def fitted(
    paper: TextPaper, *, training: bool, own: Mapping[type[Block], Setter] = MappingProxyType({})
) -> tuple[TextPaper, bytes]:
    """Set a state paper as :func:`state_pages` does; return it as it is set, and the file."""
    setters = {**STATE_SETTERS, **own}
    data = text_pages(paper, setters, training=training)
    if paper.one_page and page_count(data) > 1:
        closer = replace(paper, blocks=set_closer(paper.blocks))
        set_so = text_pages(closer, setters, training=training)
        if page_count(set_so) == 1:
            return closer, set_so
    return paper, data
