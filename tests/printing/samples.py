from __future__ import annotations

from desktop.printing.ballots.facts import BallotCandidate
from desktop.printing.counting.facts import CandidateVotes
from tests.checkout import ROOT

RESOURCES = ROOT / "resources"
REGISTERS = (
    *("member-roster", "member-book", "branch-register", "post-register"),
    *("basis-register", "group-register", "approval-register", "work-register"),
    *("exception-register", "chain-sheet"),
)
"""Forms across under the Party's heading; they have no signature."""

ACROSS = (
    *REGISTERS,
    "congress-brief-list",
    "congress-personnel-list",
    "congress-roll-call",
    "congress-wall-sheet",
)
"""All forms across under the Party's heading."""

_NAMES = (
    "Nguyễn Phúc Hoàng Thị Phương Thảo",
    "Tẩn Láo Sử",
    "Chìu A Sáng",
    "Lò Thị Ơn",
    "Giàng A Chớ",
    "Phạm Nguyễn Quỳnh Trường Giang",
)


def sample(name: str) -> bytes:
    return (RESOURCES / "forms" / f"{name}.json").read_bytes()


def ballot_candidates(number: int, name: str = "Lò Văn Ơn") -> tuple[BallotCandidate, ...]:
    return tuple(
        BallotCandidate(title="Bà" if index % 2 else "Ông", name=f"{name} {chr(65 + index)}")
        for index in range(number)
    )


def candidates(number: int) -> tuple[CandidateVotes, ...]:
    return tuple(
        CandidateVotes(
            title="Bà" if index % 2 else "Ông", name=f"{_NAMES[index % 6]} {chr(65 + index)}", votes=3
        )
        for index in range(number)
    )
