"""The cells of the board: how far each step of an election is, and the word that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desktop.models.exchange import Intake
from desktop.rules.facts import hand_out_is_allowed
from desktop.rules.timeline import (
    Deadline,
    WorkingDays,
    deadlines_before,
    hand_out_deadlines,
    held_again_deadline,
    recognition_deadline,
    sending_deadline,
)
from desktop.rules.vote_state import VoteState
from desktop.services.office.workplace import VIET_NAM
from desktop.services.progress.progress import ElectionProgress
from desktop.services.progress.steps import Step, steps_of

# A meeting that hasn't opened half an hour after its time wants a telephone call; where no hour is known, one
# that hasn't by noon: meetings are held in the morning.
_GRACE = timedelta(minutes=30)
_NOON = time(12)
_WAITED_LONG = timedelta(days=1)

Due = Mapping[str, Deadline]

S = VoteState
_ORDER = (S.DRAFT, S.LISTED, S.PRINTED, S.MEETING, S.COUNTED_ONCE, S.DIFFERENT, S.AGREED, S.FINALISED)


class Mark(StrEnum):
    """How far a step is, and whether it calls a person."""

    DONE = "done"
    DOING = "doing"
    ATTENTION = "attention"
    WRONG = "wrong"
    NOT_YET = "not_yet"


class Reason(StrEnum):
    """Why a step is where it is; its word in a cell is ``cell.<reason>`` in the catalogue."""

    PLAIN = ""
    EMPTY = "empty"
    CONFLICT = "conflict"
    LATE = "late"
    ROUND = "round"
    LACKING = "lacking"
    URGENT = "urgent"
    PRESENT = "present"
    OPENED = "opened"
    TO_HAND_OUT = "to_hand_out"
    HANDING_OUT = "handing_out"
    AT = "at"
    TODAY = "today"
    DIFFERENT = "different"
    UNEXPLAINED = "unexplained"
    TO_FINALISE = "to_finalise"
    FIRST_ENTRY = "first_entry"
    SECOND_ENTRY = "second_entry"
    REOPENED = "reopened"
    TO_PRINT = "to_print"
    TO_SIGN = "to_sign"
    NOBODY = "nobody"
    TOO_FEW = "too_few"
    AGAIN = "again"
    AGAIN_LATE = "again_late"
    DAYS = "days"
    REFUSED = "refused"
    UNSENT = "unsent"
    WAITING = "waiting"
    RETURNED = "returned"
    TIED = "tied"
    ASK = "ask"
    LEFT = "left"
    APPOINTED = "appointed"
    COUNTERS = "counters"
    LISTED = "listed"
    PRINTED = "printed"
    VOTING = "voting"
    TO_CLOSE = "to_close"
    REFUSED_IN_PART = "refused_in_part"
    ON = "on"
    HELD = "held"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of one hamlet.

    Attributes:
        step: which.
        mark: how far it is.
        reason: why, as a code; plain where the mark says it all.
        value: the figure, hour or day in the reason's word, where it has one.
    """

    step: Step
    mark: Mark
    reason: Reason = Reason.PLAIN
    value: int | time | date | None = None


Found = tuple[Mark] | tuple[Mark, Reason] | tuple[Mark, Reason, int | time | date]
"""What is found of a step: its mark, and why, with the figure in it."""


def due_days(progress: ElectionProgress, working: WorkingDays) -> dict[str, Deadline]:
    """Return the last days that the statute sets for an election as it stands, by the clause's key.

    The result is sent some days after the meeting of the round. Recognition runs from the day the commune
    received it; until that is recorded, from the day the count was finalised, which is the earliest it can
    have come. A later round counts back from its own day what every meeting needs; slips have their own days.
    """
    statute, first, meets_on = progress.statute, progress.round == 1, progress.meets_on
    found: list[Deadline | None] = []
    if progress.handed_out:
        begun = reached(progress, S.MEETING)
        slips = progress.slips if begun else replace(progress.slips, ends=None)
        found += hand_out_deadlines(statute, slips, working)
    elif meets_on is not None:
        found += deadlines_before(statute, progress.held_on if first else meets_on, working, first=first)
        if reached(progress, S.MEETING):
            found.append(sending_deadline(statute, meets_on, working))
    finalised_at = progress.finalised_at
    came = progress.received_on or (finalised_at.astimezone(VIET_NAM).date() if finalised_at else None)
    if came is not None:
        found.append(recognition_deadline(statute, came, working))
    if progress.state is S.TO_HOLD_AGAIN or not first:
        found.append(held_again_deadline(statute, progress.held_on, working))
    return {deadline.clause.key: deadline for deadline in found if deadline is not None}


def cells(progress: ElectionProgress | None, due: Due, now: datetime) -> tuple[Cell, ...]:
    """Return the cells of a hamlet; one without an election has nothing in any.

    Args:
        progress: its election, None where none is planned.
        due: the last days of that election, by the clause's key.
        now: the present moment in Viet Nam.
    """
    if progress is None:
        return tuple(Cell(step, Mark.NOT_YET) for step in steps_of())
    today = now.date()
    made: dict[Step, Found] = {
        Step.ROLL: _roll(progress),
        Step.CANDIDATES: _candidates(progress, due, today),
        Step.BALLOTS: _ballots(progress, today),
        Step.MEETING: _meeting(progress, now),
        Step.COUNTING: _counting(progress, today),
        Step.MINUTES: _minutes(progress),
        Step.RECOGNITION: _recognition(progress, due, today),
        Step.CONGRESS: (Mark.NOT_YET,),  # of its branch, which this row of elections knows nothing of
        Step.SENDING: _sending(progress, now),
    }
    return tuple(Cell(step, *made[step]) for step in steps_of())


def opening_of(day: date, hour: time) -> datetime:
    """Return an hour of a day in Viet Nam as a moment."""
    return datetime.combine(day, hour, VIET_NAM)


def reached(progress: ElectionProgress, state: VoteState) -> bool:
    """Tell whether an election is at a state of its count, or past it."""
    if progress.state not in _ORDER:
        return True
    return _ORDER.index(progress.state) >= _ORDER.index(state)


def _roll(progress: ElectionProgress) -> Found:
    return (Mark.DONE,) if progress.electorate.size else (Mark.ATTENTION, Reason.EMPTY)


def _candidates(progress: ElectionProgress, due: Due, today: date) -> Found:
    if progress.conflict and not reached(progress, S.FINALISED):
        return Mark.WRONG, Reason.CONFLICT
    if progress.state is S.DRAFT:
        if _past(due, "candidates_before", today):
            return Mark.WRONG, Reason.LATE
        return (Mark.DOING, Reason.ROUND, progress.round) if progress.round > 1 else (Mark.NOT_YET,)
    if progress.team_lacking and not reached(progress, S.FINALISED):
        return Mark.WRONG if _past(due, "team_before", today) else Mark.ATTENTION, Reason.LACKING
    return (Mark.DONE,)


def _ballots(progress: ElectionProgress, today: date) -> Found:
    if reached(progress, S.PRINTED):
        return (Mark.DONE,)
    if progress.state is S.LISTED and progress.meets_on is not None:
        if today > progress.meets_on:
            return Mark.WRONG, Reason.LATE
        if today >= progress.meets_on - timedelta(days=1):
            return Mark.ATTENTION, Reason.URGENT
    return (Mark.NOT_YET,)


def _meeting(progress: ElectionProgress, now: datetime) -> Found:
    if reached(progress, S.COUNTED_ONCE) or progress.reopened:
        return (Mark.DONE,)
    if progress.state is S.MEETING:
        return _attendance(progress)
    if progress.state is S.PRINTED and progress.handed_out:
        missed = progress.meets_on is not None and now.date() > progress.meets_on
        return (Mark.WRONG, Reason.LATE) if missed else (Mark.DOING, Reason.TO_HAND_OUT)
    if progress.state is not S.PRINTED or progress.meets_on is None or now.date() < progress.meets_on:
        return (Mark.NOT_YET,)
    hour = progress.opening
    late = opening_of(progress.meets_on, hour) + _GRACE if hour else opening_of(progress.meets_on, _NOON)
    if now >= late:
        return Mark.WRONG, Reason.LATE
    return (Mark.DOING, Reason.AT, hour) if hour else (Mark.DOING, Reason.TODAY)


def _attendance(progress: ElectionProgress) -> Found:
    if progress.attended:
        return (Mark.DONE,)
    if progress.handed_out:
        return Mark.DOING, Reason.HANDING_OUT
    if progress.present is None:
        return Mark.DOING, Reason.OPENED
    return Mark.DOING, Reason.PRESENT, progress.present


def _counting(progress: ElectionProgress, today: date) -> Found:
    state, missing = progress.state, progress.unexplained
    if reached(progress, S.FINALISED):
        return (Mark.DONE,)
    if state is S.DIFFERENT:
        return Mark.WRONG, Reason.DIFFERENT, progress.differing
    if state is S.AGREED:
        return (Mark.ATTENTION, Reason.UNEXPLAINED, missing) if missing else (Mark.DOING, Reason.TO_FINALISE)
    if state not in (S.MEETING, S.COUNTED_ONCE):
        return (Mark.NOT_YET,)
    if progress.meets_on is not None and today > progress.meets_on and not progress.reopened:
        return Mark.WRONG, Reason.LATE
    return _typing(progress)


def _typing(progress: ElectionProgress) -> Found:
    if progress.state is S.COUNTED_ONCE:
        return Mark.DOING, Reason.SECOND_ENTRY
    if progress.reopened:
        return Mark.DOING, Reason.REOPENED
    return (Mark.DOING, Reason.FIRST_ENTRY) if progress.attended else (Mark.NOT_YET,)


def _minutes(progress: ElectionProgress) -> Found:
    if not reached(progress, S.FINALISED):
        return (Mark.NOT_YET,)
    if progress.minutes_signed:
        return (Mark.DONE,)
    return (Mark.ATTENTION, Reason.TO_SIGN) if progress.minutes_printed else (Mark.DOING, Reason.TO_PRINT)


def _recognition(progress: ElectionProgress, due: Due, today: date) -> Found:
    if progress.state is S.RECOGNISED:
        return (Mark.DONE,)
    if progress.state is S.TO_HOLD_AGAIN:
        late = _past(due, "held_again", today)
        return (Mark.WRONG, Reason.AGAIN_LATE) if late else (Mark.ATTENTION, Reason.AGAIN)
    if progress.state is not S.FINALISED:
        return (Mark.NOT_YET,)
    if _past(due, "recognition", today):
        return Mark.WRONG, Reason.LATE
    if progress.outcome != "elected":
        slips = progress.outcome == "no_quorum" and hand_out_is_allowed(progress.statute)
        return Mark.ATTENTION, Reason.TOO_FEW if slips else Reason.NOBODY
    return _submitted(progress, due, today)


def _submitted(progress: ElectionProgress, due: Due, today: date) -> Found:
    deadline = due.get("recognition")
    if deadline is None or progress.received_on is None:
        return (Mark.NOT_YET,)
    left = (deadline.day - today).days
    return (Mark.DOING, Reason.DAYS, left) if left else (Mark.DOING, Reason.TODAY)


def _past(due: Due, key: str, today: date) -> bool:
    deadline = due.get(key)
    return deadline is not None and today > deadline.day


def _sending(progress: ElectionProgress, now: datetime) -> Found:
    if progress.package is None or progress.sealed_at is None:
        return (Mark.NOT_YET,)
    if progress.package is Intake.REFUSED:
        return Mark.WRONG, Reason.REFUSED
    if progress.decision_unsent:
        return Mark.ATTENTION, Reason.UNSENT
    if progress.package is Intake.ACCEPTED:
        return (Mark.DONE,)
    long = now - progress.sealed_at > _WAITED_LONG
    return Mark.ATTENTION if long else Mark.DOING, Reason.WAITING
