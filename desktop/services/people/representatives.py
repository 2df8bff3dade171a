"""Who votes for a household: its head, another of its members, or somebody whom it authorises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import Authority, Household, HouseholdMember, Person, Representative
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.record import household_of, read_person_field
from desktop.vietnamese.text import fold, tidy


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of an authorisation: number and day, each empty or None where it is not known."""

    number: str = ""
    on: date | None = None


NO_PAPER = Paper()


@dataclass(frozen=True, slots=True)
class RepresentativeView:
    """Who votes for a household, and by what; the birth is ``dd/mm/yyyy`` as far as it is known."""

    person: int
    name: str
    birth: str
    authority: Authority
    paper: Paper = NO_PAPER


@for_elections
def representative(workplace: Workplace, household: int) -> RepresentativeView:
    """Return who votes for a household.

    Raises:
        RequestRefused: ``unknown.household``.
    """
    with reading(workplace.database) as session:
        return _view(session, household_of(session, household))


def represent(workplace: Workplace, household: int, person: int | None) -> RepresentativeView:
    """Let a member vote for a household; None, or the head, is the head again.

    Args:
        workplace: the open office.
        household: its key.
        person: key of somebody who belongs to it.

    Raises:
        RequestRefused: ``unknown.household``; ``representative.member`` for somebody who is not of it.
    """
    with writing(workplace.database) as session:
        home = household_of(session, household)
        kept = _kept(session, home)
        if person is None or person == home.head_id:
            if kept is not None:
                session.delete(kept)
                session.flush()
                workplace.note(session, "household.represent", home, "representative")
            return _view(session, home)
        line = session.scalars(
            select(HouseholdMember).where(
                HouseholdMember.household_id == home.id, HouseholdMember.person_id == person
            )
        ).one_or_none()
        if line is None or line.end_reason is not None:
            raise RequestRefused("representative.member", where=home.head.name)
        _put(workplace, session, home, line.person, Authority.MEMBER, NO_PAPER)
        return _view(session, home)


def authorise(
    workplace: Workplace, household: int, name: str, birth: str, paper: Paper
) -> RepresentativeView:
    """Let somebody whom a household authorises vote for it.

    Who is in the register under that name and that whole birth is that person.

    Args:
        workplace: the open office.
        household: its key.
        name: in full.
        birth: as it is typed; empty where it is not known.
        paper: of the authorisation.

    Raises:
        RequestRefused: ``unknown.household``; ``household.name``, ``household.birth`` for what can't be read;
            ``representative.day`` for a paper of a day that hasn't come.

    Source: rules.md §2 (who votes, L 18.2).
    """
    with writing(workplace.database) as session:
        home = household_of(session, household)
        said, born = read_person_field(workplace, "name", name), read_person_field(workplace, "birth", birth)
        if paper.on is not None and paper.on > workplace.today():
            raise RequestRefused("representative.day", where="paper_on")
        kept = _kept(session, home)
        known = kept.person if kept is not None and kept.person.name == said else None
        if known is None and born is not None and born.day is not None:
            same = select(Person).where(Person.folded == fold(said), Person.birth == born)
            known = next((one for one in session.scalars(same) if one.name == said), None)
        if known is None:
            known = Person(name=said, birth=born)
            session.add(known)
        elif known.birth is None:
            known.birth = born
        _put(workplace, session, home, known, Authority.AUTHORISED, paper)
        return _view(session, home)


def _put(
    workplace: Workplace, session: Session, home: Household, person: Person, by: Authority, paper: Paper
) -> None:
    kept = _kept(session, home)
    if kept is None:
        kept = Representative(household=home, person=person, authority=by)
        session.add(kept)
    kept.person, kept.authority = person, by
    kept.paper_number, kept.paper_on = tidy(paper.number) or None, paper.on
    session.flush()
    workplace.note(session, "household.represent", home, "representative", "authority", "paper")


def _kept(session: Session, home: Household) -> Representative | None:
    found = select(Representative).where(Representative.household_id == home.id)
    return session.scalars(found).one_or_none()


def _view(session: Session, home: Household) -> RepresentativeView:
    kept = _kept(session, home)
    person = kept.person if kept else home.head
    birth = person.birth.text() if person.birth else ""
    if kept is None:
        return RepresentativeView(person.id, person.name, birth, Authority.HEAD)
    paper = Paper(kept.paper_number or "", kept.paper_on)
    return RepresentativeView(person.id, person.name, birth, kept.authority, paper)
