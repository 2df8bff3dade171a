"""What has to be done by a deadline, and how long is left until its day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.rules.timeline import Deadline

_SATURDAY = 5


class DueTask(StrEnum):
    """What has to be done, mostly by the key of its clause; its words are ``due.<task>`` in the catalogue."""

    ANNOUNCEMENT = "announcement_before"
    DECISION = "decision_before"
    CANDIDATES = "candidates_before"
    TEAM = "team_before"
    POSTING = "posting_before"
    NOTICE = "notice_before"
    SLIPS_PLANNED = "hand_out_plan_sent"
    SLIPS_TOLD = "hand_out_notice_before"
    SLIPS_SENT = "hand_out_sending"
    SENDING = "sending"
    REPORT = "report"
    RECOGNITION = "recognition"
    APPROVAL = "approval"
    HELD_AGAIN = "held_again"
    ELECTION_DAY = "election_day"
    AGAIN_DAY = "again_day"
    COLLECT_DAY = "collect_day"
    RESULTS = "results"
    MEETING = "meeting"
    PROVISIONAL = "provisional_until"
    DISMISSAL_NOTICE = "dismissal_notice"
    DISMISSAL_SENDING = "dismissal_sending"
    DISMISSAL_RECOGNITION = "dismissal_recognition"
    REPLACEMENT = "replacement_within"
    POSTED = "roll_posted_until"
    CONGRESS_TOLD = "congress_told"
    CONGRESS_DAY = "congress_day"
    COMPLAINTS = "complaints_within"
    TOLD = "told_by"


class Left(StrEnum):
    """How a day or an hour stands to the present moment; its words are ``left.<left>`` in the catalogue."""

    TODAY = "today"
    DAYS = "days"
    MISSED = "missed"
    HOUR = "hour"
    HOUR_PAST = "hour_past"


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long is left, or how long it is past.

    Attributes:
        left: how the day or the hour stands to the present moment.
        facts: what the words are filled with.
    """

    left: Left
    facts: Mapping[str, object]


def day_left(day: date, deadline: Deadline | None, today: date) -> TimeLeft:
    """Return how long is left until a day, and where it is a day off, by when to be done."""
    days = (day - today).days
    left = Left.TODAY if days == 0 else Left.DAYS if days > 0 else Left.MISSED
    facts: dict[str, object] = {"days": abs(days)}
    if deadline is not None and days >= 0 and deadline.last_working_day < day:
        facts["last"] = f"{deadline.last_working_day:%d/%m}"
        # Of a day off in the week, its name says nothing.
        facts["weekday"] = day if day.weekday() >= _SATURDAY else None
    return TimeLeft(left, facts)
