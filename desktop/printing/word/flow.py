"""Blocks written into a Word paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docx.shared import Pt

from desktop.printing.setting.block import Block, Closing, NewPage, Space, Together
from desktop.printing.setting.leaders import PenLines
from desktop.printing.setting.name_frame import NameFrame
from desktop.printing.setting.paragraphs import Text
from desktop.printing.setting.ruled_table import Announced, RuledTable
from desktop.printing.word.body import Body
from desktop.printing.word.markup import add_markup
from desktop.printing.word.name_frame import write_name_frame
from desktop.printing.word.pen_lines import write_pen_lines
from desktop.printing.word.ruled_table import START, write_table

Writer = Callable[[Any, Body], None]
"""Writes a block of its own type."""


def _write_text(block: Text, body: Body) -> None:
    paragraph = body.paragraph(block.style)
    if block.leading:
        paragraph.paragraph_format.line_spacing = Pt(block.leading)
    add_markup(paragraph, block.markup, body.pages)


def _write_space(block: Space, body: Body) -> None:
    body.gap(block.height)


def _write_new_page(_: NewPage, body: Body) -> None:
    body.gap().paragraph_format.page_break_before = True


_WRITERS: Mapping[type[Block], Writer] = {
    Text: _write_text,
    PenLines: write_pen_lines,
    RuledTable: write_table,
    NameFrame: write_name_frame,
    Space: _write_space,
    NewPage: _write_new_page,
}


def write(blocks: Iterable[Block], body: Body, own: Mapping[type[Block], Writer]) -> None:
    """Write blocks; ``own`` writes those of the paper's own letterhead."""
    writers = {**_WRITERS, **own}
    for block in blocks:
        start = len(body.lines)
        if isinstance(block, Together):
            write(block.blocks, body, own)
            body.keep(start)
        elif isinstance(block, Closing):
            write((block.text, *block.kept), body, own)
            body.keep(start, first_may_part=True)
        elif isinstance(block, Announced):
            write((block.line, block.table), body, own)
            body.keep(start, start + 1 + START)
        else:
            writers[type(block)](block, body)
