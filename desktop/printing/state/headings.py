"""The heading of state papers; papers of the Party have another one, and the two are never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """The number of a paper, or None for a blank, and its symbol such as ``QĐ-UBND``."""

    number: str | None
    symbol: str

    @property
    def around(self) -> tuple[str, str]:
        """What is printed before and after the blank; a known number stands whole before it."""
        if self.number is None:
            return "Số:", f"/{self.symbol}"
        return f"Số: {self.number}/{self.symbol}", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateHeading(Block):
    """The heading of a state paper.

    Args:
        issuer: lines in capitals; with more than one the first is the superior's, if there is one.
        superior: whether there is one; its line is in regular type.
        blanks: stand where no issuer is given; one that ends with ``…`` is followed by a leader.
        number: at the left of the date; None on a paper that has none.
        dated: place and date.
    """

    issuer: tuple[str, ...]
    superior: bool
    blanks: tuple[str, ...]
    number: PaperNumber | None = None
    dated: str | DateLine


def state_heading(
    issuer: Sequence[str],
    place_and_date: str | DateLine,
    *,
    superior: bool = True,
    blanks: Sequence[str] = ("UBND XÃ…", "THÔN…"),
) -> StateHeading:
    """Set the heading of a state paper: superior and issuer at the left, the national title at the right.

    Args:
        issuer: lines in capitals; with more than one the first is the superior's, in regular type.
        place_and_date: such as ``Húc Động, ngày 08 tháng 12 năm 2024``, or a line with blanks.
        superior: whether there is one; a People's Committee has nobody above it.
        blanks: stand where no issuer is given; one that ends with ``…`` is followed by a leader.

    Source: paper.md §2.
    """
    return StateHeading(issuer=tuple(issuer), superior=superior, blanks=tuple(blanks), dated=place_and_date)


def decision_heading(
    issuer: Sequence[str],
    number: str | None,
    symbol: str,
    dated: DateLine,
    blanks: Sequence[str] = ("ỦY BAN NHÂN DÂN", "XÃ…"),
) -> StateHeading:
    """Set the heading of a numbered paper whose issuer has nobody above it; number and date share a line.

    Args:
        issuer: lines in capitals, all bold.
        number: of the paper, or None for a blank.
        symbol: after the number, such as ``QĐ-UBND``.
        dated: place and date.
        blanks: as in :func:`state_heading`.

    Source: paper.md §2.
    """
    return StateHeading(
        issuer=tuple(issuer),
        superior=False,
        blanks=tuple(blanks),
        number=PaperNumber(number, symbol),
        dated=dated,
    )
