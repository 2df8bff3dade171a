"""The rules of sequence: what becomes of a package that arrives, given what is known of its line."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.exchange.fork import Contradiction, Kind, contradictions
from desktop.exchange.line import Held, Line, Package

FURTHEST = 50
"""How far above the last known number a package may stand. Source: package.md ("Streams")."""


class Verdict(StrEnum):
    """What becomes of a package.

    ``newest``: accepted, its records are the state of its campaign. ``gap``: the same, and numbers are
    missing. ``history``: accepted under a lower number than the newest of its campaign, replaces nothing.
    ``known``: taken in before.
    ``far``: refused, too far above the last known number. ``fork``: waits for a person.
    """

    NEWEST = "newest"
    GAP = "gap"
    HISTORY = "history"
    KNOWN = "known"
    FAR = "far"
    FORK = "fork"


@dataclass(frozen=True, slots=True)
class Placement:
    """What becomes of a package, with the facts that a person needs.

    Args:
        held: how it is held from now on, as before for one that is known; null where it is not stored.
        missing: the numbers that are still asked for.
        last: the highest number that was accepted before it.
        contradicts: the other side of a fork; empty unless it is one.
    """

    verdict: Verdict
    held: Held | None
    missing: tuple[int, ...]
    last: int
    contradicts: tuple[Contradiction, ...] = ()

    def kinds(self) -> tuple[Kind, ...]:
        """Name in what the package contradicts the others, each kind once."""
        named = {kind for one in self.contradicts for kind in one.kinds}
        return tuple(kind for kind in Kind if kind in named)


def place(line: Line, new: Package) -> Placement:
    """Say what becomes of a package.

    Any packages of one sender's chain are all accepted, in whatever order they come, and leave the same
    state. Of two that contradict each other at least one waits, whichever came first; what waits replaces
    nothing.

    Args:
        line: all that was taken in before.
        new: the package, whose signature, form and figures were found good.

    Source: package.md ("Streams").
    """
    last = line.last_known()
    known = line.find(new.digest)
    if known is not None:
        return Placement(Verdict.KNOWN, known.held, line.missing(), last)
    if new.sequence > last + FURTHEST:
        return Placement(Verdict.FAR, None, line.missing(), last)
    found = contradictions(line, new)
    if found:
        return Placement(Verdict.FORK, Held.WAITING, line.missing(), last, found)
    then = line.adding(new, Held.ACCEPTED)
    missing = then.missing()
    if then.state(new.campaign) != new:
        verdict = Verdict.HISTORY
    else:
        verdict = Verdict.GAP if missing else Verdict.NEWEST
    return Placement(verdict, Held.ACCEPTED, missing, last)
