"""Upright Party papers as Word files."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.printing.party.letter_heading import LetterHeading
from desktop.printing.party.letter_heading_word import write_letter_heading
from desktop.printing.party.letter_signatures import PartySignatures, SignedAndFiled
from desktop.printing.party.letter_signatures_word import write_party_signatures, write_signed_and_filed
from desktop.printing.party.letter_title import LetterTitle
from desktop.printing.party.letter_title_word import write_letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.word.flow import Writer
from desktop.printing.word.paper import word_paper

_WRITERS: Mapping[type[Block], Writer] = {
    LetterHeading: write_letter_heading,
    LetterTitle: write_letter_title,
    PartySignatures: write_party_signatures,
    SignedAndFiled: write_signed_and_filed,
}


def letter_in_word(paper: TextPaper, *, training: bool) -> bytes:
    """Set an upright Party paper as Word.

    Raises:
        PaperRefused: as :func:`~desktop.printing.pdf.pages.text_pages`.
    """
    return word_paper(paper, _WRITERS, letter_pages(paper, training=training), training=training)
