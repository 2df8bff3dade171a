"""A member's standing on a day, by the rules and the law of that day."""

from __future__ import annotations

from datetime import date

from desktop.models.party import Member, Membership, StandingKind
from desktop.rules.member_terms import MemberTerms
from desktop.rules.standing import Days, Period, Standing, Trouble, standing_on, stayed, troubles_on
from desktop.services.office.workplace import Workplace

__all__ = [
    "STORED",
    "Standing",
    "Trouble",
    "days_of",
    "periods_of",
    "probation_months",
    "seen_on",
    "terms_on",
]

_KIND = "branch_congress"

STORED = tuple(Standing(kind) for kind in StandingKind)
"""What is stored with a period and a paper; the others follow from days."""


def terms_on(workplace: Workplace, day: date) -> MemberTerms:
    """Return the lengths of probation, moves and stays by the law of a day."""
    return MemberTerms.of(workplace.statutes.in_force(_KIND, day).as_of(day))


def probation_months(workplace: Workplace, day: date) -> int:
    """Return for how many months a member is on probation, by the law of a day."""
    return terms_on(workplace, day).probation


def days_of(member: Member) -> Days:
    """Return a member's days."""
    return Days(member.admitted, member.official)


def periods_of(member: Member) -> tuple[Period, ...]:
    """Return a member's stored standings."""
    return tuple(Period(Standing(each.kind), each.starts_on, each.ends_on) for each in member.standings)


def seen_on(member: Member, day: date, months: int) -> tuple[Standing, tuple[Trouble, ...]]:
    """Return a member's standing on a day, and what wants a person."""
    days, periods = days_of(member), periods_of(member)
    troubles = troubles_on(day, days, months)
    held = next((each for each in member.memberships if _lasts(each, day)), None)
    if held is not None and stayed(day, periods, held.starts_on):
        troubles = (*troubles, Trouble.STAYED)
    return standing_on(day, days, periods), troubles


def _lasts(membership: Membership, day: date) -> bool:
    begun = membership.starts_on is None or membership.starts_on <= day
    return begun and (membership.ends_on is None or membership.ends_on >= day)
