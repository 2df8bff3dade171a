"""Members of a branch written down: somebody added, and the facts of one changed field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.party import Beginning, Member, Membership, TheoryLevel
from desktop.models.people import Person
from desktop.models.store.session import writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on
from desktop.services.party.member_views import (
    DATE_FIELDS,
    TEXT_FIELDS,
    MemberDetail,
    found_member,
    member,
)
from desktop.services.people.record import read_person_field, refuse_taken
from desktop.vietnamese.partial_date import PartialDate, parse_typed
from desktop.vietnamese.text import fold, tidy
from desktop.vietnamese.theory_levels import theory_level

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")
DAY_FIELDS = ("proposed_on", "card_on")
FIELDS = (*PERSON_FIELDS, *DATE_FIELDS, *DAY_FIELDS, "list_number", "theory", *TEXT_FIELDS)
_MOST = 99_999


@dataclass(frozen=True, slots=True)
class Entering:
    """Who enters a branch: the first day in its list; of who moves in from where, by which paper."""

    first_day: date
    origin: str
    number: str = ""
    paper_on: date | None = None


@for_party
def add_member(
    workplace: Workplace, branch: str, name: str, identity: str = "", entering: Entering | None = None
) -> int:
    """Add a member to a branch from today, or as somebody who moved in, and return the key.

    Whoever the registers know by the identity number is that person; who was a member here before and left
    is the same member again.

    Raises:
        RequestRefused: ``unknown.branch``; ``household.name`` and ``household.identity`` as for a household's
            head; ``member.exists`` for somebody who is a member already; ``member.period`` for a first day to
            come.
    """
    named = read_person_field(workplace, "name", name)
    number = read_person_field(workplace, "identity", identity)
    today = workplace.today()
    first = entering.first_day if entering is not None else today
    if first > today:
        raise RequestRefused("member.period")
    with writing(workplace.database) as session:
        found = branch_on(session, branch, today)
        bearer = select(Person).where(Person.identity == number, Person.identity.is_not(None))
        known = session.scalars(bearer).one_or_none()
        if known is not None and fold(known.name) != fold(named):
            raise RequestRefused("member.other_name", where=known.name)
        person = known or Person(name=named, identity=number)
        session.add(person)
        session.flush()
        made = session.scalars(select(Member).where(Member.person_id == person.id)).first()
        if made is not None and any(
            each.ends_on is None or each.ends_on >= first for each in made.memberships
        ):
            raise RequestRefused("member.exists", where=person.name)
        made = made or Member(person=person)
        came = Membership(member=made, branch=found, starts_on=first)
        if entering is not None:
            came.origin = tidy(entering.origin) or None
            came.beginning = Beginning.MOVED_IN if came.origin else None
            came.entry_number = tidy(entering.number) or None
            came.entry_on = entering.paper_on
        session.add(came)
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
        found = found_member(session, key)
        if field in PERSON_FIELDS:
            read = read_person_field(workplace, field, value)
            if field == "identity":
                refuse_taken(session, read, found.person_id)
            setattr(found.person, field, read)
        elif field in DATE_FIELDS:
            setattr(found, field, _day(value, workplace.today()))
        elif field in DAY_FIELDS:
            if value is not None and value > workplace.today():
                raise RequestRefused("member.future")
            setattr(found, field, value)
        elif field == "list_number":
            if value is not None and not 1 <= value <= _MOST:
                raise RequestRefused("member.number", most=_MOST)
            found.list_number = value
        elif field == "theory":
            level = theory_level(str(value)) if value else None
            found.theory = TheoryLevel(level) if level else None
        elif field in TEXT_FIELDS:
            setattr(found, field, tidy(str(value or "")) or None)
        else:
            raise ValueError(field)
        session.flush()
        workplace.note(session, "member.edit", found, field)
    return member(workplace, key)


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
