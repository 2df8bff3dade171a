"""New, re-elected and unknown: three groups that sum to those elected, and what a report's parts leave over.

Source: field-practice.md P07 ("27 % + 63 %: does not sum"), §5 (no share may be typed in as ours).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Group(StrEnum):
    """Whether somebody who was elected held the post before; ``unknown`` where the records don't tell."""

    NEW = "new"
    RE_ELECTED = "re_elected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """Somebody who held a post of one place, from a day to a day; ``who`` is None for unknown."""

    who: str | None
    starts_on: date | None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Groups:
    """How many of those elected are in each group; they always sum to ``elected``."""

    new: int
    re_elected: int
    unknown: int

    @property
    def elected(self) -> int:
        """How many were elected."""
        return self.new + self.re_elected + self.unknown

    def of(self, group: Group) -> int:
        """Return how many a group counts."""
        return {Group.NEW: self.new, Group.RE_ELECTED: self.re_elected, Group.UNKNOWN: self.unknown}[group]


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage as it was typed: ``27`` is 27 of 0 decimals, ``33,3`` is 333 of 1.

    Raises:
        ValueError: a negative number.
    """

    digits: int
    decimals: int = 0

    def __post_init__(self) -> None:
        if self.digits < 0 or self.decimals < 0:
            raise ValueError("below 0")

    @property
    def value(self) -> Fraction:
        """The percentage."""
        return Fraction(self.digits, 10**self.decimals)

    @property
    def rounding(self) -> Fraction:
        """By how much the true share may differ: half of the last place."""
        return Fraction(1, 2 * 10**self.decimals)


@dataclass(frozen=True, slots=True)
class Difference:
    """What the parts of a report leave over: ``percent`` of the whole or ``people``, below 0 for too much.

    Attributes:
        people: None where no base was stated.
        percent: None where the parts are numbers and the base is 0.
    """

    people: int | None
    percent: Fraction | None

    @property
    def lacks(self) -> bool:
        """Whether something is missing, rather than too much."""
        return (self.percent or 0) > 0 or (self.people or 0) > 0


def group_of(
    elected: Period, before: Sequence[Period], stated: Group | None = None, *, whole: bool = False
) -> Group:
    """Tell whether somebody elected is new in the post.

    Args:
        elected: the period that began with the election.
        before: the periods of the same post in the same place that began earlier.
        stated: what a decision or a list says; it goes before what follows from the periods.
        whole: whether ``before`` is known to be all there was, so that nobody before means a new post.
    """
    if stated is not None and stated is not Group.UNKNOWN:
        return stated
    if elected.who is None:
        return Group.UNKNOWN
    last = max(before, key=lambda period: period.starts_on or date.min, default=None)
    if last is None:
        return Group.NEW if whole else Group.UNKNOWN
    if last.who is None:
        return Group.UNKNOWN
    return Group.RE_ELECTED if last.who == elected.who else Group.NEW


def counted(groups: Iterable[Group]) -> Groups:
    """Count those elected into their groups."""
    found = list(groups)
    return Groups(found.count(Group.NEW), found.count(Group.RE_ELECTED), found.count(Group.UNKNOWN))


def check_counts(total: int, parts: Mapping[Group, int]) -> Difference | None:
    """Tell what the parts of a report leave over, as numbers; None where they sum to the whole.

    Args:
        total: how many were elected, as the report says.
        parts: the groups that the report names, each at least 0.
    """
    left = total - sum(parts.values())
    if not left:
        return None
    return Difference(left, Fraction(100 * left, total) if total else None)


def check_shares(parts: Mapping[Group, Share], base: int | None = None) -> Difference | None:
    """Tell what the parts of a report leave over, as percentages; None where they sum to 100.

    Each was rounded by whoever typed it, so half of the last place of each is let pass. With a base, each
    must also be the share of a whole number of people, and these sum to the base.

    Args:
        parts: the groups that the report names.
        base: how many were elected, as the report says; None where it doesn't say.
    """
    left = 100 - sum((share.value for share in parts.values()), Fraction(0))
    slack = sum((share.rounding for share in parts.values()), Fraction(0))
    if abs(left) <= slack:
        return None
    return Difference(None if base is None else _nearest(left * base / 100), left)


def unfit_shares(parts: Mapping[Group, Share], base: int) -> tuple[Group, ...]:
    """Name the groups whose percentage no whole number of people out of a base gives.

    Args:
        parts: the groups that the report names.
        base: how many were elected, at least 1.
    """
    return tuple(group for group, share in parts.items() if people_of(share, base) is None)


def people_of(share: Share, base: int) -> int | None:
    """Return the whole number of people whose share of a base rounds to a percentage; None for none."""
    number = _nearest(share.value * base / 100)
    fits = abs(Fraction(100 * number, base) - share.value) <= share.rounding
    return number if fits else None


def _nearest(value: Fraction) -> int:
    """Return the nearest whole number, halves away from 0."""
    rounded = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return rounded if value >= 0 else -rounded
