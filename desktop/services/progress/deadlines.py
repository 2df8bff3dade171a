"""The deadlines of the days ahead, for all hamlets of a campaign together, and those that were missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.models.exchange import Intake
from desktop.rules.timeline import Deadline, WorkingDays
from desktop.rules.vote_state import VoteState
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.time_left import DueTask, Left, TimeLeft, day_left
from desktop.services.progress.cells import due_days, opening_of, reached
from desktop.services.progress.progress import ElectionProgress

AHEAD = timedelta(days=20)
_ALL_DAY = time(23, 59, 59)
_DECIDED = (VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)
_COUNTED = (VoteState.FINALISED, *_DECIDED)

# Day, hour, key of the clause, and which campaign.
_Slot = tuple[date, time, str, int]


@dataclass(frozen=True, slots=True)
class DueView:
    """A deadline of a hamlet, or of several together.

    Attributes:
        day: as the law counts it, working day or not.
        task: what has to be done.
        left: how long is left, on the day itself by the hour.
        facts: what the words of how long are filled with: for whom, how long, and for a day off the last
            working day before it.
        kind: ``not_yet``, ``attention`` within two days, ``wrong`` once missed.
        key: of the clause.
        clause: that sets it; None for what no clause sets.
        campaign: name of the campaign, where deadlines of several stand beside each other; else empty.
    """

    day: date
    task: DueTask
    left: Left
    facts: Mapping[str, object]
    kind: str
    key: str
    clause: ClauseView | None = None
    campaign: str = ""


def deadlines_ahead(
    campaigns: Sequence[tuple[str, Sequence[ElectionProgress]]],
    working: WorkingDays,
    now: datetime,
    hamlets: int,
) -> tuple[DueView, ...]:
    """List what is due within 20 days and what was missed, the earliest first.

    A step that is done needs no reminder. What has an hour is told by the hour on its day.

    Args:
        campaigns: the name of each campaign, and its elections.
        working: the office's working days.
        now: the present moment in Viet Nam.
        hamlets: how many the commune has, to name a hamlet only among several.
    """
    today = now.date()
    found: dict[_Slot, list[tuple[ElectionProgress, Deadline | None]]] = defaultdict(list)
    for number, (_, elections) in enumerate(campaigns):
        for progress in elections:
            for key, day, hour, deadline in _open_deadlines(progress, working, today):
                if day <= today + AHEAD:
                    # The hour parts hamlets on the day itself; before, the day is enough.
                    at = hour if hour is not None and day == today else _ALL_DAY
                    found[day, at, key, number].append((progress, deadline))
    views = []
    for (day, at, key, number), due in sorted(found.items(), key=lambda item: item[0]):
        progress, deadline = due[0]
        named = progress.hamlet if len(due) == 1 and hamlets > 1 else None
        timed = at != _ALL_DAY
        until = hour_left(at, now) if timed else day_left(day, deadline, today)
        missed = day < today or (timed and opening_of(day, at) < now)
        views.append(
            DueView(
                day=day,
                task=DueTask.MEETING if timed and key == DueTask.ELECTION_DAY else DueTask(key),
                left=until.left,
                facts={"hamlet": named, "hamlets": len(due), **until.facts},
                kind="wrong" if missed else "attention" if (day - today).days <= 2 else "not_yet",
                key=key,
                clause=clause_view(deadline.clause) if deadline else None,
                campaign=campaigns[number][0] if len(campaigns) > 1 else "",
            )
        )
    return tuple(views)


def hour_left(hour: time, now: datetime) -> TimeLeft:
    """Return how long is left until an hour of today, or how long it is past."""
    left = round((opening_of(now.date(), hour) - now).total_seconds() / 60)
    hours, minutes = divmod(abs(left), 60)
    facts = {"hour": f"{hour:%H:%M}", "hours": hours, "minutes": minutes}
    return TimeLeft(Left.HOUR if left >= 0 else Left.HOUR_PAST, facts)


def _open_deadlines(
    progress: ElectionProgress, working: WorkingDays, today: date
) -> Iterator[tuple[str, date, time | None, Deadline | None]]:
    meets_on = progress.meets_on
    for key, deadline in due_days(progress, working).items():
        if _wanted(progress, key, deadline.day, today):
            yield key, deadline.day, None, deadline
    hangs = progress.roll_posted_until
    if hangs is not None and hangs >= today and not reached(progress, VoteState.MEETING):
        yield DueTask.POSTED, hangs, None, None
    if meets_on is None:
        return
    if meets_on >= today and not reached(progress, VoteState.MEETING):
        yield _day_of_vote(progress), meets_on, progress.opening, None
    if progress.results_by is not None and progress.round == 1 and progress.package is not Intake.ACCEPTED:
        yield "results", meets_on, progress.results_by, None


def _day_of_vote(progress: ElectionProgress) -> str:
    if progress.handed_out:
        return "collect_day"
    return "election_day" if progress.round == 1 else "again_day"


def _wanted(progress: ElectionProgress, key: str, day: date, today: date) -> bool:
    state = progress.state
    # A later round reminds by its own day, unless that is after the statute's last one.
    kept = progress.round > 1 and progress.meets_on is not None and progress.meets_on <= day
    unsent = progress.received_on is None and state not in _DECIDED
    wanted = {
        "announcement_before": state is VoteState.DRAFT and day >= today,
        "decision_before": progress.plan_on is None and day >= today,
        "candidates_before": state is VoteState.DRAFT,
        "team_before": progress.team_lacking > 0 and state not in _COUNTED,
        "posting_before": not progress.posted and day >= today,
        "notice_before": day >= today and not reached(progress, VoteState.MEETING),
        "hand_out_plan_sent": not progress.plan_sent and state not in _DECIDED,
        "hand_out_notice_before": day >= today and not reached(progress, VoteState.MEETING),
        "hand_out_sending": unsent,
        "sending": unsent,
        "report": unsent,
        "recognition": state is VoteState.FINALISED,
        "approval": state is VoteState.FINALISED,
        "held_again": state not in (VoteState.FINALISED, VoteState.RECOGNISED) and not kept,
    }
    return wanted[key]
