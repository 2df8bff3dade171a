"""The meeting: who came, and what became of every printed ballot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from desktop.errors import RequestRefused
from desktop.models.counting import Attendance, BallotStock
from desktop.models.elections import Vote
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import demand_count, next_revision
from desktop.services.counting.explanations import withdraw
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.workplace import Workplace

_FIELDS = ("issued", "unused", "replaced", "collected")


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
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).open_meeting()
        vote.opened_at = at
        workplace.note(session, "meeting.open", vote.election, "state", "opened_at")


def correct_opening(workplace: Workplace, code: str, at: datetime) -> None:
    """Put right the moment at which the meeting opened, as the minutes print it.

    Raises:
        StepRefused: the meeting is not open, or its count is finalised.
        RequestRefused: ``meeting.earlier`` for a moment after somebody was already counted.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        _demand_meeting(vote.state)
        first = session.scalar(select(func.min(Attendance.at)).where(Attendance.round_id == vote.id))
        if first is not None and at > first:
            raise RequestRefused("meeting.earlier", where=f"{election.unit.kind} {election.unit.name}")
        vote.opened_at = at
        session.flush()
        workplace.note(session, "meeting.correct", election, "opened_at")


def record_attendance(workplace: Workplace, code: str, at: datetime, present: int) -> None:
    """Record how many electors were present at a moment; counted again, the new figure stands.

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
        if attendance is None:
            attendance = Attendance(round=vote, at=at, present=present)
            session.add(attendance)
        attendance.present = present
        session.flush()
        workplace.note(session, "attendance.record", attendance, "present")


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
        for count in boxes:
            for field in _FIELDS:
                demand_count(field, getattr(count, field))
            stock = session.scalars(
                select(BallotStock).where(BallotStock.round_id == vote.id, BallotStock.box == count.box)
            ).one_or_none()
            if stock is None:
                stock = BallotStock(round=vote, box=count.box)
                session.add(stock)
            stock.issued, stock.unused = count.issued, count.unused
            stock.replaced, stock.collected = count.replaced, count.collected
            session.flush()
            workplace.note(session, "stock.record", stock, *_FIELDS)
        fields = [f"stock.{field}" for field in _FIELDS]
        withdraw(session, vote, next_revision(session, vote), fields)


def _demand_meeting(state: str) -> None:
    VoteState(state).demand("record_meeting", *IN_MEETING)
