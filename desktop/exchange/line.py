"""A line of packages: what is known of one issuer key, recipient, stream and mode; knows no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple


class CountName(NamedTuple):
    """Which finalised count is meant: code of the election, number of the vote, revision."""

    election: str
    round: int
    revision: int


class Held(StrEnum):
    """How a package that was taken in is held.

    ``accepted`` counts; ``waiting`` is a fork that nobody has decided; ``set_aside`` was accepted until a
    person kept another, and ``refused`` waited until a person kept what was known: both are history.
    """

    ACCEPTED = "accepted"
    WAITING = "waiting"
    SET_ASIDE = "set_aside"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Package:
    """What the rules of sequence ask of a package.

    Args:
        digest: its identity; ``previous`` that of the one before it as its sender says, null for the first.
        counts: SHA-256 of the bytes of every finalised count that it holds.
    """

    sequence: int
    digest: str
    previous: str | None
    campaign: str
    counts: Mapping[CountName, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """A package that was taken in, and how it is held."""

    package: Package
    held: Held


@dataclass(frozen=True, slots=True)
class Line:
    """Every package of one line that was taken in, in the order of arrival.

    Args:
        taken: none of them twice.
        first: the first sequence that the issuer's card allows; no number below it is missing.
    """

    taken: tuple[Taken, ...] = ()
    first: int = 1

    def accepted(self) -> tuple[Package, ...]:
        """Return the packages that count, in the order of arrival."""
        return tuple(taken.package for taken in self.taken if taken.held is Held.ACCEPTED)

    def newest(self) -> Package | None:
        """Return the package that counts with the highest number."""
        return _newest(self.accepted())

    def state(self, campaign: str) -> Package | None:
        """Return the package whose records are the state of a campaign: its newest that counts."""
        return _newest(package for package in self.accepted() if package.campaign == campaign)

    def last_known(self) -> int:
        """Return the highest number that was ever accepted.

        One that waits is not known yet: whoever must decide about it would else let it stretch the line.
        """
        return max(self._answered(), default=self.first - 1)

    def missing(self) -> tuple[int, ...]:
        """Return the numbers below the newest one that counts which never were accepted."""
        newest, answered = self.newest(), self._answered()
        upto = newest.sequence if newest else self.first
        return tuple(number for number in range(self.first, upto) if number not in answered)

    def find(self, digest: str) -> Taken | None:
        """Return the package of that digest, however it is held."""
        return next((taken for taken in self.taken if taken.package.digest == digest), None)

    def adding(self, package: Package, held: Held) -> "Line":
        """Return the line with one package more."""
        return replace(self, taken=(*self.taken, Taken(package, held)))

    def holding(self, digests: frozenset[str], held: Held) -> "Line":
        """Return the line with some of its packages held in another way."""
        taken = (Taken(one.package, held) if one.package.digest in digests else one for one in self.taken)
        return replace(self, taken=tuple(taken))

    def _answered(self) -> frozenset[int]:
        # A number whose package was set aside has arrived: nobody is asked for it again.
        arrived = (Held.ACCEPTED, Held.SET_ASIDE)
        return frozenset(taken.package.sequence for taken in self.taken if taken.held in arrived)


def _newest(packages: Iterable[Package]) -> Package | None:
    return max(packages, key=lambda package: package.sequence, default=None)
