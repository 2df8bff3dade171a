"""The heading of upright Party papers: who issues it over "*", the Party's name, number, place and date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.party.letterhead import BRANCH_BLANKS, ISSUER_SIZE, centred, issuer_lines
from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine, placed_date
from desktop.printing.setting.faces import SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE

LEFT_CENTRE = 42.0
RIGHT_CENTRE = 125.8

COMMUNE_BLANKS = ("ĐẢNG BỘ…", "ĐẢNG ỦY XÃ…")
CONGRESS_BLANKS = ("CHI BỘ…", "ĐẠI HỘI LẦN THỨ…", "NHIỆM KỲ…")

_NUMBER_ROOM = 12.0


@dataclass(frozen=True, slots=True)
class PartyNumber:
    """The number of a paper, or None for a blank, and its symbol such as ``NQ/ĐH``; no colon stands in it."""

    number: str | None
    symbol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHeading(Block):
    """The heading of an upright Party paper.

    Args:
        issuer: lines in capitals, the first in regular type.
        blanks: stand where no issuer is given, each followed by a leader; none on what a person writes.
        number: under the issuer, at the left of the date; None on a paper that has none.
        dated: place and date.
    """

    issuer: tuple[str, ...]
    blanks: tuple[str, ...]
    number: PartyNumber | None
    dated: DateLine


def letter_heading(
    issuer: Sequence[str],
    dated: DateLine,
    number: PartyNumber | None = None,
    *,
    blanks: Sequence[str] = BRANCH_BLANKS,
) -> LetterHeading:
    """Set the heading of what a branch, or its congress, issues.

    Args:
        issuer: a branch with its superior above it; a congress with its branch above it and its term below.
        dated: place and date.
        number: of the paper.
        blanks: stand where no issuer is given.

    Source: 36-HD/VPTW; 05-HD/VPTW; paper-t2.md §8.
    """
    return LetterHeading(issuer=tuple(issuer), blanks=tuple(blanks), number=number, dated=dated)


def issuer_of(block: LetterHeading) -> list[tuple[list[Placed], str]]:
    """Place the lines of the issuer, each with its face.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    return issuer_lines(block.issuer, LEFT_CENTRE, block.blanks)


def placed_number(number: PartyNumber) -> list[Placed]:
    """Place the number of a paper with its middle at that of the issuer.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    if number.number is not None:
        return centred(f"Số {number.number}-{number.symbol}", SERIF, LEFT_CENTRE)
    before, after = "Số", f"-{number.symbol}"
    room = width_mm(before, SERIF, ISSUER_SIZE) + _NUMBER_ROOM
    x = LEFT_CENTRE - (room + width_mm(after, SERIF, ISSUER_SIZE)) / 2
    end = x + width_mm(before, SERIF, ISSUER_SIZE)
    return [
        Placed(before, x, end),
        Placed(None, end + 1, x + room - 1),
        Placed(after, x + room, x + room + width_mm(after, SERIF, ISSUER_SIZE)),
    ]


def is_beside(block: LetterHeading) -> bool:
    """Tell whether place and date have room beside the last line of the issuer; a long place has none.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    lines = issuer_of(block)
    return not lines or placed_day(block.dated)[0].x > lines[-1][0][-1].end


def placed_day(dated: DateLine) -> list[Placed]:
    """Place the line of place and date in the middle of the right side; a long one ends at the margin.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    placed = placed_date(dated, RIGHT_CENTRE, ISSUER_SIZE)
    over = placed[-1].end - MEASURE
    return placed_date(dated, RIGHT_CENTRE - over, ISSUER_SIZE) if over > 0 else placed
