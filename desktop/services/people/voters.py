"""Voters who belong to no household of the register: listed, corrected, ended, or given a household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, String, func, literal, or_, select, tuple_, type_coerce
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import EndReason, Household, Person, Voter, is_on_the_list
from desktop.models.people_search import people_named
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.record import PERSON_FIELDS, read_person_field, refuse_taken
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word

_ORDER = Person.sort_key, func.coalesce(type_coerce(Person.birth, String()), ""), Voter.id


@dataclass(frozen=True, slots=True)
class VoterLine:
    """A voter in a list; the identity number is masked, a birth is ``dd/mm/yyyy`` as far as it is known."""

    id: int
    name: str
    birth: str
    sex: str
    identity: str
    ethnic: str
    hamlet: str


@dataclass(frozen=True, slots=True)
class VoterPage:
    """A part of a list: its lines, and whether the list goes on behind them."""

    lines: tuple[VoterLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class VoterDetail:
    """A voter as one is edited; the identity number is whole.

    Attributes:
        end_reason: why the person is no longer there: ``died``, ``moved`` or ``away``; empty while they are.
        ends_on: their last day there; None while they are, and where nobody knows it.
    """

    id: int
    hamlet: str
    hamlet_code: str
    name: str
    birth: str
    sex: str
    identity: str
    ethnic: str
    without_capacity: bool
    starts_on: date | None
    end_reason: str
    ends_on: date | None


@for_elections
def voters(
    workplace: Workplace,
    hamlet: str | None = None,
    *,
    search: str = "",
    ended: bool = False,
    after: int | None = None,
    limit: int = 200,
) -> VoterPage:
    """List voters without a household by given name, surname and middle name.

    Args:
        workplace: the open office.
        hamlet: a hamlet's code; None for all.
        search: beginnings of words in the name, with or without marks.
        ended: those who are no longer on the list instead of those who are.
        after: key of the voter behind whom the part begins; None for the beginning.
        limit: how many at most.
    """
    conditions = _conditions(hamlet, search, ended=ended)
    if conditions is None:
        return VoterPage((), more=False)
    with reading(workplace.database) as session:
        part = (
            select(Voter.id, Person, Unit.kind, Unit.name)
            .join_from(Voter, Person, Voter.person_id == Person.id)
            .join(Unit, Voter.hamlet_id == Unit.id)
            .where(*conditions)
        )
        if after is not None:
            of_one = select(*_ORDER).join(Person, Voter.person_id == Person.id).where(Voter.id == after)
            last = session.execute(of_one).one()
            part = part.where(Person.sort_key >= last[0], tuple_(*_ORDER) > tuple_(*map(literal, last)))
        lines = tuple(map(_line, session.execute(part.order_by(*_ORDER).limit(limit + 1))))
        return VoterPage(lines[:limit], more=len(lines) > limit)


@for_elections
def voter_count(
    workplace: Workplace, hamlet: str | None = None, *, search: str = "", ended: bool = False
) -> int:
    """Count the voters of a list; arguments as ``voters`` takes them."""
    conditions = _conditions(hamlet, search, ended=ended)
    if conditions is None:
        return 0
    with reading(workplace.database) as session:
        return session.scalar(select(func.count()).select_from(Voter).where(*conditions)) or 0


@for_elections
def voter(workplace: Workplace, key: int) -> VoterDetail:
    """Return a voter whole.

    Raises:
        RequestRefused: ``unknown.voter``.
    """
    with reading(workplace.database) as session:
        return _detail(_found(session, key))


def add_voter(workplace: Workplace, hamlet: str, name: str) -> int:
    """Put somebody who belongs to no household on a hamlet's list, and return the line's key.

    Raises:
        RequestRefused: ``unknown.unit``, ``household.name``.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, hamlet, workplace.today())
        person = Person(name=read_person_field(workplace, "name", name))
        made = Voter(hamlet=unit, person=person, starts_on=workplace.today())
        session.add(made)
        session.flush()
        workplace.note(session, "voter.add", made, "person", "hamlet", "starts_on")
        return made.id


def edit_voter(workplace: Workplace, key: int, field: str, value: Any) -> VoterDetail:
    """Change one field of a voter; empty takes a value away, but never the name.

    Args:
        workplace: the open office.
        key: of the voter's line.
        field: one of ``PERSON_FIELDS``, as ``edit_household`` takes it; ``without_capacity``, ``starts_on``,
            ``end_reason`` or ``ends_on``.
        value: as it was typed; a reason that is taken away takes the last day with it.

    Raises:
        RequestRefused: ``unknown.voter``; as ``edit_household`` for what can't be read;
            ``household.identity_taken``; ``lives_here.days`` for a first day after the last;
            ``voter.reason`` for a last day of somebody who is still there.
    """
    with writing(workplace.database) as session:
        found = _found(session, key)
        record: Person | Voter = found.person if field in PERSON_FIELDS else found
        read = read_person_field(workplace, field, value) if field in PERSON_FIELDS else value
        if field == "identity":
            refuse_taken(session, read, found.person_id)
        if field == "end_reason":
            read = EndReason(value) if value else None
        if field == "ends_on" and read is not None and found.end_reason is None:
            raise RequestRefused("voter.reason", where=field)
        days = {"starts_on": found.starts_on, "ends_on": found.ends_on, field: read}
        if days["starts_on"] and days["ends_on"] and days["starts_on"] > days["ends_on"]:
            raise RequestRefused("lives_here.days", where=field)
        if getattr(record, field) != read:
            setattr(record, field, read)
            if field == "end_reason" and read is None:
                found.ends_on = None
            session.flush()
            workplace.note(session, "voter.edit", record, field)
        return _detail(found)


def house_voter(workplace: Workplace, key: int) -> int:
    """Make a household of a voter's own, which the voter heads from today on, and return its key.

    Raises:
        RequestRefused: ``unknown.voter``.
    """
    with writing(workplace.database) as session:
        found = _found(session, key)
        today = workplace.today()
        home = Household(hamlet=found.hamlet, head=found.person, starts_on=today)
        session.add(home)
        yesterday = today - timedelta(days=1)
        found.end_reason, found.ends_on = None, max(yesterday, found.starts_on or yesterday)
        session.flush()
        workplace.note(session, "voter.house", home, "head", "hamlet", "starts_on")
        return home.id


def _conditions(hamlet: str | None, search: str, *, ended: bool) -> list[ColumnElement[bool]] | None:
    """Return what voters must be; None where a search has no word and so finds nobody."""
    gone = or_(Voter.ends_on.is_not(None), Voter.end_reason.is_not(None))
    conditions: list[ColumnElement[bool]] = [gone] if ended else list(is_on_the_list())
    if hamlet is not None:
        conditions.append(Voter.hamlet_id.in_(select(Unit.id).where(Unit.code == hamlet)))
    named = people_named(search)
    if named is not None:
        conditions.append(Voter.person_id.in_(named))
    return None if named is None and search.strip() else conditions


def _found(session: Session, key: int) -> Voter:
    found = session.get(Voter, key)
    if found is None:
        raise RequestRefused("unknown.voter", where=str(key))
    return found


def _line(row: Row[*tuple[Any, ...]]) -> VoterLine:
    key, person, kind, name = row
    return VoterLine(
        id=key,
        name=person.name,
        birth=person.birth.text() if person.birth else "",
        sex=sex_word(person.sex) if person.sex else "",
        identity=mask(person.identity) if person.identity else "",
        ethnic=person.ethnic or "",
        hamlet=f"{kind} {name}",
    )


def _detail(found: Voter) -> VoterDetail:
    person = found.person
    return VoterDetail(
        id=found.id,
        hamlet=f"{found.hamlet.kind} {found.hamlet.name}",
        hamlet_code=found.hamlet.code,
        name=person.name,
        birth=person.birth.text() if person.birth else "",
        sex=sex_word(person.sex) if person.sex else "",
        identity=person.identity or "",
        ethnic=person.ethnic or "",
        without_capacity=found.without_capacity,
        starts_on=found.starts_on,
        end_reason=found.end_reason.value if found.end_reason else "",
        ends_on=found.ends_on,
    )
