"""Sides of the office's work: where the office asks who works at the window, each sees and does only theirs.

What is read is guarded use case by use case; what is written is guarded by the word under which it is noted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from desktop.errors import RequestRefused
from desktop.models.elections import ContestKind, Election
from desktop.models.office import Side

__all__ = [
    "OF_CONGRESS",
    "Side",
    "for_elections",
    "for_its_side",
    "for_party",
    "hidden_nouns",
    "narrowed",
    "refuse_noun",
    "refuse_other",
    "sees",
    "sides_of",
]


class Sided(Protocol):
    """A workplace: what knows on which side somebody works."""

    @property
    def side(self) -> Side:
        """The side."""


P = ParamSpec("P")
R = TypeVar("R")
W = TypeVar("W", bound=Sided)

OF_CONGRESS = "-dh"
"""What the code of a congress bears, and no other election's."""

_OF_A_VOTE = ("round", "count", "outcome", "decision")
"""By which a record names the vote that it is of, and that its election."""


def sees(side: Side, needed: Side) -> bool:
    """Tell whether who works on a side may see what is of another."""
    return side is Side.BOTH or side is needed


def narrowed(office: Side, operator: Side) -> Side:
    """Return on which side somebody works in an office: on its own side nobody does more than the office."""
    return operator if office is Side.BOTH else office


def sides_of(office: Side) -> frozenset[Side]:
    """Return the sides of the work that somebody has to do in an office."""
    return frozenset(each for each in (Side.ELECTIONS, Side.PARTY) if sees(office, each))


def hidden_nouns(side: Side) -> frozenset[str]:
    """Return the nouns of the log that who works on a side doesn't see."""
    return frozenset().union(*(nouns for other, nouns in _nouns().items() if not sees(side, other)))


def side_of_election(election: Election) -> Side:
    """Return whose work an election is: a congress is the Party's."""
    return Side.PARTY if election.contest_kind == ContestKind.BRANCH_CONGRESS else Side.ELECTIONS


def refuse_noun(side: Side, action: str, record: object = None) -> None:
    """Refuse to do what is of the other side, by the word under which the log notes it.

    What is done to votes of a congress is the Party's, whatever it is called.

    Raises:
        RequestRefused: ``side.party``, ``side.elections``.
    """
    if side is Side.BOTH:
        return
    noun = action.partition(".")[0]
    election = _election_of(record)
    if election is not None and noun in _nouns()[Side.ELECTIONS]:
        refuse_other(side, side_of_election(election))
        return
    for other, nouns in _nouns().items():
        if noun in nouns:
            refuse_other(side, other)


@cache
def _nouns() -> dict[Side, frozenset[str]]:
    """Return what the log's actions begin with, by the side whose they are; all others are everybody's."""
    from desktop.sheets.lists.kinds.known import lists_of  # noqa: PLC0415 - no list is read at a start

    elections = (
        *("campaign", "election", "plan", "clusters", "candidates", "officials", "roll", "round", "ballots"),
        *("meeting", "attendance", "stock", "count", "result", "minutes"),
        *("household", "voter", "dismissal", "proposal"),
    )
    party = (
        "congress",
        "branch",
        "ending",
        "assignment",
        "member",
        "contact",
        "book",
        "chain",
        "group",
        "approval",
        "work",
        "party_basis",
    )
    personnel = ("review", "reserve", "issue", "head")
    return {
        Side.PARTY: frozenset({*party, *personnel, *lists_of("party")}),
        Side.ELECTIONS: frozenset({*elections, *lists_of("elections")}),
    }


def _election_of(record: object) -> Election | None:
    while record is not None and not isinstance(record, Election):
        of = next((name for name in _OF_A_VOTE if hasattr(record, name)), None)
        record = getattr(record, of) if of else getattr(record, "election", None)
    return record


def refuse_other(side: Side, needed: Side) -> None:
    """Refuse who works on another side.

    Raises:
        RequestRefused: ``side.party``, ``side.elections``.
    """
    if not sees(side, needed):
        raise RequestRefused(f"side.{needed}")


def for_party(use_case: Callable[Concatenate[W, P], R]) -> Callable[Concatenate[W, P], R]:
    """Guard a use case that is the Party's: it refuses with ``side.party``."""
    return _guarded(use_case, Side.PARTY)


def for_elections(
    use_case: Callable[Concatenate[W, P], R],
) -> Callable[Concatenate[W, P], R]:
    """Guard a use case that is the elections': it refuses with ``side.elections``."""
    return _guarded(use_case, Side.ELECTIONS)


def for_its_side(
    use_case: Callable[Concatenate[W, str, P], R],
) -> Callable[Concatenate[W, str, P], R]:
    """Guard a use case of a vote, whose code tells whose it is: the Party's or elections'."""

    @wraps(use_case)
    def guarded(workplace: W, code: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
        refuse_other(workplace.side, Side.PARTY if OF_CONGRESS in code else Side.ELECTIONS)
        return use_case(workplace, code, *args, **kwargs)

    return guarded


def _guarded(use_case: Callable[Concatenate[W, P], R], needed: Side) -> Callable[Concatenate[W, P], R]:
    @wraps(use_case)
    def guarded(workplace: W, /, *args: P.args, **kwargs: P.kwargs) -> R:
        refuse_other(workplace.side, needed)
        return use_case(workplace, *args, **kwargs)

    guarded.needed_side = needed  # type: ignore[attr-defined] # for the test that every one is guarded
    return guarded
