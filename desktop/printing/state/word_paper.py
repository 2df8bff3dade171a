"""State papers as Word files: text papers under the State's letterhead."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.printing.setting.block import Block
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.heading_word import write_heading
from desktop.printing.state.headings import StateHeading
from desktop.printing.state.pages import fitted
from desktop.printing.state.signature_word import (
    write_counting_signatures,
    write_signature_row,
    write_signed_and_sent,
)
from desktop.printing.state.signatures import CountingSignatures, SignatureRow, SignedAndSent
from desktop.printing.state.title_word import write_blank_title, write_open_title, write_title
from desktop.printing.state.titles import BlankTitle, OpenTitle, PaperTitle
from desktop.printing.word.flow import Writer
from desktop.printing.word.paper import word_paper

_STATE_WRITERS: Mapping[type[Block], Writer] = {
    StateHeading: write_heading,
    PaperTitle: write_title,
    OpenTitle: write_open_title,
    BlankTitle: write_blank_title,
    SignatureRow: write_signature_row,
    CountingSignatures: write_counting_signatures,
    SignedAndSent: write_signed_and_sent,
}


def state_word(paper: TextPaper, *, training: bool) -> bytes:
    """Set a state paper as Word.

    Raises:
        PaperRefused: as :func:`~desktop.printing.pdf.pages.text_pages`.
    """
    paper, printed = fitted(paper, training=training)
    return word_paper(paper, _STATE_WRITERS, printed, training=training)
