"""What a tally sheet is made for, as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyCandidate:
    """A row of the sheet.

    Args:
        title: over the name; empty for none.
        name: as on the ballot; None for a pen.
        number: on the ballot; None where every row is a candidate of its own.
    """

    title: str = ""
    name: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallySheet:
    """The sheets on which one box is counted, mark by mark; None becomes a dotted line.

    Args:
        issuer_lines: superior first, in capitals.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        date: of the election.
        electorate: the most marks that a candidate can get; where it is not known, two lines of squares.
        candidates: in ballot order; without any, two rows for a pen.
        box: name of the box, such as ``Hòm chính``; None for a dotted line.

    Raises:
        ValueError: nobody votes.

    Source: rules.md §5, tally marks.
    """

    issuer_lines: tuple[str, ...] = ()
    post: str | None = None
    term: str | None = None
    date: dt.date | None = None
    electorate: int | None = None
    candidates: tuple[TallyCandidate, ...] = ()
    box: str | None = None

    def __post_init__(self) -> None:
        if self.electorate is not None and self.electorate < 1:
            raise ValueError("somebody votes")
