"""Who is of a hamlet on a day: its households, who has left one, and all who vote where voters do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from desktop.models.people import EndReason, Household, HouseholdMember, Person, Voter
from desktop.vietnamese.partial_date import age_on


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who votes, and the household; None for who belongs to none."""

    person: Person
    household: Household | None


def lives_there(day: date | InstrumentedAttribute[date]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a household is its hamlet's on a day, the household's last included."""
    return (
        or_(Household.starts_on.is_(None), Household.starts_on <= day),
        or_(Household.ends_on.is_(None), Household.ends_on >= day),
    )


class Line(Protocol):
    """What tells of somebody whether and since when they are no longer there."""

    @property
    def ends_on(self) -> date | None:
        """The last day."""

    @property
    def end_reason(self) -> EndReason | None:
        """Why."""


def has_left(line: Line, day: date) -> bool:
    """Tell whether somebody is no longer there on a day; the last day there is not such a day.

    Of whom only the reason is known, nobody knows since when, and they are no longer there.
    """
    if line.ends_on is None:
        return line.end_reason is not None
    return line.ends_on < day


def voters_on(session: Session, hamlet: int, day: date, age: int) -> list[Resident]:
    """Return the voters of a hamlet on a day, by name, each once.

    They are the heads of its households, those of their members who are known to be of age, and who stands on
    its list of voters without a household, unless known to be under age; who died, moved or is away by then
    is none of them, nor who was declared without full civil capacity.

    Args:
        session: of the caller.
        hamlet: its key.
        day: of the vote.
        age: the least of a voter, in years.
    """
    living = select(Household).where(Household.hamlet_id == hamlet, *lives_there(day))
    homes = {home.id: home for home in session.scalars(living.options(joinedload(Household.head)))}
    lines = list(
        session.scalars(
            select(HouseholdMember)
            .join(Household, HouseholdMember.household_id == Household.id)
            .where(Household.hamlet_id == hamlet, *lives_there(day))
            .options(joinedload(HouseholdMember.person))
        )
    )
    gone = {(line.household_id, line.person_id) for line in lines if has_left(line, day)}
    found: dict[int, Resident] = {}
    for home in homes.values():
        if (home.id, home.head_id) not in gone:
            found.setdefault(home.head_id, Resident(home.head, home))
    for line in lines:
        birth = line.person.birth
        if birth is not None and age_on(birth, day) >= age and _votes(line, day):
            found.setdefault(line.person_id, Resident(line.person, homes[line.household_id]))
    for alone in voters_alone(session, hamlet):
        birth = alone.person.birth
        if (birth is None or age_on(birth, day) >= age) and _votes(alone, day):
            found.setdefault(alone.person_id, Resident(alone.person, None))
    return sorted(found.values(), key=_by_name)


def voters_alone(session: Session, hamlet: int) -> Sequence[Voter]:
    """Return whom a hamlet's list of voters has, or had, without a household."""
    lines = select(Voter).where(Voter.hamlet_id == hamlet).options(joinedload(Voter.person))
    return session.scalars(lines.order_by(Voter.id)).all()


def _votes(line: HouseholdMember | Voter, day: date) -> bool:
    begun = line.starts_on is None or line.starts_on <= day
    return begun and not has_left(line, day) and not line.without_capacity


def _by_name(one: Resident) -> tuple[bytes, str, int]:
    birth = one.person.birth.iso() if one.person.birth else ""
    return one.person.sort_key, birth, one.person.id
