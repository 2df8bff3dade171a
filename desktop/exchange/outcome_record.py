"""What one vote decided, inside a count: exactly what ``hom-phieu decide`` prints, but for ``also``.

Source: commands.md (``decide``).
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from desktop.exchange.fields import Closed


class Base(Closed, frozen=True, kw_only=True):
    """The whole that each share is taken of: its name, and its number of people, which may be 0 or less."""

    name: str
    value: int


class Found(Closed, frozen=True, kw_only=True):
    """What does not fit in the figures: its code, and the fields it names as in the facts."""

    code: Annotated[str, Meta(pattern=r"\A[A-Z][0-9]{3}\Z")]
    fields: tuple[str, ...]


class Share(Closed, frozen=True, kw_only=True):
    """A candidate's share of the base.

    Args:
        numerator: votes; null where they were not counted.
        denominator: the base.
        percent: as it is printed (``50,83``); null where there is no vote or no base.
    """

    name: str
    numerator: Annotated[int, Meta(ge=0)] | None
    denominator: int
    percent: str | None


class AppliedClause(Closed, frozen=True, kw_only=True):
    """A clause of the statute that was applied, as the statute cites it."""

    key: str
    article: str
    checked: str


class Outcome(Closed, frozen=True, kw_only=True):
    """What one vote decided.

    Args:
        elected: who passed, most votes first.
        run_off: those tied for the last seat.
        seats_left: seats that this vote did not fill.
        final: no error among the problems.
        quorum: enough took part; null where no quorum is asked.
        shares: in the order of the candidates.
    """

    outcome: Literal["no_quorum", "void", "run_off", "held_again", "elected"]
    elected: tuple[str, ...]
    run_off: tuple[str, ...]
    seats_left: Annotated[int, Meta(ge=0)]
    next: Literal["recognition", "approval", "hold_again", "run_off", "congress_decides", "superior_appoints"]
    final: bool
    quorum: bool | None
    base: Base
    problems: tuple[Found, ...]
    shares: tuple[Share, ...]
    clauses: tuple[AppliedClause, ...]

    def share_of(self, name: str) -> Share | None:
        """Return the share of a candidate; ``None`` for a name that did not stand."""
        return next((share for share in self.shares if share.name == name), None)

    @property
    def tied(self) -> tuple[str, ...]:
        """Return whose equal votes past the threshold left the last seat empty, in the order given."""
        if self.run_off or not any(clause.key == "tie" for clause in self.clauses):
            return self.run_off
        left = [share for share in self.shares if share.name not in self.elected]
        most = max((share.numerator or 0 for share in left), default=0)
        return tuple(share.name for share in left if share.numerator == most)


def typed_outcome(document: Mapping[str, Any]) -> Outcome:
    """Return an outcome from the document that the rules seal.

    Raises:
        msgspec.ValidationError: a key or value that no outcome has.
    """
    return msgspec.convert(document, Outcome)
