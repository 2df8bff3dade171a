"""What is due in dismissals of heads: a meeting announced, its result sent and answered, a new election."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.models.dismissals import Dismissal
from desktop.rules.dismissal import ENDED, DismissalState, dismissal_deadline
from desktop.rules.timeline import Deadline
from desktop.services.dismissals.lookup import (
    days_of,
    dismissals_of,
    hamlet_words,
    replacement_of,
    state_of,
    statute_of,
)
from desktop.services.elections.clauses import clause_view
from desktop.services.elections.time_left import DueTask, day_left
from desktop.services.office.working_days import working_days
from desktop.services.progress.deadlines import AHEAD, DueView

_SOON = 2
_TASKS = {
    DismissalState.ACCEPTED: DueTask.DISMISSAL_NOTICE,
    DismissalState.TOO_FEW: DueTask.DISMISSAL_NOTICE,
    DismissalState.AGREED: DueTask.DISMISSAL_SENDING,
    DismissalState.SENT: DueTask.DISMISSAL_RECOGNITION,
    **dict.fromkeys(ENDED, DueTask.REPLACEMENT),
}


def dismissals_due(session: Session, today: date) -> tuple[DueView, ...]:
    """List what is due in the days ahead and what was missed, the earliest first.

    Once the replacement is planned, its own deadlines follow.

    Source: Decree 59/2023/NĐ-CP arts 3.3, 3.5.d and 9 (rules.md §2, dismissal).
    """
    found = []
    working = working_days(session, today)
    for each in dismissals_of(session):
        statute = statute_of(each)
        state = state_of(statute, each)
        due = dismissal_deadline(statute, state, days_of(each), working)
        if due is None or due.day > today + AHEAD or replacement_of(session, statute, each) is not None:
            continue
        # A meeting whose day is over wants its figures, and no announcement.
        if state in (DismissalState.ACCEPTED, DismissalState.TOO_FEW) and due.day < today:
            continue
        found.append(_due(each, _TASKS[state], due, today))
    return tuple(sorted(found, key=lambda view: view.day))


def _due(dismissal: Dismissal, task: DueTask, due: Deadline, today: date) -> DueView:
    left = day_left(due.day, due, today)
    late, near = due.day < today, (due.day - today).days <= _SOON
    return DueView(
        day=due.day,
        task=task,
        left=left.left,
        facts={"hamlet": hamlet_words(dismissal.unit), "hamlets": 1, **left.facts},
        kind="wrong" if late else "attention" if near else "not_yet",
        key=task,
        clause=clause_view(due.clause),
    )
