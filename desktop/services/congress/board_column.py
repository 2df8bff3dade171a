"""What the board of hamlets shows of congresses: how far that of each hamlet's branch is, and what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.models.congress import Congress
from desktop.models.counting import Count
from desktop.models.elections import Contest, ContestCode, Election, is_on
from desktop.models.party import BranchHamlet
from desktop.models.places import Unit
from desktop.models.results import DecidedCount, Decision
from desktop.rules.timeline import WorkingDays
from desktop.rules.vote_state import VoteState
from desktop.services.congress.closing import Due, DueKind, dues_of
from desktop.services.counting.finalised import record_of
from desktop.services.elections.lookup import state_of
from desktop.services.elections.time_left import DueTask, day_left
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.progress.cells import Cell, Found, Mark, Reason
from desktop.services.progress.deadlines import AHEAD, DueView
from desktop.services.progress.next_thing import NextThing
from desktop.services.progress.steps import Step

_TASKS = {
    DueKind.ANNOUNCED: DueTask.CONGRESS_TOLD,
    DueKind.REPORT: DueTask.REPORT,
    DueKind.APPROVAL: DueTask.APPROVAL,
}
_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)
_WHOLE = (
    joinedload(Congress.branch),
    joinedload(Congress.election).selectinload(Election.contests).selectinload(Contest.rounds),
    joinedload(Congress.election).selectinload(Election.rounds),
)


@dataclass(frozen=True, slots=True)
class HamletCongress:
    """The congress of a hamlet's branch: its code, its cell on the board, and what comes next at it.

    ``next`` is None where nothing is left.
    """

    code: str
    cell: Cell
    next: NextThing | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read once of all congresses, so that many take no more queries than few.

    Attributes:
        elected: keys of the votes that elected somebody.
        answers: what the superior decided or is deciding, by the election's key.
        working: the office's working days.
    """

    elected: frozenset[int]
    answers: Mapping[int, Decision]
    working: WorkingDays


def congresses_of_hamlets(workplace: Workplace, session: Session, day: date) -> dict[str, HamletCongress]:
    """Return the congress of each hamlet whose branch has one, by the hamlet's code.

    Of several it is the nearest to the day, of those whose term isn't over by then.

    Args:
        workplace: the open office.
        session: the caller's.
        day: on which hamlets elect their heads.
    """
    of_hamlets = (
        select(Unit.code, Congress)
        .join(BranchHamlet, BranchHamlet.hamlet_id == Unit.id)
        .join(Congress, Congress.branch_id == BranchHamlet.branch_id)
        .join(Election, Congress.election_id == Election.id)
        .where(
            is_on(),
            or_(BranchHamlet.starts_on.is_(None), BranchHamlet.starts_on <= day),
            or_(BranchHamlet.ends_on.is_(None), BranchHamlet.ends_on >= day),
            or_(Election.term_to.is_(None), Election.term_to > day),
        )
        .options(*_WHOLE)
    )
    nearest: dict[str, Congress] = {}
    for hamlet, congress in session.execute(of_hamlets):
        known = nearest.get(hamlet)
        if known is None or _away(congress, day) < _away(known, day):
            nearest[hamlet] = congress
    read = _known(session, [congress.election for congress in nearest.values()], workplace.today())
    made: dict[int, HamletCongress] = {}
    for congress in nearest.values():
        if congress.id not in made:
            made[congress.id] = _shown(workplace, session, congress, read)
    return {hamlet: made[congress.id] for hamlet, congress in nearest.items()}


def congresses_due(workplace: Workplace, session: Session, today: date) -> tuple[DueView, ...]:
    """List the days of congresses ahead and the last days of their reports and approvals, earliest first."""
    found: dict[tuple[date, DueTask], list[str]] = defaultdict(list)
    held = select(Congress).join(Election, Congress.election_id == Election.id).where(is_on())
    congresses = session.scalars(held.options(*_WHOLE)).all()
    known = _known(session, [congress.election for congress in congresses], today)
    for congress in congresses:
        for task, day in _open_days(workplace, session, congress, known):
            if day <= today + AHEAD:
                found[day, task].append(congress.branch.name)
    return tuple(_due(day, task, branches, today) for (day, task), branches in sorted(found.items()))


def _away(congress: Congress, day: date) -> int:
    return abs((congress.election.held_on - day).days)


def _known(session: Session, elections: Sequence[Election], today: date) -> _Known:
    """Read what was counted in elections, and what was decided on it."""
    counted = {
        vote.id: election.id
        for election in elections
        for vote in election.rounds
        if state_of(vote) in _COUNTED
    }
    newest: dict[int, Count] = {}
    for count in session.scalars(select(Count).where(Count.round_id.in_(counted)).order_by(Count.revision)):
        newest[count.round_id] = count
    elected = {vote: count.id for vote, count in newest.items() if record_of(count).outcome.elected}
    answered = (
        select(DecidedCount)
        .where(DecidedCount.count_id.in_(elected.values()))
        .options(joinedload(DecidedCount.decision).selectinload(Decision.people))
    )
    decisions = {each.count_id: each.decision for each in session.scalars(answered)}
    answers = {counted[vote]: decisions[count] for vote, count in elected.items() if count in decisions}
    return _Known(frozenset(elected), answers, working_days(session, today))


def _shown(workplace: Workplace, session: Session, congress: Congress, known: _Known) -> HamletCongress:
    answer, today = known.answers.get(congress.election_id), workplace.today()
    approved = answer is not None and answer.result is not None
    due = None
    if congress.closed_at is not None and not approved:
        wanted = DueKind.REPORT if congress.report_sent_on is None else DueKind.APPROVAL
        received = answer.received_on if answer else None
        days = dues_of(workplace, session, congress, received, None, working=known.working)
        due = next((each for each in days if each.kind is wanted), None)
    found = _found(congress, known, answer, due, today)
    return HamletCongress(
        code=congress.election.code,
        cell=Cell(Step.CONGRESS, *found),
        next=None if approved else _next(congress, due, today),
    )


def _found(congress: Congress, known: _Known, answer: Decision | None, due: Due | None, today: date) -> Found:
    held_on = congress.election.held_on
    if answer is not None and answer.result is not None:
        refused = any(not said.accepted for said in answer.people)
        return (Mark.ATTENTION, Reason.REFUSED_IN_PART) if refused else (Mark.DONE,)
    if congress.reported_at is None and today <= held_on:
        return (Mark.DOING, Reason.TODAY) if today == held_on else (Mark.NOT_YET, Reason.ON, held_on)
    if congress.reported_at is None or (due is not None and due.late):
        return Mark.WRONG, Reason.LATE
    if congress.closed_at is None and today > held_on:
        return Mark.ATTENTION, Reason.TO_CLOSE
    contest = next((each for each in congress.election.contests if each.code is ContestCode.SECRETARY), None)
    if contest is not None and any(vote.id in known.elected for vote in contest.rounds):
        return Mark.DOING, Reason.SECRETARY
    return Mark.DOING, Reason.OPENED if congress.closed_at is None else Reason.HELD


def _next(congress: Congress, due: Due | None, today: date) -> NextThing:
    held_on = congress.election.held_on
    if congress.closed_at is not None:
        what = "report" if congress.report_sent_on is None else "approve"
    elif congress.reported_at is not None:
        what = "close"
    else:
        what = "prepare" if today < held_on else "hold" if today == held_on else "late"
    facts = {
        "branch": congress.branch.name,
        "day": f"{held_on:%d/%m}",
        "by": f"{due.day:%d/%m}" if due else None,
    }
    return NextThing(f"congress.{what}", facts, "congress", congress.election.code, Step.CONGRESS)


def _open_days(
    workplace: Workplace, session: Session, congress: Congress, known: _Known
) -> Iterator[tuple[DueTask, date]]:
    held_on, today = congress.election.held_on, workplace.today()
    if congress.reported_at is None and held_on >= today:
        yield DueTask.CONGRESS_DAY, held_on
    answer = known.answers.get(congress.election_id)
    if answer is not None and answer.result is not None:
        return
    # What is past can't be told in time any more.
    wanted = {DueKind.ANNOUNCED: congress.announced_on is None and congress.reported_at is None}
    wanted[DueKind.REPORT] = congress.closed_at is not None and congress.report_sent_on is None
    wanted[DueKind.APPROVAL] = congress.report_sent_on is not None
    received = answer.received_on if answer else None
    for due in dues_of(workplace, session, congress, received, None, working=known.working):
        told_too_late = due.kind is DueKind.ANNOUNCED and due.day < today
        if wanted.get(due.kind) and not told_too_late:
            yield _TASKS[due.kind], due.day


def _due(day: date, task: DueTask, branches: Sequence[str], today: date) -> DueView:
    left = day_left(day, None, today)
    one = branches[0] if len(branches) == 1 else None
    return DueView(
        day=day,
        task=task,
        left=left.left,
        facts={"hamlet": one, "hamlets": 0, "branches": len(branches), **left.facts},
        kind="wrong" if day < today else "attention" if (day - today).days <= 2 else "not_yet",
        key=task,
    )
