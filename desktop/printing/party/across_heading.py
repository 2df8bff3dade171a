"""The heading of Party papers across; papers of the State have another one, and the two are never mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PARTY_SIZE = 15.0
ISSUER_SIZE = 14.0
DATE_SIZE = 14.0
TITLE_SIZE = 16.0
UNDER_SIZE = 12.0
ISSUER_CENTRE = 52.3
PARTY_CENTRE = 206.0
WIDEST_ISSUER = 84.0

_BLANKS = ("ĐẢNG BỘ XÃ…", "CHI BỘ…")
_BLANK_HALF = 36.0
_BREAKS = (" THÔN ", " BẢN ", " TỔ ", " KHU ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHeading(Block):
    """The heading of a Party paper, and its title in capitals in the middle under it.

    Args:
        issuer: lines in capitals, the superior's first; without any, blanks for a pen.
        dated: place and date.
        title: the type of the paper.
        subject: a line under it; empty for none.
        under: in italics under that, such as ``(kèm theo Báo cáo số …)``; empty for none.
    """

    issuer: tuple[str, ...]
    dated: DateLine
    title: str
    subject: str = ""
    under: str = ""


def party_heading(
    issuer: Sequence[str], dated: DateLine, title: str, subject: str = "", *, under: str = ""
) -> PartyHeading:
    """Set the heading: superior and issuer over "*" at the left, the Party's name at the right.

    Source: paper-t2.md §8.
    """
    return PartyHeading(issuer=tuple(issuer), dated=dated, title=title, subject=subject, under=under)


def issuer_side(issuer: Sequence[str]) -> list[tuple[list[Placed], str]]:
    """Place the lines of the issuer, or blanks, each with its face; nothing is condensed.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    if not issuer:
        return [(_blank(line, face), face) for line, face in zip(_BLANKS, (SERIF, BOLD), strict=True)]
    lines = []
    for row, line in enumerate(issuer):
        face = SERIF if row == 0 and len(issuer) > 1 else BOLD
        lines += [(_centred(part, face), face) for part in _broken(line, face)]
    return lines


def _broken(line: str, face: str) -> Iterator[str]:
    """Break a line that is too wide before the word for the unit."""
    if width_mm(line, face, ISSUER_SIZE) > WIDEST_ISSUER:
        for word in _BREAKS:
            head, found, rest = line.partition(word)
            if found:
                yield head
                yield (found + rest).strip()
                return
    yield line


def _centred(line: str, face: str) -> list[Placed]:
    half = width_mm(line, face, ISSUER_SIZE) / 2
    return [Placed(line, ISSUER_CENTRE - half, ISSUER_CENTRE + half)]


def _blank(blank: str, face: str) -> list[Placed]:
    words = blank.rstrip("…")
    left = ISSUER_CENTRE - _BLANK_HALF
    end = left + width_mm(words, face, ISSUER_SIZE)
    return [Placed(words, left, end), Placed(None, end + 1, ISSUER_CENTRE + _BLANK_HALF)]
