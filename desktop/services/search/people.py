"""People of the registers, found by the beginnings of their names, alone or together with their hamlet's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.orm import Session

from desktop.models.elections import Candidate, Contest, Election
from desktop.models.party import Member, Membership, Organisation
from desktop.models.people import Household, Person, Voter, is_on_the_list
from desktop.models.people_search import people_named
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import lives_on
from desktop.services.places.lookup import hamlets_of
from desktop.services.search.found import MOST_OF_GROUP, Found, Group
from desktop.vietnamese.finding import begins, words_sought
from desktop.vietnamese.identity_number import mask
from desktop.wording import words

# Of households whose heads fit, so many are put in order: a letter alone fits half a commune.
_MOST_NAMED = 400
_NUMBERS = (9, 12)

_Wanted: TypeAlias = tuple[Person, str, str, object]
"""A person, of where, and the place of the rail that shows them with what is shown there."""


def people_found(workplace: Workplace, query: str) -> tuple[Found, ...]:
    """Return at most three people: heads of households, voters without one, the Party's members, candidates.

    Args:
        workplace: the open office.
        query: beginnings of words of a name, and of the hamlet's name too; or a whole identity number.
    """
    sought = words_sought(query)
    if not sought:
        return ()
    with reading(workplace.database) as session:
        found: dict[int, Found] = {}
        for each in _wanted(workplace, session, sought):
            for person, where, place, argument in each:
                found.setdefault(person.id, _found(person, where, place, argument))
            if len(found) >= MOST_OF_GROUP:
                break
        return tuple(found.values())[:MOST_OF_GROUP]


def _wanted(workplace: Workplace, session: Session, sought: Sequence[str]) -> Iterator[Iterator[_Wanted]]:
    number = "".join(sought)
    elections, party = (sees(workplace.side, side) for side in (Side.ELECTIONS, Side.PARTY))
    if number.isdecimal():
        if len(number) in _NUMBERS and elections:
            yield _heads(session, _living().where(Person.identity == number))
            yield _alone(session, Person.identity == number)
        if party:
            fits = or_(Person.identity == number, Member.card == number)
            yield _members(session, workplace.today(), fits)
        return
    if party and not elections:
        yield _members(session, workplace.today(), Person.id.in_(_named(sought)))
        return
    # Who bears the very words goes before who bears longer ones: "Nguyễn Văn A" is not lost among the An.
    for whole in (True, False):
        yield _heads(session, _living().where(Household.id.in_(_first_named(sought, whole=whole))))
    for hamlet in hamlets_of(session, workplace.today()):
        name = f"{hamlet.kind} {hamlet.name}"
        rest = [word for word in sought if not begins(name, word)]
        if 0 < len(rest) < len(sought):
            of_hamlet = _living().where(Household.hamlet_id == hamlet.id, Person.id.in_(_named(rest)))
            yield _heads(session, of_hamlet)
    yield _alone(session, Person.id.in_(_named(sought)))
    if party:
        yield _members(session, workplace.today(), Person.id.in_(_named(sought)))
    yield _candidates(session, _named(sought))


def _named(sought: Sequence[str], *, whole: bool = False) -> Select[int]:
    found = people_named(" ".join(sought), whole=whole)
    return select(Person.id).where(false()) if found is None else found


def _first_named(sought: Sequence[str], *, whole: bool) -> Select[int]:
    """Return the keys of the first households whose heads' names fit, among however many names do."""
    named = _named(sought, whole=whole).subquery()
    # The index of names is gone through once, and only until there are enough.
    found = select(Household.id).select_from(named).join(Household, Household.head_id == named.c[0])
    return found.where(Household.ends_on.is_(None)).limit(_MOST_NAMED)


def _living() -> Select[Household, Person, Unit]:
    return (
        select(Household, Person, Unit)
        .join(Person, Household.head_id == Person.id)
        .join(Unit, Household.hamlet_id == Unit.id)
        .where(Household.ends_on.is_(None))
        .order_by(Person.sort_key, Household.id)
        .limit(MOST_OF_GROUP)
    )


def _heads(session: Session, wanted: Select[Household, Person, Unit]) -> Iterator[_Wanted]:
    for household, person, unit in session.execute(wanted):
        yield person, f"{unit.kind} {unit.name}", "households", (unit.code, household.id, person.name)


def _alone(session: Session, fits: ColumnElement[bool]) -> Iterator[_Wanted]:
    """Yield voters who belong to no household."""
    wanted = (
        select(Voter, Person, Unit)
        .join(Person, Voter.person_id == Person.id)
        .join(Unit, Voter.hamlet_id == Unit.id)
        .where(fits, *is_on_the_list())
        .order_by(Person.sort_key, Voter.id)
        .limit(MOST_OF_GROUP)
    )
    for voter, person, unit in session.execute(wanted):
        yield person, f"{unit.kind} {unit.name}", "households", (unit.code, -voter.id, person.name)


def _members(session: Session, day: date, fits: ColumnElement[bool]) -> Iterator[_Wanted]:
    """Yield members of today's branches; a card's number finds its bearer whole, never a part of it."""
    wanted = (
        select(Member.id, Person, Organisation)
        .join(Person, Member.person_id == Person.id)
        .join(Membership, Membership.member_id == Member.id)
        .join(Organisation, Membership.branch_id == Organisation.id)
        .where(fits, *lives_on(Membership, day))
        .order_by(Person.sort_key, Member.id)
        .limit(MOST_OF_GROUP)
    )
    for key, person, branch in session.execute(wanted):
        yield person, branch.name, "party", (branch.code, key)


def _candidates(session: Session, named: Select[int]) -> Iterator[_Wanted]:
    wanted = (
        select(Person, Unit, Election.code)
        .join(Candidate, Candidate.person_id == Person.id)
        .join(Contest, Candidate.contest_id == Contest.id)
        .join(Election, Contest.election_id == Election.id)
        .join(Unit, Election.unit_id == Unit.id)
        .where(Person.id.in_(named))
        .order_by(Election.held_on.desc(), Person.sort_key)
        .limit(MOST_OF_GROUP)
    )
    for person, unit, code in session.execute(wanted):
        yield person, f"{unit.kind} {unit.name}", "election", code


def _found(person: Person, where: str, place: str, argument: object) -> Found:
    said = [where]
    if place == "election":
        said.append(words("search.candidate"))
    elif place == "party":
        said.append(words("search.member"))
    if person.birth is not None:
        said.append(words("search.born", birth=person.birth.text()))
    if person.identity is not None:
        said.append(mask(person.identity))
    return Found(Group.PEOPLE, person.name, ", ".join(said), place, argument)
