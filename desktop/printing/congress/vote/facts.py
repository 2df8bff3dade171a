"""What was counted in one vote of a congress: the base as a row of deductions, and each time it was held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

DeductionReason = Literal["moved_out", "exempt_absent", "suspended", "detained", "excused"]
BallotKind = Literal["strike", "agree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deducted:
    """Official members who don't weigh on the base for one reason, as ``desktop.rules`` names it."""

    reason: DeductionReason
    members: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesFor:
    """What somebody on the list got, in the order of the ballot; ``against`` is asked of agree ballots."""

    name: str
    votes: int | None = None
    against: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedAtLast:
    """Whose equal votes left the last seats open.

    Args:
        names: in the order of the ballot, two or more.
        votes: of each.
        seats: still to be filled among them.
        clause: that says what follows, such as ``khoản 3 Điều 12 Điều lệ Đảng``.

    Raises:
        ValueError: fewer than two, or no fewer seats than people.
    """

    names: tuple[str, ...]
    votes: int
    seats: int
    clause: str

    def __post_init__(self) -> None:
        if len(self.names) <= self.seats or not self.seats:
            raise ValueError("a tie is of more people than seats")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeHeld:
    """One time at which the vote was held; a count that is None was not made.

    Args:
        opening: when it began; None for the first, whose hour opens the minutes.
        present: official members present then.
        base: that shares are taken of then; None where it is that of the minutes.
        invalid_reasons: in words, with counts where there are several.
        votes: in the order of the ballot.
        elected: names, most votes first.
        alternates: delegates who take the place of one who can't go, most votes first.
        run_off: between those who tied; the higher number wins.
        tied: who was left equal at the last seat.
        decision: what the congress decided next, a sentence; None where nothing was to decide.

    Raises:
        ValueError: somebody is elected, or ties, who is not on the list.
    """

    opening: dt.time | None = None
    present: int | None = None
    base: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    invalid_reasons: str | None = None
    votes: tuple[VotesFor, ...] = ()
    elected: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    run_off: bool = False
    tied: TiedAtLast | None = None
    decision: str | None = None

    def __post_init__(self) -> None:
        names = {one.name for one in self.votes}
        told = {*self.elected, *self.alternates, *(self.tied.names if self.tied else ())}
        if not names.issuperset(told):
            raise ValueError("nobody is elected, or ties, who is not on the list")

    @property
    def is_void(self) -> bool:
        """Whether more ballots came back than were given out, so that the vote is held again."""
        return self.issued is not None and self.returned is not None and self.returned > self.issued

    def got(self, name: str) -> VotesFor:
        """Return what somebody on the list got."""
        return next(one for one in self.votes if one.name == name)
