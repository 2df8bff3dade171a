"""The meeting: who came, and what became of every printed ballot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Attendance, BallotStock
from desktop.models.elections import Ballot, Round, Vote
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import demand_count, next_revision
from desktop.services.counting.explanations import withdraw
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.clusters import demand_whole
from desktop.services.elections.lookup import day_of, state_of, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.clock_guard import TOLERANCE
from desktop.services.office.workplace import Workplace, local

BoxField = Literal["issued", "unused", "replaced", "collected"]
_FIELDS: tuple[BoxField, ...] = ("issued", "unused", "replaced", "collected")


@dataclass(frozen=True, slots=True)
class BoxCount:
    """The ballots of one box (``main``, ``mobile``), in ballots; what was not counted is ``None``."""

    box: str
    issued: int | None = None
    unused: int | None = None
    replaced: int | None = None
    collected: int | None = None


def open_meeting(workplace: Workplace, code: str, at: datetime) -> None:
    """Open the meeting: from here on the roll takes no supplement.

    Raises:
        StepRefused: no ballots are printed.
        RequestRefused: as ``check_opening``; ``clusters.sum``, ``clusters.unknown`` or ``clusters.one`` where
            it meets by cluster and not all households are in them; ``W601`` where hands are raised and the
            hamlet's chain keeps the gate shut.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).open_meeting()
        check_opening(workplace, vote, at)
        demand_whole(workplace, session, vote)
        if vote.ballot is Ballot.HANDS:
            # What is printed first is refused before; of hands nothing is.
            # Loaded by the first that asks: a start shows how far votes are, and knows no chain.
            from desktop.services.chain.gates import Gate, demand_of_head  # noqa: PLC0415

            demand_of_head(workplace, session, Gate.PLAN_APPROVED, vote.election)
        vote.opened_at = at
        workplace.note(session, "meeting.open", vote.election, "state", "opened_at")


def correct_opening(workplace: Workplace, code: str, at: datetime) -> None:
    """Put right the moment at which the meeting opened, as the minutes print it.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
        RequestRefused: ``meeting.earlier`` for a moment after somebody was already counted; or as
            ``check_opening``.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        _demand_meeting(vote.state)
        first = session.scalar(select(func.min(Attendance.at)).where(Attendance.round_id == vote.id))
        if first is not None and at > first:
            raise RequestRefused("meeting.earlier", where=f"{election.unit.kind} {election.unit.name}")
        check_opening(workplace, vote, at)
        vote.opened_at = at
        session.flush()
        workplace.note(session, "meeting.correct", election, "opened_at")


def check_opening(workplace: Workplace, vote: Round, at: datetime) -> None:
    """Refuse a moment at which a meeting can't have opened.

    Slips are handed out on the days before the last of collecting.

    Raises:
        RequestRefused: ``meeting.future`` for a moment that hasn't come; ``meeting.before_day`` for a day
            before the one on which the meeting is planned, which can be moved.
    """
    if at > workplace.clock() + TOLERANCE:
        raise RequestRefused("meeting.future", where=f"{local(at):%H:%M %d/%m/%Y}")
    planned = day_of(vote)
    if vote.vote is not Vote.HAND_OUT and local(at).date() < planned:
        raise RequestRefused("meeting.before_day", where=f"{planned:%d/%m/%Y}")


def record_attendance(workplace: Workplace, code: str, at: datetime, present: int) -> int | None:
    """Record how many electors were present at a moment; counted again, the new figure stands.

    Returns:
        The figure that stood there before.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
        RequestRefused: ``entry.field`` for a figure that is none; ``hand_out.nobody_present`` where
            slips were handed to households.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _demand_meeting(vote.state)
        if vote.vote is Vote.HAND_OUT:
            raise RequestRefused("hand_out.nobody_present", where=code)
        demand_count("present", present)
        attendance = session.scalars(
            select(Attendance).where(Attendance.round_id == vote.id, Attendance.at == at)
        ).one_or_none()
        before = None if attendance is None else attendance.present
        if attendance is None:
            attendance = Attendance(round=vote, at=at, present=present)
            session.add(attendance)
        attendance.present = present
        session.flush()
        workplace.note(session, "attendance.record", attendance, "present")
        return before


def take_back_attendance(workplace: Workplace, code: str, at: datetime) -> None:
    """Take back a figure of attendance that was recorded by mistake; without one, do nothing.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _demand_meeting(vote.state)
        of_round = Attendance.round_id == vote.id
        attendance = session.scalars(select(Attendance).where(of_round, Attendance.at == at)).one_or_none()
        if attendance is not None:
            workplace.note(session, "attendance.take_back", attendance, "present")
            session.delete(attendance)


def record_stock(workplace: Workplace, code: str, boxes: Sequence[BoxCount]) -> None:
    """Record what became of the ballots of each box; counted again, the new figures stand.

    An explanation of the ballots in boxes is taken back then.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
        RequestRefused: ``entry.field`` for a figure that is none.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _demand_meeting(vote.state)
        for counted in boxes:
            stock = _box(session, vote, counted.box)
            for field in _FIELDS:
                figure = getattr(counted, field)
                demand_count(field, figure)
                setattr(stock, field, figure)
            session.flush()
            workplace.note(session, "stock.record", stock, *_FIELDS)
        _withdraw_explanations(session, vote)


def record_box(workplace: Workplace, code: str, box: str, field: BoxField, figure: int | None) -> int | None:
    """Record one figure of one box, and leave the others as they are; None takes it back.

    An explanation of the ballots in boxes is taken back then.

    Returns:
        The figure that stood there before.

    Raises:
        StepRefused, RequestRefused: as ``record_stock`` does.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _demand_meeting(vote.state)
        demand_count(field, figure)
        stock = _box(session, vote, box)
        before: int | None = getattr(stock, field)
        setattr(stock, field, figure)
        session.flush()
        workplace.note(session, "stock.record", stock, field)
        _withdraw_explanations(session, vote)
        return before


def add_box(workplace: Workplace, code: str, box: str | None = None) -> str:
    """Add a mobile box without figures, the next one unless it is named, and return its name.

    A box that stands there already keeps its figures.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _demand_meeting(vote.state)
        name = box or _next_mobile([stock.box for stock in stocks_of(session, vote)])
        stock = _box(session, vote, name)
        session.flush()
        workplace.note(session, "stock.add", stock, "box")
        _withdraw_explanations(session, vote)
        return name


def _next_mobile(known: Sequence[str]) -> str:
    if "mobile" not in known:
        return "mobile"
    return next(name for number in count(2) if (name := f"mobile-{number}") not in known)


def _box(session: Session, vote: Round, box: str) -> BallotStock:
    of_box = select(BallotStock).where(BallotStock.round_id == vote.id, BallotStock.box == box)
    stock = session.scalars(of_box).one_or_none()
    if stock is None:
        stock = BallotStock(round=vote, box=box)
        session.add(stock)
    return stock


def _withdraw_explanations(session: Session, vote: Round) -> None:
    fields = [f"stock.{field}" for field in _FIELDS]
    withdraw(session, vote, next_revision(session, vote), fields)


def _demand_meeting(state: str) -> None:
    VoteState(state).demand("record_meeting", *IN_MEETING)
