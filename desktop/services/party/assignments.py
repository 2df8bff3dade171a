"""Who is in charge of which commune, branch or hamlet, from when to when, and where nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.party import BranchHamlet, Organisation, OrganisationKind
from desktop.models.people import Person
from desktop.models.posts import Assignment
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import lives_on
from desktop.services.party.organisations import organisation_on
from desktop.services.party.post_views import place_words
from desktop.services.places.heads import holds_on
from desktop.services.places.lookup import hamlets_of, unit_on
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """Somebody in charge of a place; without one it is a gap: nobody is since ``since``, where known."""

    id: int | None
    where: str
    code: str
    of_branch: bool
    holder: str = ""
    person: int | None = None
    duty: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    number: str = ""
    since: date | None = None

    @property
    def is_gap(self) -> bool:
        """Whether nobody is in charge."""
        return self.id is None


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """Somebody who is to be in charge of a place, by the code of a unit or of an organisation."""

    code: str
    name: str
    starts_on: date
    person: int | None = None
    duty: str = ""
    number: str = ""
    paper_on: date | None = None


@for_party
def assignment_lines(workplace: Workplace, on: date | None = None) -> tuple[AssignmentLine, ...]:
    """Return who is in charge of what on a day, and each branch and hamlet of which nobody is, gaps first.

    Whoever is in charge of a branch is so of the hamlets that it gathers.
    """
    day = on or workplace.today()
    with reading(workplace.database) as session:
        held = session.scalars(
            select(Assignment)
            .where(*holds_on(Assignment, day))
            .options(
                joinedload(Assignment.person),
                joinedload(Assignment.unit),
                joinedload(Assignment.organisation),
            )
        ).all()
        lines = [_line(each) for each in held]
        gaps = _gaps(session, held, day)
    return tuple(sorted((*gaps, *lines), key=lambda line: (not line.is_gap, sort_key(line.where))))


@for_party
def assign(workplace: Workplace, new: NewAssignment) -> int:
    """Put somebody in charge of a place, and return the key; several may be.

    Raises:
        RequestRefused: ``post.holder`` for nobody; ``assignment.held`` where the person is already in charge
            of it; ``unknown.unit``, ``unknown.branch``.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        person = session.get(Person, new.person) if new.person is not None else None
        named = tidy(new.name)
        if person is None and not named:
            raise RequestRefused("post.holder")
        is_branch = session.scalars(select(Organisation.id).where(Organisation.code == new.code)).first()
        made = Assignment(
            unit=None if is_branch else unit_on(session, new.code, today),
            organisation=organisation_on(session, new.code, today) if is_branch else None,
            person=person,
            name=None if person is not None else named,
            duty=tidy(new.duty) or None,
            starts_on=new.starts_on,
            paper_number=tidy(new.number) or None,
            paper_on=new.paper_on,
        )
        with session.no_autoflush:
            same = [
                each
                for each in session.scalars(select(Assignment).where(*holds_on(Assignment, new.starts_on)))
                if (each.unit, each.organisation) == (made.unit, made.organisation)
                and each.holder == made.holder
            ]
        if same:
            raise RequestRefused("assignment.held", where=made.holder)
        session.add(made)
        session.flush()
        workplace.note(session, "assignment.begin", made, "holder", "starts_on", "paper")
        return made.id


@for_party
def end_assignment(workplace: Workplace, key: int, last: date) -> None:
    """End an assignment with its last day.

    Raises:
        RequestRefused: ``assignment.unknown``; ``post.day`` for a day before its first.
    """
    with writing(workplace.database) as session:
        found = session.get(Assignment, key)
        if found is None:
            raise RequestRefused("assignment.unknown")
        if found.starts_on is not None and last < found.starts_on:
            raise RequestRefused("post.day", where=found.holder)
        found.ends_on = last
        session.flush()
        workplace.note(session, "assignment.end", found, "ends_on")


def _gaps(session: Session, held: Sequence[Assignment], day: date) -> list[AssignmentLine]:
    branches = {each.organisation_id for each in held if each.organisation_id is not None}
    units = {each.unit_id for each in held if each.unit_id is not None}
    gathered = select(BranchHamlet.hamlet_id).where(
        BranchHamlet.branch_id.in_(branches), *lives_on(BranchHamlet, day)
    )
    units |= set(session.scalars(gathered))
    living = select(Organisation).where(
        Organisation.kind != OrganisationKind.COMMITTEE, *lives_on(Organisation, day)
    )
    gaps = [
        AssignmentLine(None, each.name, each.code, True, since=_since(session, each.id, None, day))
        for each in session.scalars(living)
        if each.id not in branches
    ]
    for unit in hamlets_of(session, day):
        if unit.id not in units:
            since = _since(session, None, unit.id, day)
            gaps.append(AssignmentLine(None, f"{unit.kind} {unit.name}", unit.code, False, since=since))
    return gaps


def _since(session: Session, organisation: int | None, unit: int | None, day: date) -> date | None:
    """Return the last day on which somebody was in charge; None where nobody ever was."""
    past = select(Assignment.ends_on).where(
        Assignment.organisation_id == organisation if unit is None else Assignment.unit_id == unit,
        Assignment.ends_on < day,
    )
    return session.scalars(past.order_by(Assignment.ends_on.desc())).first()


def _line(each: Assignment) -> AssignmentLine:
    place = each.unit or each.organisation
    return AssignmentLine(
        each.id,
        place_words(each),
        place.code if place is not None else "",
        each.organisation is not None,
        each.holder,
        each.person_id,
        each.duty or "",
        each.starts_on,
        each.ends_on,
        each.paper_number or "",
    )
