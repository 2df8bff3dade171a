"""The course of a congress beside its votes: its hours, how many spoke, where its delegates are sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress
from desktop.models.elections import ContestCode
from desktop.models.store.session import writing
from desktop.services.chain.gates import Gate, demand_of_congress
from desktop.services.congress.lookup import found_congress
from desktop.services.office.clock_guard import TOLERANCE
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import VIET_NAM, Workplace, local
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Course:
    """Hours of the day of a congress, in Viet Nam, and how many spoke on its reports; None isn't known."""

    opened: time | None = None
    closed: time | None = None
    sealed: time | None = None
    speakers: int | None = None


@dataclass(frozen=True, slots=True)
class Delegation:
    """The higher congress that delegates are sent to, its term, and how many alternates it asks for."""

    congress: str = ""
    term: str = ""
    alternates: int | None = None


@for_party
def record_course(workplace: Workplace, code: str, course: Course) -> None:
    """Write down hours and speakers; the hour of closing only of a congress that is closed.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.hours`` for a closing before the opening;
            ``congress.sealed`` for ballots sealed before the opening, or before the last ones were given out;
            ``meeting.future``; ``congress.speakers`` for fewer than none; ``W603`` for an opening where a
            hamlet's chain keeps the gate shut.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if course.opened is not None and congress.opened_at is None:
            demand_of_congress(workplace, session, Gate.RECOGNISED, congress)
        write_course(workplace, session, congress, course)


def write_course(workplace: Workplace, session: Session, congress: Congress, course: Course) -> None:
    """Write down hours and speakers inside the caller's transaction; raises as ``record_course``."""
    if course.speakers is not None and course.speakers < 0:
        raise RequestRefused("congress.speakers", where=congress.branch.name)
    opened, closed, sealed = (
        _moment(congress, hour) for hour in (course.opened, course.closed, course.sealed)
    )
    for moment in (opened, closed, sealed):
        if moment is not None and moment > workplace.clock() + TOLERANCE:
            raise RequestRefused("meeting.future", where=f"{local(moment):%H:%M %d/%m/%Y}")
    opened = opened or congress.opened_at
    closed = (closed or congress.closed_at) if congress.closed_at is not None else None
    if opened is not None and closed is not None and closed < opened:
        raise RequestRefused("congress.hours", where=f"{local(closed):%H:%M %d/%m/%Y}")
    if sealed is not None and sealed < max(filter(None, [opened, _last_given_out(congress)]), default=sealed):
        raise RequestRefused("congress.sealed", where=f"{local(sealed):%H:%M %d/%m/%Y}")
    congress.opened_at, congress.closed_at = opened, closed
    congress.sealed_at, congress.speakers = sealed, course.speakers
    session.flush()
    workplace.note(session, "congress.course", congress, "opened_at", "closed_at", "sealed_at", "speakers")


def course_now(congress: Congress) -> Course:
    """Return hours and speakers as they are written down."""
    return Course(
        opened=_hour(congress.opened_at),
        closed=_hour(congress.closed_at),
        sealed=_hour(congress.sealed_at),
        speakers=congress.speakers,
    )


@for_party
def record_delegation(workplace: Workplace, code: str, delegation: Delegation) -> None:
    """Write down where the delegates are sent, and how many alternates the higher congress asks for.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.contest`` where no delegates are elected;
            ``congress.alternates`` for fewer than none.

    Source: 294-QĐ/TW 11.2.2 and 11.4.1 (rules.md §3, delegates): the convening superior gives the number.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if all(contest.code is not ContestCode.DELEGATES for contest in congress.election.contests):
            raise RequestRefused("congress.contest", where=congress.branch.name)
        if delegation.alternates is not None and delegation.alternates < 0:
            raise RequestRefused("congress.alternates", where=congress.branch.name)
        congress.delegates_to = tidy(delegation.congress) or None
        congress.delegates_term = tidy(delegation.term) or None
        congress.alternates = delegation.alternates
        session.flush()
        workplace.note(session, "congress.delegation", congress, "delegates_to", "alternates")


def delegation_now(congress: Congress) -> Delegation:
    """Return where the delegates are sent, as it is written down."""
    return Delegation(congress.delegates_to or "", congress.delegates_term or "", congress.alternates)


def _moment(congress: Congress, hour: time | None) -> datetime | None:
    return None if hour is None else datetime.combine(congress.election.held_on, hour, VIET_NAM)


def _hour(at: datetime | None) -> time | None:
    return None if at is None else local(at).time().replace(second=0, microsecond=0)


def _last_given_out(congress: Congress) -> datetime | None:
    """Return when the last ballots were given out; what was written down on a later day says nothing."""
    held_on = congress.election.held_on
    given = (vote.opened_at for vote in congress.election.rounds if vote.opened_at is not None)
    on_the_day = (at.replace(second=0, microsecond=0) for at in given if local(at).date() == held_on)
    return max(on_the_day, default=None)
