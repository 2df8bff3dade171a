"""Who would stand on the roll of an election, as the register of households stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from desktop.models.elections import Election
from desktop.models.people import Authority, Household, Person, Representative
from desktop.models.rolls import Roll, RollEntry
from desktop.services.people.residence import lives_there, voters_on


@dataclass(frozen=True, slots=True)
class Drawn:
    """Somebody who would stand on a roll: for a household, by what; or as a voter, of a household or none."""

    person: Person
    household: Household | None
    authority: Authority | None = None

    @property
    def key(self) -> int:
        """Key of the household that is represented, or of the voter."""
        if self.authority is not None and self.household is not None:
            return self.household.id
        return self.person.id


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
    return represented_on(session, election.unit_id, election.held_on)


def represented_on(session: Session, hamlet: int, day: date) -> list[Drawn]:
    """Return who stands for each household of a hamlet on a day, by name; the hamlet by its key."""
    voter = aliased(Person)
    query = (
        select(Household, voter, Representative.authority)
        .outerjoin(Representative, Representative.household_id == Household.id)
        .join(voter, voter.id == func.coalesce(Representative.person_id, Household.head_id))
        .where(Household.hamlet_id == hamlet, *lives_there(day))
        .options(joinedload(Household.head))
        .order_by(voter.sort_key, voter.birth, Household.id)
    )
    return [Drawn(person, home, by or Authority.HEAD) for home, person, by in session.execute(query)]


def voters_of(session: Session, election: Election, age: int) -> list[Drawn]:
    """Return the voters of the hamlet on the election's day, by name, each once, as ``voters_on`` does."""
    found = voters_on(session, election.unit_id, election.held_on, age)
    return [Drawn(one.person, one.household) for one in found]


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
