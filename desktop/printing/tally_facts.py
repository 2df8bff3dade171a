"""What a tally sheet is made for, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyCandidate:
    """A row of the sheet: ``title`` is ``Ông`` or ``Bà``, ``name`` as on the ballot."""

    title: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallySheet:
    """The sheets on which one box is counted, mark by mark.

    Args:
        issuer_lines: superior first, in capitals.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        date: of the election.
        electorate: the most marks that a candidate can get.
        candidates: in ballot order.
        box: name of the box, such as ``Hòm chính``; None for a dotted line.

    Raises:
        ValueError: no candidate or nobody who votes.

    Source: rules.md §5, tally marks.
    """

    issuer_lines: tuple[str, ...]
    post: str
    term: str
    date: date
    electorate: int
    candidates: tuple[TallyCandidate, ...]
    box: str | None = None

    def __post_init__(self) -> None:
        if not self.candidates or self.electorate < 1:
            raise ValueError("a tally sheet needs a candidate and an electorate")
