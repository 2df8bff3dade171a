"""What every letterhead of the Party has: its name, and lines of the issuer or blanks for a pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PARTY_SIZE = 15.0
STAR = "*"
ISSUER_SIZE = 14.0
"""Points: issuer, number, place and date."""

WIDEST = 84.0
BRANCH_BLANKS = ("ĐẢNG BỘ XÃ…", "CHI BỘ…")

_BLANK_HALF = 32.0
_UNITS = (" THÔN ", " BẢN ", " BUÔN ", " LÀNG ", " ẤP ", " KHU ", " TỔ ", " TIỂU ", " KHÓM ")


def issuer_lines(
    issuer: Sequence[str], centre: float, blanks: Sequence[str] = BRANCH_BLANKS
) -> list[tuple[list[Placed], str]]:
    """Place the lines of the issuer, each with its face; a wide one breaks before the word for the unit.

    Args:
        issuer: the superior first; without any, the blanks.
        centre: of every line, mm.
        blanks: each followed by a leader.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8.
    """
    if not issuer:
        return [(_blank(line, face, centre), face) for line, face in zip(blanks, _faces(blanks), strict=True)]
    return [
        (centred(part, face, centre), face)
        for line, face in zip(issuer, _faces(issuer), strict=True)
        for part in _broken(line, face)
    ]


def centred(line: str, face: str, centre: float) -> list[Placed]:
    """Place a line with its middle there.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    half = width_mm(line, face, ISSUER_SIZE) / 2
    return [Placed(line, centre - half, centre + half)]


def _faces(lines: Sequence[str]) -> list[str]:
    return [SERIF if row == 0 and len(lines) > 1 else BOLD for row in range(len(lines))]


def _broken(line: str, face: str) -> Iterator[str]:
    if width_mm(line, face, ISSUER_SIZE) > WIDEST:
        for word in _UNITS:
            head, found, rest = line.partition(word)
            if found:
                yield head
                yield (found + rest).strip()
                return
    yield line


def _blank(blank: str, face: str, centre: float) -> list[Placed]:
    words = blank.rstrip("…")
    left = centre - _BLANK_HALF
    end = left + width_mm(words, face, ISSUER_SIZE)
    return [Placed(words, left, end), Placed(None, end + 1, centre + _BLANK_HALF)]
