"""Blocks as the flow of a PDF's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from desktop.printing.pdf.name_frame import set_name_frame
from desktop.printing.pdf.pen_lines import set_pen_lines
from desktop.printing.pdf.ruled_table import set_table
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting.block import Block, Closing, NewPage, Space, Together
from desktop.printing.setting.leaders import PenLines
from desktop.printing.setting.name_frame import NameFrame
from desktop.printing.setting.paragraphs import PAGES, Text
from desktop.printing.setting.ruled_table import Announced, RuledTable
from desktop.printing.setting.wording import count_text

Setter = Callable[[Any], Flowable]
"""Sets a block of its own type."""

_START_OF_TABLE = 56
_PARTED = 2
_SETTERS: Mapping[type[Block], Setter] = {
    PenLines: set_pen_lines,
    NameFrame: set_name_frame,
    RuledTable: set_table,
    Space: lambda block: Spacer(1, block.height * mm),
    NewPage: lambda _: PageBreak(),
}


class _Closed(KeepTogether):  # type: ignore[misc]  # reportlab has no types
    """A text with what its last lines stay with: where both don't fit, as much of the text as does stays."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give what stands on this page and what on the next."""
        whole: list[Flowable] = super().split(width, height)
        text, *kept = self._content
        if len(whole) == len(self._content) or not isinstance(text, SetText):
            return whole
        parted = text.split(width, min(height, text.height - 1))
        return whole if len(parted) < _PARTED else [parted[0], KeepTogether([parted[1], *kept])]


class Flow:
    """Sets blocks for a paper of so many pages.

    Args:
        own: how the blocks of the paper's own letterhead are set.
        pages: what the paper says that it has.
    """

    def __init__(self, own: Mapping[type[Block], Setter], pages: int) -> None:
        self._setters = {**_SETTERS, **own}
        self._pages = count_text(pages)

    def of(self, blocks: Iterable[Block]) -> list[Flowable]:
        """Give what reportlab makes pages of.

        Raises:
            PaperRefused: ``paper.letter``, there or once it is measured.
        """
        return [flowable for block in blocks for flowable in self._set(block)]

    def _set(self, block: Block) -> list[Flowable]:
        if isinstance(block, Text):
            markup = block.markup.replace(PAGES, self._pages)
            style = replace(block.style, leading=block.leading) if block.leading else block.style
            return [SetText(words_of(markup, style.face), style)]
        if isinstance(block, Together):
            return [KeepTogether(self.of(block.blocks))]
        if isinstance(block, Closing):
            return [_Closed(self.of((block.text, *block.kept)))]
        if isinstance(block, Announced):
            return [CondPageBreak(_START_OF_TABLE * mm), *self.of((block.line, block.table))]
        return [self._setters[type(block)](block)]
