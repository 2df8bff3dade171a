"""A text paper as a Word file."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.shared import Mm

from desktop.printing.setting.block import Block
from desktop.printing.setting.sheets import (
    BOTTOM,
    BOTTOM_WITH_BAND,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    page_count,
)
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import count_text
from desktop.printing.word.body import Body
from desktop.printing.word.flow import Writer, write
from desktop.printing.word.margins import write_digest, write_page_head
from desktop.printing.word.package import new_document, saved

_HEADER = 8.6
_FOOTER = 6.0


def word_paper(
    paper: TextPaper, writers: Mapping[type[Block], Writer], pdf: bytes, *, training: bool
) -> bytes:
    """Set a text paper as Word, for an office that changes a sentence of it.

    Args:
        paper: what it says.
        writers: how the blocks of its letterhead are written.
        pdf: the same paper printed. Word counts its pages anew; until then the paper says how many that has.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §12.
    """
    document = new_document(paper.title, paper.author)
    _lay_out(document, paper, training=training)
    body = Body(document, count_text(page_count(pdf)))
    write(paper.blocks, body, writers)
    # A text never ends with a table.
    body.gap()
    return saved(document)


def _lay_out(document: Document, paper: TextPaper, *, training: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH), Mm(HEIGHT)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(WIDTH - RIGHT)
    section.top_margin = Mm(TOP)
    section.bottom_margin = Mm(BOTTOM_WITH_BAND + paper.digest.grows if paper.digest else BOTTOM)
    section.header_distance, section.footer_distance = Mm(_HEADER), Mm(_FOOTER)
    section.different_first_page_header_footer = not paper.separate
    if paper.separate:
        write_page_head(section.header, label=paper.label, training=training)
    else:
        write_page_head(section.first_page_header, label=paper.label, training=training)
        write_page_head(section.header, label=None, training=training)
    if paper.digest:
        write_digest(section.first_page_footer, paper.digest)
        write_digest(section.footer, paper.digest)
