"""A Party paper across as a Word file."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from desktop.printing.party.across import ACROSS, BOTTOM, LEFT, MEASURE, TOP
from desktop.printing.party.across_heading import PartyHeading
from desktop.printing.party.across_heading_word import write_heading
from desktop.printing.party.letter_signatures import PartySignatures
from desktop.printing.party.letter_signatures_word import write_party_signatures
from desktop.printing.party.page_foot import PageFoot
from desktop.printing.party.page_foot_word import write_foot
from desktop.printing.setting.block import Block
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.word.body import Body
from desktop.printing.word.flow import Writer, write
from desktop.printing.word.margins import write_page_head
from desktop.printing.word.package import new_document, saved

_WRITERS: Mapping[type[Block], Writer] = {
    PartyHeading: write_heading,
    PageFoot: write_foot,
    PartySignatures: write_party_signatures,
}
_HEADER = 8.6


def across_in_word(paper: TextPaper, *, training: bool) -> bytes:
    """Set a Party paper as Word, for an office that changes something in it.

    Args:
        paper: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: as :func:`~desktop.printing.party.across_pages.across_pages`.

    Source: paper-t2.md §12.
    """
    document = new_document(paper.title, paper.author)
    _lay_out(document, paper, training=training)
    write(paper.blocks, Body(document, "1"), _WRITERS)
    return saved(document)


def _lay_out(document: Document, paper: TextPaper, *, training: bool) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(ACROSS[0]), Mm(ACROSS[1])
    section.left_margin, section.right_margin = Mm(LEFT), Mm(ACROSS[0] - LEFT - MEASURE)
    # Word's rows are a hair higher than drawn ones.
    section.top_margin, section.bottom_margin = Mm(TOP - 1), Mm(BOTTOM - 3)
    section.header_distance, section.footer_distance = Mm(_HEADER), Mm(4)
    section.different_first_page_header_footer = True
    write_page_head(section.first_page_header, label=paper.label, training=training, measure=MEASURE)
    write_page_head(section.header, label="", training=training, measure=MEASURE)
