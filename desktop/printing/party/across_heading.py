"""The heading of Party papers across; papers of the State have another one, and the two are never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine

TITLE_SIZE = 16.0
UNDER_SIZE = 12.0
ISSUER_CENTRE = 52.3
PARTY_CENTRE = 206.0


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
