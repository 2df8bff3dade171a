"""What a ballot says, as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotCandidate:
    """A name on the ballot; ``title`` empty where the sex is unknown, ``birth`` to tell namesakes apart."""

    title: Literal["Ông", "Bà", ""]
    name: str
    birth: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HamletBallot:
    """A ballot for the head of a hamlet.

    Args:
        issuer_lines: over the seal, in capitals; the first in regular type where there are more.
        post: in capitals, such as ``TRƯỞNG THÔN``.
        unit: such as ``Thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        date: of the election.
        seats: to be filled.
        kind: ``strike`` out those not chosen, or mark ``agree`` or not.
        candidates: in ballot order.
        large_print: names and instruction larger, for every ballot of the vote: a single one would be known.

    Raises:
        ValueError: no issuer, no seat or no candidate.

    Source: rules.md §5; there is no statutory ballot.
    """

    issuer_lines: tuple[str, ...]
    post: str
    unit: str
    term: str
    date: dt.date
    seats: int
    kind: Literal["strike", "agree"]
    candidates: tuple[BallotCandidate, ...]
    large_print: bool = False

    def __post_init__(self) -> None:
        if not self.issuer_lines or self.seats < 1 or not self.candidates:
            raise ValueError("a ballot needs an issuer, a seat and a candidate")
