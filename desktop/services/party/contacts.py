"""Members of other organisations who were introduced to the branch of their home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from desktop.errors import RequestRefused
from desktop.models.party import HomeContact
from desktop.models.people import Person
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on, lives_on
from desktop.services.people.record import read_person_field
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.text import fold, tidy


@dataclass(frozen=True, slots=True)
class NewContact:
    """Who keeps contact: name and number of the person, the organisation, since when, by which paper."""

    name: str
    workplace: str
    since: date
    identity: str = ""
    number: str = ""
    paper_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Somebody who keeps contact; ``birth`` as far as it is known."""

    id: int
    name: str
    birth: str
    workplace: str
    since: date | None
    until: date | None
    paper: str
    paper_on: date | None


@for_party
def contacts(workplace: Workplace, branch: str, on: date | None = None) -> tuple[ContactLine, ...]:
    """Return who keeps contact with a branch on a day, in Vietnamese order.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    day = on or workplace.today()
    with reading(workplace.database) as session:
        found = branch_on(session, branch, day)
        kept = session.scalars(
            select(HomeContact)
            .where(HomeContact.branch_id == found.id, *lives_on(HomeContact, day))
            .options(joinedload(HomeContact.person))
        )
        lines = [line_of(each) for each in kept]
    return tuple(sorted(lines, key=lambda line: name_sort_key(line.name)))


@for_party
def add_contact(workplace: Workplace, branch: str, new: NewContact) -> int:
    """Note that somebody was introduced to the branch of the home, and return the key.

    Raises:
        RequestRefused: ``unknown.branch``; ``household.name``, ``household.identity``; ``member.other_name``;
            ``contact.workplace`` where the organisation is left out; ``member.future`` for a day to come.
    """
    named = read_person_field(workplace, "name", new.name)
    number = read_person_field(workplace, "identity", new.identity)
    if not tidy(new.workplace):
        raise RequestRefused("contact.workplace")
    if new.since > workplace.today():
        raise RequestRefused("member.future")
    with writing(workplace.database) as session:
        found = branch_on(session, branch, workplace.today())
        bearer = select(Person).where(Person.identity == number, Person.identity.is_not(None))
        known = session.scalars(bearer).one_or_none()
        if known is not None and fold(known.name) != fold(named):
            raise RequestRefused("member.other_name", where=known.name)
        made = HomeContact(
            branch=found,
            person=known or Person(name=named, identity=number),
            workplace=tidy(new.workplace),
            starts_on=new.since,
            paper_number=tidy(new.number) or None,
            paper_on=new.paper_on,
        )
        session.add(made)
        session.flush()
        workplace.note(session, "contact.add", made, "name", "branch")
        return made.id


@for_party
def end_contact(workplace: Workplace, key: int, last_day: date) -> None:
    """End a contact with its last day.

    Raises:
        RequestRefused: ``unknown.member``; ``member.period`` for a day before it began, or to come.
    """
    with writing(workplace.database) as session:
        found = session.get(HomeContact, key)
        if found is None:
            raise RequestRefused("unknown.member", where=str(key))
        early = found.starts_on is not None and last_day < found.starts_on
        if early or last_day > workplace.today():
            raise RequestRefused("member.period")
        found.ends_on = last_day
        workplace.note(session, "contact.end", found, "ends_on")


def line_of(contact: HomeContact) -> ContactLine:
    """Return a contact as a list shows it."""
    person = contact.person
    return ContactLine(
        contact.id,
        person.name,
        person.birth.text() if person.birth else "",
        contact.workplace,
        contact.starts_on,
        contact.ends_on,
        contact.paper_number or "",
        contact.paper_on,
    )
