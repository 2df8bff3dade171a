"""Closing a congress and what is due after it: report, handing over, ballots destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress
from desktop.models.store.session import writing
from desktop.rules.statute import Statute
from desktop.rules.timeline import WorkingDays, months_after, recognition_deadline, sending_deadline
from desktop.rules.vote_state import VoteState
from desktop.services.congress.complaints import complaints_of
from desktop.services.congress.course import Course, write_course
from desktop.services.congress.lookup import contests_of, demand_day, found_congress
from desktop.services.congress.votes import is_settled
from desktop.services.elections.lookup import statute_for
from desktop.services.office.sides import for_party
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.text import tidy

_OPEN = (VoteState.MEETING, VoteState.COUNTED_ONCE, VoteState.DIFFERENT, VoteState.AGREED)


class DueKind(StrEnum):
    """What is due around a congress."""

    ANNOUNCED = "announced"
    REPORT = "report"
    COMPLAINTS = "complaints"
    HANDING_OVER = "handing_over"
    APPROVAL = "approval"
    DESTROYING = "destroying"
    ADDING = "adding"


@dataclass(frozen=True, slots=True)
class Due:
    """A day around a congress.

    Attributes:
        day: the last for it; of ``DESTROYING`` and ``ADDING`` the first.
        done_on: when it was done; None while it wasn't, or where nobody does it.
        late: whether it is over and not done in time.
        article: where the law says so.
    """

    kind: DueKind
    day: date
    done_on: date | None
    late: bool
    article: str


@for_party
def close_congress(workplace: Workplace, code: str, at: datetime, course: Course | None = None) -> None:
    """Close a congress, from which the days of reporting run.

    Args:
        workplace: the open office.
        code: the congress's.
        at: the moment.
        course: its hours and how many spoke, where they are written down with it.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.closed``; ``congress.reported_first``;
            ``congress.unsettled`` naming a post of which nobody knows what becomes; ``congress.hours`` for a
            moment before it was opened; as ``record_course``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.closed_at is not None:
            raise RequestRefused("congress.closed", where=congress.branch.name)
        if congress.reported_at is None:
            raise RequestRefused("congress.reported_first", where=congress.branch.name)
        for contest in contests_of(congress.election):
            if not is_settled(session, contest):
                raise RequestRefused("congress.unsettled", where=contest.post)
        if congress.opened_at is not None and at < congress.opened_at:
            raise RequestRefused("congress.hours", where=f"{local(at):%H:%M %d/%m/%Y}")
        congress.closed_at = at
        if course is not None:
            write_course(workplace, session, congress, course)
        session.flush()
        workplace.note(session, "congress.close", congress, "closed_at")


@for_party
def reopen_congress(workplace: Workplace, code: str) -> None:
    """Take back that a congress is closed, as long as its report wasn't sent.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.sent``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.report_sent_on is not None:
            raise RequestRefused("congress.sent", where=congress.branch.name)
        congress.closed_at = None
        session.flush()
        workplace.note(session, "congress.close", congress, "closed_at")


@for_party
def record_report_sent(workplace: Workplace, code: str, sent_on: date | None, number: str = "") -> None:
    """Write down when the report that asks for approval went up, and its number.

    Raises:
        RequestRefused: as ``_day`` says; ``unknown.congress``; ``congress.not_closed``.
    """
    with writing(workplace.database) as session:
        congress = _closed(session, code)
        demand_day(workplace.today(), congress, sent_on)
        congress.report_sent_on, congress.report_number = sent_on, tidy(number) or None
        session.flush()
        workplace.note(session, "congress.sent", congress, "report_sent_on", "report_number")


@for_party
def record_handing_over(workplace: Workplace, code: str, on: date | None, hour: time | None = None) -> None:
    """Write down when the committee of the term before handed over.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.not_closed``; ``congress.day`` for a day before the
            congress or to come.
    """
    with writing(workplace.database) as session:
        congress = _closed(session, code)
        demand_day(workplace.today(), congress, on)
        congress.handed_over_on, congress.handed_over_hour = on, hour if on is not None else None
        session.flush()
        workplace.note(session, "congress.handed_over", congress, "handed_over_on")


@for_party
def record_destroyed(workplace: Workplace, code: str, on: date, number: str) -> None:
    """Write down when the sealed ballots were destroyed, by which decision.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.not_closed``; ``congress.day``; ``congress.kept`` for
            a day on which they are still to be kept, or while a complaint isn't settled;
            ``congress.decision`` without a decision.

    Source: 190-QĐ/TW art. 35 (rules.md §3, keeping).
    """
    with writing(workplace.database) as session:
        congress = _closed(session, code)
        demand_day(workplace.today(), congress, on)
        kept = statute_for(workplace, congress.election).clause("keeping").whole()
        open_ones = any(each.settled_on is None for each in complaints_of(session, congress))
        until = months_after(_closing_day(congress), kept)
        if on < until or open_ones:
            raise RequestRefused("congress.kept", where=congress.branch.name, day=f"{until:%d/%m/%Y}")
        if not tidy(number):
            raise RequestRefused("congress.decision", where=congress.branch.name)
        congress.destroyed_on, congress.destroyed_number = on, tidy(number)
        session.flush()
        workplace.note(session, "congress.destroyed", congress, "destroyed_on", "destroyed_number")


def dues_of(
    workplace: Workplace,
    session: Session,
    congress: Congress,
    received_on: date | None,
    approved_on: date | None,
    *,
    working: WorkingDays | None = None,
) -> tuple[Due, ...]:
    """Return the days around a congress, the earliest first.

    Args:
        workplace: the open office.
        session: open.
        congress: which.
        received_on: when the superior received the report; until then its days run from that of sending.
        approved_on: when it approved.
        working: the office's working days, where the caller has read them.

    Source: 294-QĐ/TW 11.1.3, 15.2, 16.1; 190-QĐ/TW arts. 33 and 35; 06-HD/TW 16.3 (congress.md §2).
    """
    election, today = congress.election, workplace.today()
    statute, working = statute_for(workplace, election), working or working_days(session, today)
    closed = _closing_day(congress)
    before = statute.find("announcement_before")
    found = []
    if before is not None:
        by = working.before(election.held_on, before.whole())
        told = congress.announced_on
        found.append(Due(DueKind.ANNOUNCED, by, told, (told or today) > by, before.article))
    sending = sending_deadline(statute, closed, working)
    if sending is not None:
        found.append(
            _due(DueKind.REPORT, sending.day, congress.report_sent_on, today, sending.clause.article)
        )
    found += _counted(statute, working, closed, congress, today)
    start = received_on or congress.report_sent_on
    approval = None if start is None else recognition_deadline(statute, start, working)
    if approval is not None:
        found.append(_due(DueKind.APPROVAL, approval.day, approved_on, today, approval.clause.article))
    return tuple(sorted(found, key=lambda due: due.day))


def complaints_until(workplace: Workplace, session: Session, congress: Congress) -> date | None:
    """Return the last day on which a complaint about a congress may come; None where no clause sets any.

    Source: 190-QĐ/TW art. 33.
    """
    clause = statute_for(workplace, congress.election).find("complaints_within")
    working = working_days(session, workplace.today())
    return None if clause is None else working.after(_closing_day(congress), clause.whole())


def _counted(
    statute: Statute, working: WorkingDays, closed: date, congress: Congress, today: date
) -> list[Due]:
    found = []
    for kind, key in ((DueKind.COMPLAINTS, "complaints_within"), (DueKind.HANDING_OVER, "handing_over")):
        clause = statute.find(key)
        if clause is not None:
            by = working.after(closed, clause.whole())
            done = congress.handed_over_on if kind is DueKind.HANDING_OVER else None
            late = kind is DueKind.HANDING_OVER and (done or today) > by
            found.append(Due(kind, by, done, late, clause.article))
    for kind, key in ((DueKind.DESTROYING, "keeping"), (DueKind.ADDING, "added_again_after")):
        clause = statute.find(key)
        if clause is not None:
            done = congress.destroyed_on if kind is DueKind.DESTROYING else None
            found.append(
                Due(kind, months_after(closed, clause.whole()), done, late=False, article=clause.article)
            )
    return found


def _due(kind: DueKind, by: date, done: date | None, today: date, article: str) -> Due:
    return Due(kind, by, done, (done or today) > by, article)


def _closing_day(congress: Congress) -> date:
    return local(congress.closed_at).date() if congress.closed_at else congress.election.held_on


def _closed(session: Session, code: str) -> Congress:
    congress = found_congress(session, code)
    if congress.closed_at is None:
        raise RequestRefused("congress.not_closed", where=congress.branch.name)
    return congress
