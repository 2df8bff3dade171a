"""What each unit of a wave has to do by which day, as far as it has done it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from desktop.rules.statute import Clause
from desktop.rules.timeline import (
    Deadline,
    WorkingDays,
    deadline_after,
    deadlines_before,
    recognition_deadline,
    sending_deadline,
)
from desktop.rules.vote_state import VoteState
from desktop.services.congress.progress import CongressProgress
from desktop.services.elections.time_left import DueTask
from desktop.services.progress.cells import due_days, reached
from desktop.services.progress.progress import ElectionProgress

_DECIDED = (VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class UnitDue:
    """A last day of one unit.

    Attributes:
        task: what has to be done.
        day: as the law counts it; ``hour`` of that day, where the plan names one.
        done: whether it is done; of what nobody does, whether it is over.
        clause: that sets it; None for what no clause sets.
        before: whether its days are counted back from the day of the vote.
        start: the day from which it is counted, where that is not certain yet; None where it is.
    """

    task: DueTask
    day: date
    done: bool
    clause: Clause | None = None
    before: bool = False
    hour: time | None = None
    start: date | None = None


def dues_of_head(progress: ElectionProgress, working: WorkingDays, *, finished: bool) -> Iterator[UnitDue]:
    """Yield the last days of the election of a hamlet's head, those too that begin only after others.

    Args:
        progress: how far it is.
        working: the office's working days.
        finished: whether the hamlet has elected, by its count or by telephone.

    Source: rules.md §2 (timeline).
    """
    statute, meets_on = progress.statute, progress.meets_on
    known = due_days(progress, working)
    for key, deadline in known.items():
        before = key.endswith("_before")
        yield UnitDue(DueTask(key), deadline.day, _head_did(progress, key), deadline.clause, before)
    if meets_on is None:
        return
    if progress.round > 1:
        yield UnitDue(DueTask.AGAIN_DAY, meets_on, reached(progress, VoteState.FINALISED))
    if progress.results_by is not None and progress.round == 1:
        yield UnitDue(DueTask.TOLD, meets_on, finished, hour=progress.results_by)
    if progress.handed_out or not _counts_on(progress):
        return
    sent = sending_deadline(statute, meets_on, working)
    if sent is None:
        return
    if DueTask(sent.clause.key) not in known:
        yield _to_come(sent, meets_on, progress.received_on is not None)
    recognised = recognition_deadline(statute, sent.day, working)
    if recognised is not None and recognised.clause.key not in known:
        yield _to_come(recognised, sent.day, progress.state in _DECIDED)


def dues_of_congress(
    progress: CongressProgress,
    working: WorkingDays,
    today: date,
    results_by: time | None,
    *,
    finished: bool,
) -> Iterator[UnitDue]:
    """Yield the last days around a congress, those too that begin only after others.

    Args:
        progress: how far it is.
        working: the office's working days.
        today: in Viet Nam.
        results_by: the hour by which results are wanted above; None for none.
        finished: whether the branch has elected, by its counts or by telephone.

    Source: 294-QĐ/TW 11.1.3, 16.1; 190-QĐ/TW art. 33 (congress.md §2).
    """
    statute, closed = progress.statute, progress.closed_on
    for deadline in deadlines_before(statute, progress.held_on, working):
        if deadline.clause.key == DueTask.ANNOUNCEMENT:
            told = progress.announced_on is not None and progress.announced_on <= deadline.day
            done = told or (progress.announced_on is not None and progress.begun)
            yield UnitDue(DueTask.CONGRESS_TOLD, deadline.day, done, deadline.clause, before=True)
    if results_by is not None:
        yield UnitDue(DueTask.TOLD, progress.held_on, finished, hour=results_by)
    sent = sending_deadline(statute, closed, working)
    if sent is not None:
        yield _to_come(sent, None if progress.closed else closed, progress.sent_on is not None)
    complaints = statute.find("complaints_within")
    if complaints is not None:
        by = deadline_after(closed, complaints, working)
        start = None if progress.closed else closed
        yield UnitDue(DueTask.COMPLAINTS, by.day, progress.closed and by.day < today, complaints, start=start)
    came = progress.received_on or progress.sent_on
    begins = came or (sent.day if sent else None)
    approved = None if begins is None else recognition_deadline(statute, begins, working)
    if approved is not None:
        yield _to_come(approved, None if came else begins, progress.approved_on is not None)


def _to_come(deadline: Deadline, start: date | None, done: bool) -> UnitDue:
    return UnitDue(DueTask(deadline.clause.key), deadline.day, done, deadline.clause, start=start)


def _counts_on(progress: ElectionProgress) -> bool:
    """Tell whether the vote that is being held goes on to a result of its own."""
    return progress.state is not VoteState.TO_HOLD_AGAIN


def _head_did(progress: ElectionProgress, key: str) -> bool:
    state = progress.state
    did = {
        "announcement_before": state is not VoteState.DRAFT,
        "decision_before": progress.plan_on is not None,
        "candidates_before": state is not VoteState.DRAFT,
        "team_before": progress.team_lacking == 0,
        "posting_before": progress.posted,
        "notice_before": reached(progress, VoteState.MEETING),
        "hand_out_plan_sent": progress.plan_sent,
        "hand_out_notice_before": reached(progress, VoteState.MEETING),
        "hand_out_sending": progress.received_on is not None or state in _DECIDED,
        "sending": progress.received_on is not None or state in _DECIDED,
        "report": progress.received_on is not None or state in _DECIDED,
        "recognition": state in _DECIDED,
        "approval": state in _DECIDED,
        "held_again": state in (VoteState.FINALISED, VoteState.RECOGNISED),
    }
    return did[key]
