"""The heading of upright Party papers: who issues it over "*", the Party's name, number, place and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine, placed_date
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
STAR = "*"
PARTY_SIZE = 15.0
SIZE = 14.0
"""Points: issuer, number, place and date."""

LEFT_CENTRE = 42.0
RIGHT_CENTRE = 125.8
LEFT_WIDTH = 84.0

BRANCH_BLANKS = ("ĐẢNG BỘ XÃ…", "CHI BỘ…")
COMMUNE_BLANKS = ("ĐẢNG BỘ…", "ĐẢNG ỦY XÃ…")
CONGRESS_BLANKS = ("CHI BỘ…", "ĐẠI HỘI LẦN THỨ…", "NHIỆM KỲ…")

_BLANK_HALF = 34.0
_NUMBER_ROOM = 12.0
_UNITS = (" THÔN ", " BẢN ", " BUÔN ", " LÀNG ", " ẤP ", " KHU ", " TỔ ", " TIỂU ", " KHÓM ")


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
        blanks: stand where no issuer is given, each followed by a leader.
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


def issuer_lines(block: LetterHeading) -> list[tuple[list[Placed], str]]:
    """Place the lines of the issuer, each with its face; one too wide breaks before the word for the unit.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    placed = []
    if not block.issuer:
        faces = [BOLD if row else SERIF for row in range(len(block.blanks))]
        return [(_blank(line, face), face) for line, face in zip(block.blanks, faces, strict=True)]
    for row, line in enumerate(block.issuer):
        face = BOLD if row else SERIF
        placed += [(_centred(part, face), face) for part in _broken(line, face)]
    return placed


def placed_number(number: PartyNumber) -> list[Placed]:
    """Place the number of a paper with its middle at that of the issuer.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    if number.number is not None:
        return _centred(f"Số {number.number}-{number.symbol}", SERIF)
    before, after = "Số", f"-{number.symbol}"
    room = width_mm(before, SERIF, SIZE) + _NUMBER_ROOM
    x = LEFT_CENTRE - (room + width_mm(after, SERIF, SIZE)) / 2
    end = x + width_mm(before, SERIF, SIZE)
    return [
        Placed(before, x, end),
        Placed(None, end + 1, x + room - 1),
        Placed(after, x + room, x + room + width_mm(after, SERIF, SIZE)),
    ]


def is_beside(block: LetterHeading) -> bool:
    """Tell whether place and date have room beside the last line of the issuer; a long place has none.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    last, _ = issuer_lines(block)[-1]
    return placed_day(block.dated)[0].x > last[-1].end


def _broken(line: str, face: str) -> Iterator[str]:
    if width_mm(line, face, SIZE) > LEFT_WIDTH:
        for word in _UNITS:
            head, found, rest = line.partition(word)
            if found:
                yield head
                yield (found + rest).strip()
                return
    yield line


def _centred(line: str, face: str) -> list[Placed]:
    half = width_mm(line, face, SIZE) / 2
    return [Placed(line, LEFT_CENTRE - half, LEFT_CENTRE + half)]


def _blank(blank: str, face: str) -> list[Placed]:
    words = blank.rstrip("…")
    left = LEFT_CENTRE - _BLANK_HALF
    end = left + width_mm(words, face, SIZE)
    return [Placed(words, left, end), Placed(None, end + 1, LEFT_CENTRE + _BLANK_HALF)]


def placed_day(dated: DateLine) -> list[Placed]:
    """Place the line of place and date in the middle of the right side; a long one ends at the margin.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    placed = placed_date(dated, RIGHT_CENTRE, SIZE)
    over = placed[-1].end - MEASURE
    return placed_date(dated, RIGHT_CENTRE - over, SIZE) if over > 0 else placed
