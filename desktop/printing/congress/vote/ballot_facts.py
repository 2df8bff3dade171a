"""What a ballot of a congress says, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.congress.facts import Congress, HigherCongress
from desktop.printing.congress.vote.facts import BallotKind
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.wording import count_text


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressBallot:
    """A ballot of one vote; nothing on it leads to who marks it.

    Args:
        congress: which; with its superior, branch, number and term.
        dated: place and date.
        post: what is voted on, such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.
        seats: to be filled.
        kind: ``strike`` names out where there are more than seats, or mark ``agree`` or not.
        candidates: names in ballot order.
        large_print: names and note larger, for every ballot of the vote: a single one would be known.

    Raises:
        ValueError: the congress isn't fully named, or there are no more names than seats to strike out from,
            or not just as many to agree to.

    Source: congress.md §5; rules.md §3 (ballots).
    """

    congress: Congress
    dated: DateLine
    post: str
    higher: HigherCongress | None = None
    seats: int
    kind: BallotKind
    candidates: tuple[str, ...]
    large_print: bool = False

    def __post_init__(self) -> None:
        if not self.congress.vote_lines:
            raise ValueError("a ballot names the congress")
        surplus = len(self.candidates) - self.seats
        if self.seats < 1 or not (surplus > 0 if self.kind == "strike" else surplus == 0):
            raise ValueError("names are struck out where there are more than seats, and else agreed to")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """Over the seal: the superior, whose seal it is, the branch and the congress."""
        return self.congress.vote_lines

    @property
    def branch(self) -> str:
        """Such as ``Chi bộ thôn Nà Ếch``."""
        return self.congress.branch or ""

    @property
    def term(self) -> str:
        """Such as ``2025 - 2027``; of delegates that of the congress they are sent to."""
        return (self.higher.term if self.higher else self.congress.term) or ""

    @property
    def seats_text(self) -> str:
        """The number to elect with a zero before a single digit."""
        return count_text(self.seats)
