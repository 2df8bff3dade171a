"""The cells of the board: how far each step of an election is, and the word that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.models.exchange import Intake
from desktop.rules.timeline import (
    Deadline,
    WorkingDays,
    deadlines_before,
    held_again_deadline,
    recognition_deadline,
)
from desktop.rules.vote_state import VoteState
from desktop.services.office.workplace import VIET_NAM
from desktop.services.progress.progress import ElectionProgress

STEPS = (
    "roll",
    "candidates",
    "ballots",
    "meeting",
    "counting",
    "minutes",
    "recognition",
    "congress",
    "sending",
)
"""Keys of the steps, in the order of the columns; an election's page knows them by the same names."""

# A meeting that hasn't opened half an hour after its time wants a telephone call; where no hour is known, one
# that hasn't by noon: meetings are held in the morning.
_GRACE = timedelta(minutes=30)
_NOON = time(12)
_WAITED_LONG = timedelta(days=1)

Due = Mapping[str, Deadline]

S = VoteState
_ORDER = (S.DRAFT, S.LISTED, S.PRINTED, S.MEETING, S.COUNTED_ONCE, S.DIFFERENT, S.AGREED, S.FINALISED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of one hamlet.

    Attributes:
        step: one of ``STEPS``.
        kind: ``done``, ``doing``, ``attention``, ``wrong`` or ``not_yet``.
        word: what a clerk reads in the cell; none where the step is done or not due yet.
    """

    step: str
    kind: str
    word: str = ""


def due_days(progress: ElectionProgress, working: WorkingDays) -> dict[str, Deadline]:
    """Return the last days that the statute sets for an election as it stands, by the clause's key.

    Recognition runs from the day the commune received the result; until that is recorded, from the day the
    count was finalised, which is the earliest it can have come. A later round has no list of days back from
    its own day: the statute sets none.
    """
    statute, first = progress.statute, progress.round == 1
    found: list[Deadline | None] = list(deadlines_before(statute, progress.held_on, working)) if first else []
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
        return tuple(Cell(step, "not_yet") for step in STEPS)
    today = now.date()
    made = {
        "roll": _roll(progress),
        "candidates": _candidates(progress, due, today),
        "ballots": _ballots(progress, today),
        "meeting": _meeting(progress, now),
        "counting": _counting(progress, today),
        "minutes": _minutes(progress),
        "recognition": _recognition(progress, due, today),
        "congress": ("not_yet", ""),
        "sending": _sending(progress, now),
    }
    return tuple(Cell(step, *made[step]) for step in STEPS)


def opening_of(day: date, hour: time) -> datetime:
    """Return an hour of a day in Viet Nam as a moment."""
    return datetime.combine(day, hour, VIET_NAM)


def reached(progress: ElectionProgress, state: VoteState) -> bool:
    """Tell whether an election is at a state of its count, or past it."""
    if progress.state not in _ORDER:
        return True
    return _ORDER.index(progress.state) >= _ORDER.index(state)


def _roll(progress: ElectionProgress) -> tuple[str, str]:
    return ("done", "") if progress.electorate.size else ("attention", "Trống")


def _candidates(progress: ElectionProgress, due: Due, today: date) -> tuple[str, str]:
    if progress.conflict and not reached(progress, S.FINALISED):
        return "wrong", "Trùng"
    if progress.state is S.DRAFT:
        if _past(due, "candidates_before", today):
            return "wrong", "Muộn"
        return ("doing", f"Vòng {progress.round}") if progress.round > 1 else ("not_yet", "")
    if progress.team_lacking and not reached(progress, S.FINALISED):
        return "wrong" if _past(due, "team_before", today) else "attention", "Thiếu"
    return "done", ""


def _ballots(progress: ElectionProgress, today: date) -> tuple[str, str]:
    if reached(progress, S.PRINTED):
        return "done", ""
    if progress.state is S.LISTED and progress.meets_on is not None:
        if today > progress.meets_on:
            return "wrong", "Muộn"
        if today >= progress.meets_on - timedelta(days=1):
            return "attention", "Gấp"
    return "not_yet", ""


def _meeting(progress: ElectionProgress, now: datetime) -> tuple[str, str]:
    if reached(progress, S.COUNTED_ONCE) or progress.reopened:
        return "done", ""
    if progress.state is S.MEETING:
        if progress.attended:
            return "done", ""
        return "doing", f"{progress.present} hộ" if progress.present is not None else "Đã mở"
    if progress.state is not S.PRINTED or progress.meets_on is None or now.date() < progress.meets_on:
        return "not_yet", ""
    hour = progress.opening
    late = opening_of(progress.meets_on, hour) + _GRACE if hour else opening_of(progress.meets_on, _NOON)
    if now >= late:
        return "wrong", "Muộn"
    return "doing", f"Lúc {hour:%H:%M}" if hour else "Hôm nay"


def _counting(progress: ElectionProgress, today: date) -> tuple[str, str]:
    state, missing = progress.state, progress.unexplained
    if reached(progress, S.FINALISED):
        return "done", ""
    if state is S.DIFFERENT:
        return "wrong", f"Lệch {progress.differing}"
    if state is S.AGREED:
        return ("attention", f"Thiếu {missing}") if missing else ("doing", "Chờ chốt")
    if state not in (S.MEETING, S.COUNTED_ONCE):
        return "not_yet", ""
    if progress.meets_on is not None and today > progress.meets_on and not progress.reopened:
        return "wrong", "Muộn"
    return _typing(progress)


def _typing(progress: ElectionProgress) -> tuple[str, str]:
    if progress.state is S.COUNTED_ONCE:
        return "doing", "Lượt 2"
    if progress.reopened:
        return "doing", "Lập lại"
    return ("doing", "Lượt 1") if progress.attended else ("not_yet", "")


def _minutes(progress: ElectionProgress) -> tuple[str, str]:
    if not reached(progress, S.FINALISED):
        return "not_yet", ""
    if progress.minutes_signed:
        return "done", ""
    return ("attention", "Chờ ký") if progress.minutes_printed else ("doing", "Chờ in")


def _recognition(progress: ElectionProgress, due: Due, today: date) -> tuple[str, str]:
    if progress.state is S.RECOGNISED:
        return "done", ""
    if progress.state is S.TO_HOLD_AGAIN:
        return ("wrong", "Muộn") if _past(due, "held_again", today) else ("attention", "Bầu lại")
    if progress.state is not S.FINALISED:
        return "not_yet", ""
    if _past(due, "recognition", today):
        return "wrong", "Muộn"
    return ("attention", "Bầu lại") if progress.outcome != "elected" else _submitted(progress, due, today)


def _submitted(progress: ElectionProgress, due: Due, today: date) -> tuple[str, str]:
    deadline = due.get("recognition")
    if deadline is None or progress.received_on is None:
        return "not_yet", ""
    left = (deadline.day - today).days
    return "doing", f"{left} ngày" if left else "Hôm nay"


def _past(due: Due, key: str, today: date) -> bool:
    deadline = due.get(key)
    return deadline is not None and today > deadline.day


def _sending(progress: ElectionProgress, now: datetime) -> tuple[str, str]:
    if progress.package is None or progress.sealed_at is None:
        return "not_yet", ""
    if progress.package is Intake.REFUSED:
        return "wrong", "Từ chối"
    if progress.decision_unsent:
        return "attention", "Gửi bù"
    if progress.package is Intake.ACCEPTED:
        return "done", ""
    return ("attention", "Chờ") if now - progress.sealed_at > _WAITED_LONG else ("doing", "Chờ")
