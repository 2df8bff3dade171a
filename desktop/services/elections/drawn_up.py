"""Who would stand on the roll of an election, as the register of households stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, contains_eager, joinedload

from desktop.models.elections import Election
from desktop.models.people import Authority, Household, HouseholdMember, Person, Representative
from desktop.models.rolls import Roll, RollEntry
from desktop.vietnamese.partial_date import age_on


@dataclass(frozen=True, slots=True)
class Drawn:
    """Somebody who would stand on a roll: for a household, by what; or as a voter of a household."""

    person: Person
    household: Household
    authority: Authority | None = None

    @property
    def key(self) -> int:
        """Key of the household that is represented, or of the voter."""
        return self.person.id if self.authority is None else self.household.id


def drawn_up(session: Session, election: Election) -> list[Drawn]:
    """Return who would stand on the roll, in its order: a representative of each household, or all voters."""
    if election.voters_from_age is not None:
        return voters_of(session, election, election.voters_from_age)
    return representatives_of_households(session, election)


def unlisted(session: Session, roll: Roll) -> list[Drawn]:
    """Return who would stand on a roll that is frozen but does not, in its order."""
    held = select(RollEntry.household_id, RollEntry.person_id).where(RollEntry.roll_id == roll.id)
    listed = {household or person for household, person in session.execute(held)}
    return [one for one in drawn_up(session, roll.election) if one.key not in listed]


def representatives_of_households(session: Session, election: Election) -> list[Drawn]:
    """Return who votes for each household on the election's day, by name."""
    voter = aliased(Person)
    query = (
        select(Household, voter, Representative.authority)
        .outerjoin(Representative, Representative.household_id == Household.id)
        .join(voter, voter.id == func.coalesce(Representative.person_id, Household.head_id))
        .where(Household.hamlet_id == election.unit_id, *lives_there(election.held_on))
        .options(joinedload(Household.head))
        .order_by(voter.sort_key, voter.birth, Household.id)
    )
    return [Drawn(person, home, by or Authority.HEAD) for home, person, by in session.execute(query)]


def voters_of(session: Session, election: Election, age: int) -> list[Drawn]:
    """Return the voters of the hamlet on the election's day, by name, each once.

    They are the heads of its households and those of their members who are known to be of age; who died,
    moved or is away by then is none of them.
    """
    day = election.held_on
    homes = {home.id: home for home in eligible_households(session, election)}
    lines = list(
        session.scalars(
            select(HouseholdMember)
            .join(Household, HouseholdMember.household_id == Household.id)
            .where(Household.hamlet_id == election.unit_id, *lives_there(day))
            .options(joinedload(HouseholdMember.person))
        )
    )
    gone = {(line.household_id, line.person_id) for line in lines if has_left(line, day)}
    drawn: dict[int, Drawn] = {}
    for home in homes.values():
        if (home.id, home.head_id) not in gone:
            drawn.setdefault(home.head_id, Drawn(home.head, home))
    for line in lines:
        birth = line.person.birth
        of_age = birth is not None and age_on(birth, day) >= age
        begun = line.starts_on is None or line.starts_on <= day
        if of_age and begun and not has_left(line, day) and not line.without_capacity:
            drawn.setdefault(line.person_id, Drawn(line.person, homes[line.household_id]))
    return sorted(drawn.values(), key=_by_name)


def has_left(line: HouseholdMember, day: date) -> bool:
    """Tell whether somebody is no longer with a household on a day; the last day with it is not such a day.

    Of whom only the reason is known, nobody knows since when, and they are no longer there.
    """
    if line.ends_on is None:
        return line.end_reason is not None
    return line.ends_on < day


def eligible_households(session: Session, election: Election) -> list[Household]:
    """Return the hamlet's households on the day of the election, by the names of their heads."""
    return list(
        session.scalars(
            select(Household)
            .join(Person, Household.head_id == Person.id)
            .join(Election, Household.hamlet_id == Election.unit_id)
            .where(Election.id == election.id, *lives_there(Election.held_on))
            .options(contains_eager(Household.head))
            .order_by(Person.sort_key, Person.birth, Household.id)
        )
    )


def lives_there(day: date | InstrumentedAttribute[date]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a household is its hamlet's on a day, the household's last included."""
    return (
        or_(Household.starts_on.is_(None), Household.starts_on <= day),
        or_(Household.ends_on.is_(None), Household.ends_on >= day),
    )


def _by_name(drawn: Drawn) -> tuple[bytes, str, int]:
    birth = drawn.person.birth.iso() if drawn.person.birth else ""
    return drawn.person.sort_key, birth, drawn.person.id
