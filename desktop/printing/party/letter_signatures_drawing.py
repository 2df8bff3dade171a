"""Signatures of upright Party papers drawn between the margins."""

from __future__ import annotations

from desktop.printing.party.letter_signatures import (
    CENTRES,
    HINT_SIZE,
    LIST_SIZE,
    RECIPIENTS,
    SIZE,
    PartySignatures,
    PartySigning,
    SignedAndFiled,
)
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE

_FIRST_BASELINE = 8.0
_PITCH = 5.8
_LIST_BELOW = 5.5
_LIST_PITCH = 4.9
_RULE_BELOW = 0.9
_BLANK_HALF = 30.0
_BLANK_HALF_OF_THREE = 22.0
_END = 2.5


def set_party_signatures(block: PartySignatures) -> Drawn:
    """Set places to sign beside each other; their names share a line.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    rows = max(signing.rows for signing in block.signings)
    names = _names(rows, block.free)
    half = _BLANK_HALF if block.size == SIZE else _BLANK_HALF_OF_THREE

    def drawing(pen: Pen) -> None:
        places = [part * block.measure for part in CENTRES[len(block.signings)]]
        # Heads first, as they are read, and as Word has them.
        for signing, centre in zip(block.signings, places, strict=True):
            _draw_head(pen, signing, centre, block.size, rows)
        for signing, centre in zip(block.signings, places, strict=True):
            _draw_name(pen, signing, centre, names, block.size, half)

    return Drawn(block.measure, names + _END, drawing)


def set_signed_and_filed(block: SignedAndFiled) -> Drawn:
    """Set the signature at the right, the recipients at the left.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    names = _names(block.signing.rows, block.free)

    def drawing(pen: Pen) -> None:
        pen.text(0, _FIRST_BASELINE, f"{RECIPIENTS}:", SERIF, SIZE)
        rule = _FIRST_BASELINE + _RULE_BELOW
        pen.line(0, rule, width_mm(RECIPIENTS, SERIF, SIZE), rule)
        for row, line in enumerate(block.listed):
            pen.text(0, _FIRST_BASELINE + _LIST_BELOW + row * _LIST_PITCH, line, SERIF, LIST_SIZE)
        centre = CENTRES[1][0] * MEASURE
        _draw_head(pen, block.signing, centre, SIZE, block.signing.rows)
        _draw_name(pen, block.signing, centre, names, SIZE, _BLANK_HALF)

    left = _FIRST_BASELINE + _LIST_BELOW + len(block.recipients) * _LIST_PITCH
    return Drawn(MEASURE, max(names + _END, left), drawing)


def _names(rows: int, free: float) -> float:
    return _FIRST_BASELINE + (rows - 1) * _PITCH + free


def _draw_head(pen: Pen, signing: PartySigning, centre: float, size: float, rows: int) -> None:
    # Hints share the last line, whoever has a post above them.
    heads = [
        (0, signing.authority, BOLD, size),
        (1, signing.post, SERIF, size),
        (rows - 1, signing.hint, ITALIC, HINT_SIZE),
    ]
    for row, text, face, points in heads:
        if text:
            pen.centred(centre, _FIRST_BASELINE + row * _PITCH, text, face, points)


def _draw_name(
    pen: Pen, signing: PartySigning, centre: float, names: float, size: float, half: float
) -> None:
    if signing.name:
        pen.centred(centre, names, signing.name, BOLD, size)
    else:
        pen.dots(centre - half, centre + half, names)
