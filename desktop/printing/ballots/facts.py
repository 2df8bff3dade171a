"""What a ballot or a slip says, as a value."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOutSlip:
    """A slip that asks a household, after a meeting that too few attended; nothing on it leads to one.

    Args:
        issuer_lines: superior first, in capitals.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        seats: to be filled.
        candidates: in the order of the meeting's ballot.
        collected_on: the last day on which slips are collected.
        collected_by: the hour by which they are; None leaves a blank.
        signer_line: over the signature, such as ``TRƯỞNG THÔN``.
        signer: who signs each slip; None leaves a blank.

    Raises:
        ValueError: no issuer, no seat or no candidate.

    Source: Decree 59/2023/NĐ-CP art. 4.5; rules.md §2 (the commune issues the form, the hamlet's head signs
    each slip).
    """

    issuer_lines: tuple[str, ...]
    post: str
    term: str
    seats: int
    candidates: tuple[BallotCandidate, ...]
    collected_on: dt.date
    collected_by: dt.time | None = None
    signer_line: str
    signer: str | None = None

    def __post_init__(self) -> None:
        if not self.issuer_lines or self.seats < 1 or not self.candidates:
            raise ValueError("a slip needs an issuer, a seat and a candidate")
