"""Upright Party papers as a PDF: text papers under the Party's letterhead."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.printing.party.letter_heading import LetterHeading
from desktop.printing.party.letter_heading_drawing import set_letter_heading
from desktop.printing.party.letter_signatures import PartySignatures, SignedAndFiled
from desktop.printing.party.letter_signatures_drawing import set_party_signatures, set_signed_and_filed
from desktop.printing.party.letter_title import LetterTitle
from desktop.printing.party.letter_title_drawing import set_letter_title
from desktop.printing.pdf.flow import Setter
from desktop.printing.pdf.pages import text_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.text_paper import TextPaper

_SETTERS: Mapping[type[Block], Setter] = {
    LetterHeading: set_letter_heading,
    LetterTitle: set_letter_title,
    PartySignatures: set_party_signatures,
    SignedAndFiled: set_signed_and_filed,
}


def letter_pages(paper: TextPaper, *, training: bool) -> bytes:
    """Set an upright Party paper; its pages have the measures of the State's.

    Raises:
        PaperRefused: as :func:`~desktop.printing.pdf.pages.text_pages`.

    Source: paper-t2.md §8.
    """
    return text_pages(paper, _SETTERS, training=training)
