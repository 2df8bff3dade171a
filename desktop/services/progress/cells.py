"""The cells of the board: how far each step of an election is, and the word that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.models.exchange import Intake
from desktop.rules.election_state import ElectionState
from desktop.rules.timeline import (
    Deadline,
    WorkingDays,
    deadlines_before,
    held_again_deadline,
    recognition_deadline,
)
from desktop.services.office.workplace import VIET_NAM
from desktop.services.progress.progress import Standing

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

S = ElectionState
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


def due_days(standing: Standing, working: WorkingDays) -> dict[str, Deadline]:
    """Return the last days that the statute sets for an election as it stands, by the clause's key.

    Recognition runs from the day the commune received the result; until that is recorded, from the day the
    count was finalised, which is the earliest it can have come. A later round has no list of days back from
    its own day: the statute sets none.
    """
    statute, first = standing.statute, standing.round == 1
    found: list[Deadline | None] = list(deadlines_before(statute, standing.held_on, working)) if first else []
    finalised_at = standing.finalised_at
    came = standing.received_on or (finalised_at.astimezone(VIET_NAM).date() if finalised_at else None)
    if came is not None:
        found.append(recognition_deadline(statute, came, working))
    if standing.state is S.TO_HOLD_AGAIN or not first:
        found.append(held_again_deadline(statute, standing.held_on, working))
    return {deadline.clause.key: deadline for deadline in found if deadline is not None}


def cells(standing: Standing | None, due: Due, now: datetime) -> tuple[Cell, ...]:
    """Return the cells of a hamlet; one without an election has nothing in any.

    Args:
        standing: its election, None where none is planned.
        due: the last days of that election, by the clause's key.
        now: the present moment in Viet Nam.
    """
    if standing is None:
        return tuple(Cell(step, "not_yet") for step in STEPS)
    today = now.date()
    made = {
        "roll": _roll(standing),
        "candidates": _candidates(standing, due, today),
        "ballots": _ballots(standing, today),
        "meeting": _meeting(standing, now),
        "counting": _counting(standing, today),
        "minutes": _minutes(standing),
        "recognition": _recognition(standing, due, today),
        "congress": ("not_yet", ""),
        "sending": _sending(standing, now),
    }
    return tuple(Cell(step, *made[step]) for step in STEPS)


def opening_of(day: date, hour: time) -> datetime:
    """Return an hour of a day in Viet Nam as a moment."""
    return datetime.combine(day, hour, VIET_NAM)


def reached(standing: Standing, state: ElectionState) -> bool:
    """Tell whether an election is at a state of its count, or past it."""
    if standing.state not in _ORDER:
        return True
    return _ORDER.index(standing.state) >= _ORDER.index(state)


def _roll(standing: Standing) -> tuple[str, str]:
    return ("done", "") if standing.electorate or standing.households else ("attention", "Trống")


def _candidates(standing: Standing, due: Due, today: date) -> tuple[str, str]:
    if standing.conflict and not reached(standing, S.FINALISED):
        return "wrong", "Trùng"
    if standing.state is S.DRAFT:
        if _past(due, "candidates_before", today):
            return "wrong", "Muộn"
        return ("doing", f"Vòng {standing.round}") if standing.round > 1 else ("not_yet", "")
    if standing.team_lacking and not reached(standing, S.FINALISED):
        return "wrong" if _past(due, "team_before", today) else "attention", "Thiếu"
    return "done", ""


def _ballots(standing: Standing, today: date) -> tuple[str, str]:
    if reached(standing, S.PRINTED):
        return "done", ""
    if standing.state is S.LISTED and standing.meets_on is not None:
        if today > standing.meets_on:
            return "wrong", "Muộn"
        if today >= standing.meets_on - timedelta(days=1):
            return "attention", "Gấp"
    return "not_yet", ""


def _meeting(standing: Standing, now: datetime) -> tuple[str, str]:
    if reached(standing, S.COUNTED_ONCE) or standing.reopened:
        return "done", ""
    if standing.state is S.MEETING:
        if standing.attended:
            return "done", ""
        return "doing", f"{standing.present} hộ" if standing.present is not None else "Đã mở"
    if standing.state is not S.PRINTED or standing.meets_on is None or now.date() < standing.meets_on:
        return "not_yet", ""
    hour = standing.opening
    late = opening_of(standing.meets_on, hour) + _GRACE if hour else opening_of(standing.meets_on, _NOON)
    if now >= late:
        return "wrong", "Muộn"
    return "doing", f"Lúc {hour:%H:%M}" if hour else "Hôm nay"


def _counting(standing: Standing, today: date) -> tuple[str, str]:
    state, missing = standing.state, standing.unexplained
    if reached(standing, S.FINALISED):
        return "done", ""
    if state is S.DIFFERENT:
        return "wrong", f"Lệch {standing.differing}"
    if state is S.AGREED:
        return ("attention", f"Thiếu {missing}") if missing else ("doing", "Chờ chốt")
    if state not in (S.MEETING, S.COUNTED_ONCE):
        return "not_yet", ""
    if standing.meets_on is not None and today > standing.meets_on and not standing.reopened:
        return "wrong", "Muộn"
    return _typing(standing)


def _typing(standing: Standing) -> tuple[str, str]:
    if standing.state is S.COUNTED_ONCE:
        return "doing", "Lượt 2"
    if standing.reopened:
        return "doing", "Lập lại"
    return ("doing", "Lượt 1") if standing.attended else ("not_yet", "")


def _minutes(standing: Standing) -> tuple[str, str]:
    if not reached(standing, S.FINALISED):
        return "not_yet", ""
    if standing.minutes_signed:
        return "done", ""
    return ("attention", "Chờ ký") if standing.minutes_printed else ("doing", "Chờ in")


def _recognition(standing: Standing, due: Due, today: date) -> tuple[str, str]:
    if standing.state is S.RECOGNISED:
        return "done", ""
    if standing.state is S.TO_HOLD_AGAIN:
        return ("wrong", "Muộn") if _past(due, "held_again", today) else ("attention", "Bầu lại")
    if standing.state is not S.FINALISED:
        return "not_yet", ""
    if _past(due, "recognition", today):
        return "wrong", "Muộn"
    return ("attention", "Bầu lại") if standing.outcome != "elected" else _submitted(standing, due, today)


def _submitted(standing: Standing, due: Due, today: date) -> tuple[str, str]:
    deadline = due.get("recognition")
    if deadline is None or standing.received_on is None:
        return "not_yet", ""
    left = (deadline.day - today).days
    return "doing", f"{left} ngày" if left else "Hôm nay"


def _past(due: Due, key: str, today: date) -> bool:
    deadline = due.get(key)
    return deadline is not None and today > deadline.day


def _sending(standing: Standing, now: datetime) -> tuple[str, str]:
    if standing.package is None or standing.sealed_at is None:
        return "not_yet", ""
    if standing.package is Intake.REFUSED:
        return "wrong", "Từ chối"
    if standing.decision_unsent:
        return "attention", "Gửi bù"
    if standing.package is Intake.ACCEPTED:
        return "done", ""
    return ("attention", "Chờ") if now - standing.sealed_at > _WAITED_LONG else ("doing", "Chờ")
