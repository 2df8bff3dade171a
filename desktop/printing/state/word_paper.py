"""A state paper as a Word file."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.shared import Mm

from desktop.printing.setting.block import Block
from desktop.printing.setting.sheets import HEIGHT, LEFT, RIGHT, WIDTH, page_count
from desktop.printing.setting.wording import count_text
from desktop.printing.state.heading_word import write_heading
from desktop.printing.state.headings import StateHeading
from desktop.printing.state.pages import BOTTOM, BOTTOM_WITH_BAND, TOP, state_pages
from desktop.printing.state.signature_word import (
    write_counting_signatures,
    write_signature_row,
    write_signed_and_sent,
)
from desktop.printing.state.signatures import CountingSignatures, SignatureRow, SignedAndSent
from desktop.printing.state.state_paper import StatePaper
from desktop.printing.state.title_word import write_blank_title, write_open_title, write_title
from desktop.printing.state.titles import BlankTitle, OpenTitle, PaperTitle
from desktop.printing.word.body import Body
from desktop.printing.word.flow import Writer, write
from desktop.printing.word.margins import write_digest, write_page_head
from desktop.printing.word.package import new_document, saved

_STATE_WRITERS: Mapping[type[Block], Writer] = {
    StateHeading: write_heading,
    PaperTitle: write_title,
    OpenTitle: write_open_title,
    BlankTitle: write_blank_title,
    SignatureRow: write_signature_row,
    CountingSignatures: write_counting_signatures,
    SignedAndSent: write_signed_and_sent,
}
_HEADER = 8.6
_FOOTER = 6.0


def word_paper(paper: StatePaper, *, training: bool) -> bytes:
    """Set a state paper as Word, for an office that changes a sentence of it.

    Args:
        paper: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: as :func:`~desktop.printing.state.pages.state_pages`, whose PDF it is compared with.

    Source: paper-t2.md §12.
    """
    # Word counts its pages anew; until then the paper says how many the PDF has.
    pages = page_count(state_pages(paper, training=training))
    document = new_document(paper.title, paper.author)
    _lay_out(document, paper, training=training)
    body = Body(document, count_text(pages))
    write(paper.blocks, body, _STATE_WRITERS)
    # A text never ends with a table.
    body.gap()
    return saved(document)


def _lay_out(document: Document, paper: StatePaper, *, training: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH), Mm(HEIGHT)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(WIDTH - RIGHT)
    section.top_margin = Mm(TOP)
    section.bottom_margin = Mm(BOTTOM_WITH_BAND if paper.digest else BOTTOM)
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
