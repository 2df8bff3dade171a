"""The meeting as its step shows it: who came, the ballots of each box, and what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.counting import Attendance
from desktop.models.elections import Ballot, Round, Vote
from desktop.models.store.session import reading, writing
from desktop.rules.reconciliation import BoxStock
from desktop.rules.shares import percent_text
from desktop.rules.statute import Statute
from desktop.rules.stock import MeetingFigures, check_stock
from desktop.rules.timeline import hand_out_deadlines
from desktop.rules.vote_state import VoteState
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electorate import electorate_of, frozen_electorate
from desktop.services.elections.lookup import day_of, slip_days, state_of, statute_for, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.elections.time_left import DueTask
from desktop.services.office.sides import for_its_side
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import VIET_NAM, Workplace, local

_USUAL_HOUR = time(7, 30)


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """How many were present at a moment, in Viet Nam's time, and the share with its base."""

    at: datetime
    present: int
    base: int
    percent: str


@dataclass(frozen=True, slots=True)
class SlipDue:
    """A deadline of slips: what is due by which day, and whether that day passed without it."""

    task: DueTask
    day: date
    late: bool


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What the step of the meeting shows.

    Attributes:
        held_on: the round's day; ``opening`` the hour for which the meeting is planned.
        suggested: when the meeting probably opened: now on the day itself, else the planned hour; now where
            slips are handed out, days before the last are collected.
        now: the present moment.
        may_open: the roll is frozen and the meeting is not open.
        editable: figures may still change.
        electorate: None before the roll is frozen.
        handed_out: the ballots are slips for households: nobody comes, and ``held_on`` is the last day on
            which slips are collected.
        needed: how many must come for the meeting to count; None where nobody does.
        quorum: the clause that says so, or that lets slips be handed out.
        printed: ballots printed, None by show of hands.
        boxes: ballots of each box, the main one first.
        problems: what does not fit so far.
        clusters: name and households of each in which the hamlet meets; none where it meets as one.
        slips_due: what has to be done of slips, by which day, and whether it wasn't in time.
        voters: whether all voters elect, and not one representative of each household.
    """

    hamlet: str
    held_on: date
    round: int
    opening: time | None
    suggested: datetime
    now: datetime
    venue: str
    by_hands: bool
    handed_out: bool
    voters: bool
    may_open: bool
    editable: bool
    opened_at: datetime | None
    electorate: int | None
    needed: int | None
    quorum: ClauseView
    attendance: tuple[AttendanceLine, ...]
    printed: int | None
    boxes: tuple[BoxStock, ...]
    problems: tuple[Problem, ...]
    slips_due: tuple[SlipDue, ...] = ()
    clusters: tuple[tuple[str, int | None], ...] = ()


@for_its_side
def meeting_view(workplace: Workplace, code: str) -> MeetingView:
    """Return what the step of the meeting shows."""
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        statute = statute_for(workplace, election)
        quorum, handed_out = statute.clause("quorum"), vote.vote is Vote.HAND_OUT
        figures = _figures(session, vote) if election.statute_bytes is not None else None
        state = state_of(vote)
        return MeetingView(
            hamlet=f"{election.unit.kind} {election.unit.name}",
            held_on=day_of(vote),
            opening=vote.opening,
            round=vote.number,
            suggested=_suggested(workplace, vote),
            now=local(workplace.clock()),
            venue=election.venue or "",
            by_hands=vote.ballot is Ballot.HANDS,
            handed_out=handed_out,
            voters=electorate_of(session, election).of_voters,
            may_open=state is VoteState.PRINTED,
            editable=state in IN_MEETING,
            opened_at=local(vote.opened_at) if vote.opened_at else None,
            electorate=figures.electorate if figures else None,
            needed=quorum.needed_of(figures.electorate) if figures and not handed_out else None,
            quorum=clause_view(statute.clause("ballots_to_households") if handed_out else quorum),
            attendance=_attendance(session, vote) if figures else (),
            printed=figures.printed if figures else None,
            boxes=figures.boxes if figures else (),
            problems=check_stock(figures, quorum) if figures and vote.opened_at else (),
            slips_due=_slips_due(workplace, session, vote, statute),
            clusters=tuple((one.name, one.households) for one in clusters_of(vote)),
        )


def remove_box(workplace: Workplace, code: str, box: str) -> None:
    """Take away a box that was added by mistake.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
        RequestRefused: ``stock.box`` for the main box, or for one that has figures.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("record_meeting", *IN_MEETING)
        for stock in stocks_of(session, vote):
            if stock.box != box:
                continue
            figures = (stock.printed, stock.issued, stock.unused, stock.replaced, stock.collected)
            if box == "main" or any(figures):
                raise RequestRefused("stock.box", where=code)
            workplace.note(session, "stock.remove", stock, "box")
            session.delete(stock)


def _slips_due(workplace: Workplace, session: Session, vote: Round, statute: Statute) -> tuple[SlipDue, ...]:
    if vote.vote is not Vote.HAND_OUT:
        return ()
    today, sent = workplace.today(), vote.slips_plan_sent_on
    due = hand_out_deadlines(statute, slip_days(vote), working_days(session, today))
    return tuple(
        SlipDue(task, one.day, task is DueTask.SLIPS_PLANNED and (sent or today) > one.day)
        for one in due
        for task in (DueTask(one.clause.key),)
    )


def _suggested(workplace: Workplace, vote: Round) -> datetime:
    now = local(workplace.clock()).replace(second=0, microsecond=0)
    day = day_of(vote)
    if now.date() == day or vote.vote is Vote.HAND_OUT:
        return now
    return datetime.combine(day, vote.opening or _USUAL_HOUR, tzinfo=VIET_NAM)


def _figures(session: Session, vote: Round) -> MeetingFigures:
    attendance = _attendance(session, vote)
    boxes = tuple(
        BoxStock(s.box, s.printed, s.issued, s.unused, s.replaced, s.collected)
        for s in stocks_of(session, vote)
    )
    printed = [box.printed for box in boxes if box.printed is not None]
    return MeetingFigures(
        electorate=frozen_electorate(session, vote.election).size,
        present=attendance[-1].present if attendance else None,
        printed=sum(printed) if printed else None,
        boxes=boxes,
        handed_out=vote.vote is Vote.HAND_OUT,
    )


def _attendance(session: Session, vote: Round) -> tuple[AttendanceLine, ...]:
    lines = select(Attendance).where(Attendance.round_id == vote.id).order_by(Attendance.at)
    base = frozen_electorate(session, vote.election).size
    return tuple(
        AttendanceLine(local(line.at), line.present, base, percent_text(line.present, base))
        for line in session.scalars(lines)
    )
