"""Members of a branch: who is in it on a day, one of them, and what changes: facts, standing, branch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import RequestRefused
from desktop.models.party import Member, Membership, StandingKind
from desktop.models.party import Standing as StandingRecord
from desktop.models.people import Person
from desktop.models.store.session import reading, writing
from desktop.rules.standing import Standing, Trouble, probation_over
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on, lives_on
from desktop.services.party.standing import days_of, probation_months, seen_on
from desktop.services.people.record import read_person_field, refuse_taken
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.partial_date import PartialDate, parse_typed
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import fold, tidy

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")
DATE_FIELDS = ("admitted", "official")
TEXT_FIELDS = ("card", "home", "post", "note")
FIELDS = (*PERSON_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in a list, as of a day; days are ``dd/mm/yyyy`` as far as they are known.

    Attributes:
        until: the day on which probation, or the stored standing, is over; None where that isn't known.
        since: from when a stored standing holds.
        place: where a member temporarily is, or comes from.
        troubles: what wants a person.
    """

    id: int
    name: str
    birth: str
    admitted: str
    post: str
    standing: Standing
    until: date | None = None
    since: date | None = None
    place: str = ""
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A stored standing of the past, of today, or to come."""

    id: int
    kind: Standing
    starts_on: date
    ends_on: date | None
    reason: str
    place: str
    paper: str


@dataclass(frozen=True, slots=True)
class MemberDetail:
    """A member as edited; numbers stand masked beside the full ones, which only the panel shows.

    Attributes:
        branches: names with first and last day, the latest first.
        standings: the latest first.
    """

    id: int
    line: MemberLine
    name: str
    birth: str
    sex: str
    identity: str
    ethnic: str
    admitted: str
    official: str
    card: str
    card_masked: str
    home: str
    post: str
    note: str
    branches: tuple[tuple[str, date | None, date | None], ...]
    standings: tuple[StandingLine, ...]


@dataclass(frozen=True, slots=True)
class NewStanding:
    """One of ``standing.STORED``: from when, until when if that is known, why, where, by which paper."""

    kind: Standing
    starts_on: date
    ends_on: date | None = None
    reason: str = ""
    place: str = ""
    number: str = ""
    paper_on: date | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A member who leaves: the last day here, where to, by which paper."""

    last_day: date
    destination: str
    number: str = ""
    paper_on: date | None = None


@for_party
def member_lines(workplace: Workplace, branch: str, on: date | None = None) -> tuple[MemberLine, ...]:
    """Return the members of a branch on a day, in Vietnamese order.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    day = on or workplace.today()
    months = probation_months(workplace, day)
    with reading(workplace.database) as session:
        found = branch_on(session, branch, day)
        held = (
            select(Membership)
            .where(Membership.branch_id == found.id, *lives_on(Membership, day))
            .options(
                joinedload(Membership.member).options(
                    joinedload(Member.person), selectinload(Member.standings)
                )
            )
        )
        lines = [_line(each.member, day, months) for each in session.scalars(held)]
    return tuple(sorted(lines, key=lambda line: name_sort_key(line.name)))


@for_party
def member(workplace: Workplace, key: int, on: date | None = None) -> MemberDetail:
    """Return one member as of a day.

    Raises:
        RequestRefused: ``unknown.member``.
    """
    day = on or workplace.today()
    months = probation_months(workplace, day)
    with reading(workplace.database) as session:
        return _detail(_found(session, key), day, months)


@for_party
def add_member(workplace: Workplace, branch: str, name: str, identity: str = "") -> int:
    """Add a member to a branch from today, and return the key.

    Whoever the registers know by the identity number is that person.

    Raises:
        RequestRefused: ``unknown.branch``; ``household.name`` and ``household.identity`` as for a household's
            head; ``member.exists`` for somebody who is a member already.
    """
    named = read_person_field("name", name)
    number = read_person_field("identity", identity)
    with writing(workplace.database) as session:
        found = branch_on(session, branch, workplace.today())
        bearer = select(Person).where(Person.identity == number, Person.identity.is_not(None))
        known = session.scalars(bearer).one_or_none()
        if known is not None and fold(known.name) != fold(named):
            raise RequestRefused("member.other_name", where=known.name)
        person = known or Person(name=named, identity=number)
        session.add(person)
        session.flush()
        if session.scalars(select(Member.id).where(Member.person_id == person.id)).first() is not None:
            raise RequestRefused("member.exists", where=person.name)
        made = Member(person=person)
        session.add(Membership(member=made, branch=found, starts_on=workplace.today()))
        session.flush()
        workplace.note(session, "member.add", made, "name", "branch")
        return made.id


@for_party
def edit_member(workplace: Workplace, key: int, field: str, value: Any) -> MemberDetail:
    """Change one field of a member; a person's own fields change wherever the person stands.

    Raises:
        RequestRefused: ``unknown.member``, ``member.day`` for a day that is none, ``member.future`` for one
            to come, and what ``people.record`` says of a person's fields.
    """
    with writing(workplace.database) as session:
        found = _found(session, key)
        if field in PERSON_FIELDS:
            read = read_person_field(field, value)
            if field == "identity":
                refuse_taken(session, read, found.person_id)
            setattr(found.person, field, read)
        elif field in DATE_FIELDS:
            setattr(found, field, _day(value, workplace.today()))
        elif field in TEXT_FIELDS:
            setattr(found, field, tidy(str(value or "")) or None)
        else:
            raise ValueError(field)
        session.flush()
        workplace.note(session, "member.edit", found, field)
    return member(workplace, key)


@for_party
def change_standing(workplace: Workplace, key: int, new: NewStanding) -> MemberDetail:
    """Store a standing; one of the same kind that goes on ends the day before.

    Raises:
        RequestRefused: ``unknown.member``, ``member.period`` where it ends before it begins.
    """
    if new.ends_on is not None and new.ends_on < new.starts_on:
        raise RequestRefused("member.period")
    kind = StandingKind(new.kind)
    with writing(workplace.database) as session:
        found = _found(session, key)
        for earlier in found.standings:
            open_then = earlier.ends_on is None or earlier.ends_on >= new.starts_on
            if earlier.kind is kind and earlier.starts_on < new.starts_on and open_then:
                earlier.ends_on = new.starts_on - timedelta(days=1)
        session.add(
            StandingRecord(
                member=found,
                kind=kind,
                starts_on=new.starts_on,
                ends_on=new.ends_on,
                reason=tidy(new.reason) or None,
                place=tidy(new.place) or None,
                paper_number=tidy(new.number) or None,
                paper_on=new.paper_on,
            )
        )
        session.flush()
        workplace.note(session, "member.standing", found, "standing")
    return member(workplace, key)


@for_party
def end_standing(workplace: Workplace, key: int, standing: int, last_day: date) -> MemberDetail:
    """End a standing that goes on, with its last day.

    Raises:
        RequestRefused: ``unknown.member``, ``member.period`` where it would end before it began.
    """
    with writing(workplace.database) as session:
        found = _found(session, key)
        held = next((each for each in found.standings if each.id == standing), None)
        if held is None or last_day < held.starts_on:
            raise RequestRefused("member.period")
        held.ends_on = last_day
        workplace.note(session, "member.standing", found, "standing")
    return member(workplace, key)


@for_party
def move_out(workplace: Workplace, key: int, move: Move) -> None:
    """Let a member leave the branch, with the paper of the move; the past keeps the member.

    Raises:
        RequestRefused: ``unknown.member``; ``member.left`` for one who is in no branch on the last day;
            ``member.period`` for a last day before the first or to come.
    """
    with writing(workplace.database) as session:
        found = _found(session, key)
        held = next((each for each in found.memberships if each.ends_on is None), None)
        if held is None:
            raise RequestRefused("member.left", where=found.person.name)
        early = held.starts_on is not None and move.last_day < held.starts_on
        if early or move.last_day > workplace.today():
            raise RequestRefused("member.period")
        held.ends_on = move.last_day
        held.destination = tidy(move.destination) or None
        held.paper_number = tidy(move.number) or None
        held.paper_on = move.paper_on
        workplace.note(session, "member.move", found, "branch", "destination", "paper")


def _found(session: Session, key: int) -> Member:
    found = session.get(Member, key)
    if found is None:
        raise RequestRefused("unknown.member", where=str(key))
    return found


def _line(found: Member, day: date, months: int) -> MemberLine:
    standing, troubles = seen_on(found, day, months)
    stored = next(
        (
            each
            for each in found.standings
            if Standing(each.kind) is standing
            and each.starts_on <= day
            and (each.ends_on is None or each.ends_on >= day)
        ),
        None,
    )
    until = probation_over(days_of(found), months) if standing is Standing.PROBATIONARY else None
    return MemberLine(
        found.id,
        found.person.name,
        _text(found.person.birth),
        _text(found.admitted),
        found.post or "",
        standing,
        stored.ends_on if stored else until,
        stored.starts_on if stored else None,
        (stored.place or "") if stored else "",
        troubles,
    )


def _detail(found: Member, day: date, months: int) -> MemberDetail:
    person = found.person
    return MemberDetail(
        id=found.id,
        line=_line(found, day, months),
        name=person.name,
        birth=_text(person.birth),
        sex=sex_word(person.sex) if person.sex else "",
        identity=person.identity or "",
        ethnic=person.ethnic or "",
        admitted=_text(found.admitted),
        official=_text(found.official),
        card=found.card or "",
        card_masked=mask(found.card) if found.card else "",
        home=found.home or "",
        post=found.post or "",
        note=found.note or "",
        branches=tuple(
            (each.branch.name, each.starts_on, each.ends_on) for each in reversed(found.memberships)
        ),
        standings=tuple(
            StandingLine(
                each.id,
                Standing(each.kind),
                each.starts_on,
                each.ends_on,
                each.reason or "",
                each.place or "",
                each.paper_number or "",
            )
            for each in sorted(found.standings, key=lambda each: each.starts_on, reverse=True)
        ),
    )


def _text(day: PartialDate | None) -> str:
    return day.text() if day else ""


def _day(value: Any, today: date) -> PartialDate | None:
    if value in (None, ""):
        return None
    try:
        day = value if isinstance(value, PartialDate) else parse_typed(str(value))
    except ValueError:
        raise RequestRefused("member.day") from None
    if day.earliest() > today:
        raise RequestRefused("member.future")
    return day
