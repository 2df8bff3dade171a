"""The State's own blocks in the flow of a PDF's pages."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.printing.pdf.flow import Setter
from desktop.printing.setting.block import Block
from desktop.printing.state.heading_drawing import set_heading
from desktop.printing.state.headings import StateHeading
from desktop.printing.state.signature_drawing import (
    set_counting_signatures,
    set_signature_row,
    set_signed_and_sent,
)
from desktop.printing.state.signatures import CountingSignatures, SignatureRow, SignedAndSent
from desktop.printing.state.title_drawing import set_blank_title, set_open_title, set_title
from desktop.printing.state.titles import BlankTitle, OpenTitle, PaperTitle

STATE_SETTERS: Mapping[type[Block], Setter] = {
    StateHeading: set_heading,
    PaperTitle: set_title,
    OpenTitle: set_open_title,
    BlankTitle: set_blank_title,
    SignatureRow: set_signature_row,
    CountingSignatures: set_counting_signatures,
    SignedAndSent: set_signed_and_sent,
}
"""How each block of a state paper is drawn."""
