"""Elections as their page shows them: the list, the head of one, and how far each of its steps is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.models.store.session import reading
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.election_list import cancelled_because
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, shown_state, statute_for, vote_of
from desktop.services.office.sides import for_elections
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace, local
from desktop.services.progress.cells import Cell, Mark, cells, due_days
from desktop.services.progress.progress import election_progress
from desktop.services.progress.steps import Step, own_steps


@dataclass(frozen=True, slots=True)
class ElectionHead:
    """What stands above the steps of an election.

    Attributes:
        electorate: lines of the frozen roll and its supplements, before that of the hamlet today: households,
            or where ``voters`` says so, voters.
        frozen_at: when the roll was frozen, None before.
        held_on: the day of the round; ``opening`` the hour for which its meeting is planned.
        ballot: ``strike``, ``agree`` or ``hands``.
        statute: number of the regulation that is applied; ``statute_short`` as people say it.
        elected: the clause that says who is elected.
        recorded_later: it was written down after its day.
        cancelled_because: why it is cancelled; empty where it isn't.
        steps: those of the page, in their order.
        current: key of the step that comes next.
    """

    code: str
    hamlet_code: str
    hamlet: str
    held_on: date
    opening: time | None
    state: str
    recorded_later: bool
    cancelled_because: str
    round: int
    ballot: str
    electorate: int
    voters: bool
    frozen_at: datetime | None
    statute: str
    statute_short: str
    elected: ClauseView
    steps: tuple[Cell, ...]
    current: Step


@for_elections
def head(workplace: Workplace, code: str) -> ElectionHead:
    """Return what stands above the steps of an election, and how far each step is.

    Raises:
        RequestRefused: ``unknown.election``.
        StatuteRefused: no statute is in force on its day.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        statute = statute_for(workplace, election)
        electorate = electorate_of(session, election)
        steps = _steps(workplace, session, vote)
        return ElectionHead(
            code=election.code,
            hamlet_code=election.unit.code,
            hamlet=f"{election.unit.kind} {election.unit.name}",
            held_on=day_of(vote),
            opening=vote.opening,
            state=shown_state(vote),
            recorded_later=election.recorded_later,
            cancelled_because=cancelled_because(election),
            round=vote.number,
            ballot=vote.ballot.value,
            electorate=electorate.size,
            voters=electorate.of_voters,
            frozen_at=local(electorate.frozen_at) if electorate.frozen_at else None,
            statute=statute.number,
            statute_short=_short(statute.number),
            elected=clause_view(statute.clause("elected")),
            steps=steps,
            current=next((cell.step for cell in steps if cell.mark is not Mark.DONE), steps[-1].step),
        )


def _short(number: str) -> str:
    """Shorten ``10/2022/QH15; 59/2023/NĐ-CP`` to ``NĐ 59/2023``; a number of another form stays."""
    parts = number.rpartition(";")[2].strip().split("/")
    if len(parts) != 3:
        return number
    return f"{parts[2].partition('-')[0]} {parts[0]}/{parts[1]}"


def _steps(workplace: Workplace, session: Session, vote: Round) -> tuple[Cell, ...]:
    progress, now = election_progress(workplace, session, vote), local(workplace.clock())
    due = due_days(progress, working_days(session, now.date()))
    own = own_steps(vote.election.contest_kind)
    return tuple(cell for cell in cells(progress, due, now) if cell.step in own)
