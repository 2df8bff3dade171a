"""Where the words of a state heading stand, whatever they are set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.setting.date_line import DATE_SIZE
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.wording import balanced
from desktop.printing.state.headings import PaperNumber

ISSUER_CENTRE = 33.0
TITLE_CENTRE = 116.5
ISSUER_WIDTH = 66.0
ISSUER_SIZE = 12.0

_RULE_SHARE = 0.4
_BLANK_RULE = 20.0
_BLANK_HALF = 27.0
_NUMBER_ROOM = 14.0


@dataclass(frozen=True, slots=True)
class IssuerSide:
    """The left side of a heading: its lines, each with its face, and the width of the rule under them, mm."""

    lines: tuple[tuple[list[Placed], str], ...]
    rule: float
    blank: bool


def issuer_side(
    issuer: Sequence[str], blanks: Sequence[str], *, superior: bool, centre: float = ISSUER_CENTRE
) -> IssuerSide:
    """Place the issuer, or its blanks, about a middle.

    Args:
        issuer: lines in capitals; one that is too wide is broken.
        blanks: stand where no issuer is given; one that ends with ``…`` is followed by a leader; without any
            nothing stands there, as on what a person asks for.
        superior: whether the first of several lines is the superior's, in regular type.
        centre: x of the middle, mm.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    if not issuer and not blanks:
        return IssuerSide((), 0, blank=False)
    if not issuer:
        faces = [SERIF if row == 0 and superior else BOLD for row in range(len(blanks))]
        lines = [(_blank(blank, face, centre), face) for blank, face in zip(blanks, faces, strict=True)]
        return IssuerSide(tuple(lines), _BLANK_RULE, blank=True)
    broken = list(_broken(issuer, superior=superior and len(issuer) > 1))
    last, face = broken[-1]
    return IssuerSide(
        tuple((_centred(line, face, centre), face) for line, face in broken),
        width_mm(last, face, ISSUER_SIZE) * _RULE_SHARE,
        blank=False,
    )


def placed_number(number: PaperNumber) -> list[Placed]:
    """Place the number of a paper with its middle at that of the issuer.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    before, after = number.around
    room = _NUMBER_ROOM if number.number is None else 0
    x = ISSUER_CENTRE - (width_mm(before + after, SERIF, DATE_SIZE) + room) / 2
    end = x + width_mm(before, SERIF, DATE_SIZE)
    if number.number is not None:
        return [Placed(before, x, end)]
    after_end = end + room + width_mm(after, SERIF, DATE_SIZE)
    return [
        Placed(before, x, end),
        Placed(None, end + 1, end + room - 1),
        Placed(after, end + room, after_end),
    ]


def _broken(issuer: Sequence[str], *, superior: bool) -> Iterator[tuple[str, str]]:
    for row, line in enumerate(issuer):
        for part in balanced(line, ISSUER_WIDTH, lambda text: width_mm(text, BOLD, ISSUER_SIZE)):
            yield part, SERIF if row == 0 and superior else BOLD


def _centred(line: str, face: str, centre: float) -> list[Placed]:
    half = width_mm(line, face, ISSUER_SIZE) / 2
    return [Placed(line, centre - half, centre + half)]


def _blank(blank: str, face: str, centre: float) -> list[Placed]:
    label = blank.rstrip("…")
    if label == blank:
        return _centred(label, face, centre)
    left = centre - _BLANK_HALF
    end = left + width_mm(label, face, ISSUER_SIZE)
    return [Placed(label, left, end), Placed(None, end + 1, centre + _BLANK_HALF)]
