"""Who is proposed as a candidate: somebody of the hamlet's list, or somebody written down by name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Candidate, Contest
from desktop.models.people import Household, Person, Sex
from desktop.models.places import Unit
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.text import fold, tidy


@dataclass(frozen=True, slots=True)
class Nomination:
    """Somebody proposed as a candidate, by name; birth (``YYYY[-MM[-DD]]``) tells namesakes apart.

    ``person`` is the key of somebody who was picked from the hamlet's list; name and birth then only say who
    is meant. A ``newcomer`` heads no household of the hamlet and is written down with what is known: ``sex``
    is ``male``, ``female`` or None.
    """

    name: str
    birth: str | None = None
    person: int | None = None
    newcomer: bool = False
    sex: str | None = None


def nominated(session: Session, contest: Contest, nomination: Nomination) -> Person:
    """Return the person who is meant; a newcomer who does not stand yet is written down.

    Raises:
        RequestRefused: ``candidates.unknown``, ``candidates.ambiguous``; ``candidates.name`` for a newcomer
            without one, ``candidates.birth`` for a birth that is none.
    """
    if nomination.newcomer:
        return _newcomer(session, contest, nomination)
    return _head(session, contest.election.unit, nomination)


def candidate_for(contest: Contest, person: Person) -> Candidate:
    """Return somebody as a candidate of a contest, under the name that ballots print."""
    for candidate in contest.candidates:
        if candidate.person is person:
            return candidate
    return Candidate(contest=contest, person=person, printed_name=person.name)


def forget_withdrawn(session: Session, contest: Contest) -> None:
    """Forget who stands in no round of a contest; of a newcomer nothing is kept then."""
    listed = {candidacy.candidate_id for each in contest.rounds for candidacy in each.candidacies}
    for candidate in [one for one in contest.candidates if one.id not in listed]:
        person = candidate.person
        contest.candidates.remove(candidate)
        session.delete(candidate)
        session.flush()
        heads = session.scalar(select(Household.id).where(Household.head_id == person.id).limit(1))
        stands = session.scalar(select(Candidate.id).where(Candidate.person_id == person.id).limit(1))
        if heads is None and stands is None:
            session.delete(person)
            session.flush()


def _head(session: Session, hamlet: Unit, nomination: Nomination) -> Person:
    heads = select(Person).join(Household, Household.head_id == Person.id)
    found = [
        person
        for person in session.scalars(
            heads.where(Household.hamlet_id == hamlet.id, Person.folded == fold(nomination.name))
        ).unique()
        if nomination.person in (None, person.id)
        and person.name.casefold() == tidy(nomination.name).casefold()
        and nomination.birth in (None, person.birth.iso() if person.birth else None)
    ]
    if not found:
        raise RequestRefused("candidates.unknown", where=hamlet.code)
    if len(found) > 1:
        raise RequestRefused("candidates.ambiguous", where=hamlet.code)
    return found[0]


def _newcomer(session: Session, contest: Contest, nomination: Nomination) -> Person:
    for candidate in contest.candidates:
        if candidate.person_id == nomination.person:
            return candidate.person
    name = tidy(nomination.name)
    if len(name.split()) < 2:
        raise RequestRefused("candidates.name", where="name")
    try:
        birth = parse_iso(nomination.birth) if nomination.birth else None
    except ValueError as error:
        raise RequestRefused("candidates.birth", where="birth") from error
    person = Person(name=name, sex=Sex(nomination.sex) if nomination.sex else None, birth=birth)
    session.add(person)
    session.flush()
    return person
