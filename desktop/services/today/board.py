"""The board of the day: one row for each hamlet, one cell for each step, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.models.elections import ContestKind
from desktop.models.exchange import Intake
from desktop.models.store.session import reading
from desktop.rules.timeline import WorkingDays
from desktop.rules.vote_state import VoteState
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import any_congress, campaign_of
from desktop.services.office.sides import Side, for_elections, sees
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.places.lookup import hamlets_of
from desktop.services.progress.cells import Cell, Mark, cells, due_days, reached
from desktop.services.progress.deadlines import DueView, deadlines_ahead
from desktop.services.progress.dismissals import dismissals_due
from desktop.services.progress.next_thing import FINISHED, NextThing, next_thing
from desktop.services.progress.progress import ElectionProgress
from desktop.services.progress.provisional_heads import provisional_heads_due
from desktop.services.progress.steps import STEPS, Step, own_steps
from desktop.services.today.campaigns import CampaignLine, CampaignWork, campaigns_at, first_of

if TYPE_CHECKING:
    from desktop.services.congress.board_column import HamletCongress

_RANKS = (Mark.WRONG, Mark.ATTENTION, Mark.DOING, Mark.NOT_YET, Mark.DONE)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A hamlet on the board.

    Attributes:
        hamlet_code: of the unit; ``hamlet`` its kind word and name.
        election: code of its election; None where none is planned.
        cells: one for each step, in their order.
        electorate: who votes, counted: of the frozen roll, before that of the hamlet.
        of_voters: whether all voters elect, and not one representative of each household.
        team_head: name of who heads the election team; ``team_phone`` where to call.
        next: the next thing to do.
        laws: of a step, its clause.
        congress: code of the congress of the hamlet's branch; None where none is planned.
    """

    hamlet_code: str
    hamlet: str
    election: str | None
    cells: tuple[Cell, ...]
    electorate: int
    of_voters: bool
    team_head: str | None
    team_phone: str | None
    next: NextThing
    laws: dict[Step, ClauseView]
    congress: str | None = None

    def worst(self) -> Mark:
        """Return the mark that decides where the row stands."""
        own = own_steps()
        return min((cell.mark for cell in self.cells if cell.step in own), key=_RANKS.index)


@dataclass(frozen=True, slots=True)
class Total:
    """How many hamlets of how many are past a step: ``held``, ``counted``, ``signed`` or ``sent``."""

    key: str
    done: int
    base: int


@dataclass(frozen=True, slots=True)
class Board:
    """The board of a campaign, and what waits in the others.

    Attributes:
        campaign: its code, None while none is planned; ``campaign_name`` and ``election_day`` with it.
        now: the present moment in Viet Nam.
        hamlets: how many the commune has on the election day.
        rows: late ones first, then by hamlet.
        totals: in the order in which they stand above the table.
        deadlines: missed ones and those of the next 20 days, of every campaign with work left, and of heads
            who leave or serve for a while, which no campaign knows.
        campaigns: every campaign, this one too, the latest day first.
        of_party: whether who works here may see how far congresses are.
    """

    campaign: str | None
    campaign_name: str
    election_day: date | None
    now: datetime
    hamlets: int
    rows: tuple[BoardRow, ...]
    totals: tuple[Total, ...]
    deadlines: tuple[DueView, ...]
    campaigns: tuple[CampaignLine, ...] = ()
    of_party: bool = True

    def waiting_elsewhere(self) -> tuple[CampaignLine, ...]:
        """Return the other campaigns with work left: the one to go on with first, then by their days."""
        others = [line for line in self.campaigns if line.open and line.code != self.campaign]
        first = first_of(others, self.now.date())
        return tuple(sorted(others, key=lambda line: (line is not first, line.day)))


@for_elections
def board(workplace: Workplace, campaign: str | None = None) -> Board:
    """Return the board of a campaign; before the first is planned, what the office has so far.

    Args:
        workplace: the open office.
        campaign: its code; None for the one that comes first (``campaigns.first_of``).

    Raises:
        RequestRefused: ``unknown.campaign``.
    """
    now = workplace.clock().astimezone(VIET_NAM)
    with reading(workplace.database) as session:
        found = campaigns_at(workplace, session, now)
        lines = tuple(each.line for each in found)
        if campaign is not None:
            code = campaign_of(session, campaign).code
        elif (first := first_of(lines, now.date())) is not None:
            code = first.code
        else:
            _, held_due = _congresses(workplace, session, now.date())
            return Board(
                campaign=None,
                campaign_name="",
                election_day=None,
                now=now,
                hamlets=len(hamlets_of(session, now.date())),
                rows=(),
                totals=(),
                deadlines=_earliest_first(_beside_elections(workplace, session, now.date()), held_due),
                of_party=sees(workplace.side, Side.PARTY),
            )
        shown = next(each for each in found if each.line.code == code)
        day = shown.campaign.election_day
        known = hamlets_of(session, day)
        working = working_days(session, now.date())
        names = {hamlet.code: f"{hamlet.kind} {hamlet.name}" for hamlet in known}
        held, held_due = _congresses(workplace, session, day)
        rows = _rows(names, shown.elections, working, now, held)
        return Board(
            campaign=code,
            campaign_name=shown.line.name,
            election_day=day,
            now=now,
            hamlets=len(known),
            rows=rows,
            totals=_totals(shown.elections),
            deadlines=_earliest_first(
                deadlines_ahead(_with_work(found, shown), working, now, len(rows)),
                _beside_elections(workplace, session, now.date()),
                held_due,
            ),
            campaigns=lines,
            of_party=sees(workplace.side, Side.PARTY),
        )


def _beside_elections(workplace: Workplace, session: Session, today: date) -> Sequence[DueView]:
    """Return what is due of heads who leave or serve for a while, whether or not an election is planned."""
    return (
        *provisional_heads_due(workplace, session, today),
        *dismissals_due(session, today),
    )


def _rows(
    known: Mapping[str, str],
    elections: Sequence[ElectionProgress],
    working: WorkingDays,
    now: datetime,
    held: Mapping[str, HamletCongress],
) -> tuple[BoardRow, ...]:
    of_hamlet = {progress.hamlet_code: progress for progress in elections}
    names = {**known, **{progress.hamlet_code: progress.hamlet for progress in elections}}
    rows = []
    for code in sorted(names):
        progress = of_hamlet.get(code)
        due = due_days(progress, working) if progress else {}
        row = cells(progress, due, now)
        made = BoardRow(
            hamlet_code=code,
            hamlet=names[code],
            election=progress.code if progress else None,
            cells=row,
            electorate=progress.electorate.size if progress else 0,
            of_voters=bool(progress and progress.electorate.of_voters),
            team_head=progress.team_head if progress else None,
            team_phone=progress.team_phone if progress else None,
            next=next_thing(progress, code, row, due),
            laws=_laws(progress),
        )
        rows.append(_with_congress(made, held.get(code)))
    return tuple(sorted(rows, key=_late_first))


def _congresses(
    workplace: Workplace, session: Session, day: date
) -> tuple[Mapping[str, HamletCongress], Sequence[DueView]]:
    """Return the congresses of hamlets' branches and what is due at them, for who may see them."""
    if not sees(workplace.side, Side.PARTY) or not any_congress(session):
        return {}, ()
    # An office without any loads nothing of them.
    from desktop.services.congress.board_column import (  # noqa: PLC0415
        congresses_due,
        congresses_of_hamlets,
    )

    return (
        congresses_of_hamlets(workplace, session, day),
        congresses_due(workplace, session, workplace.today()),
    )


def _with_congress(row: BoardRow, congress: HamletCongress | None) -> BoardRow:
    """Put the congress of a hamlet's branch in its row; it comes next where the election waits for nobody."""
    if congress is None:
        return row
    row_cells = tuple(congress.cell if cell.step is Step.CONGRESS else cell for cell in row.cells)
    begun = congress.cell.mark is not Mark.NOT_YET
    calls = row.worst() in (Mark.WRONG, Mark.ATTENTION)
    first = congress.next is not None and (row.next.code == FINISHED or (begun and not calls))
    following = congress.next if first and congress.next is not None else row.next
    return replace(row, cells=row_cells, congress=congress.code, next=following)


def _with_work(
    found: Sequence[CampaignWork], shown: CampaignWork
) -> tuple[tuple[str, tuple[ElectionProgress, ...]], ...]:
    return tuple((each.line.name, each.elections) for each in found if each is shown or each.line.open)


def _earliest_first(*found: Sequence[DueView]) -> tuple[DueView, ...]:
    return tuple(sorted(chain(*found), key=lambda due: due.day))


def _late_first(row: BoardRow) -> tuple[int, int, str]:
    rank = _RANKS.index(row.worst())
    marks = [cell.mark for cell in row.cells]
    return rank, marks.index(row.worst()), row.hamlet_code


def _totals(found: Sequence[ElectionProgress]) -> tuple[Total, ...]:
    held = sum(reached(each, VoteState.COUNTED_ONCE) or each.attended for each in found)
    counted = sum(each.finalised_at is not None for each in found)
    signed = sum(each.finalised_at is not None and each.minutes_signed for each in found)
    sent = sum(each.package is Intake.ACCEPTED for each in found)
    made = (("held", held), ("counted", counted), ("signed", signed), ("sent", sent))
    # Of the hamlets that take part: one without a day in this campaign has nothing to count here.
    return tuple(Total(key, done, len(found)) for key, done in made)


def _laws(progress: ElectionProgress | None) -> dict[Step, ClauseView]:
    if progress is None:
        return {}
    found = {
        declared.step: progress.statute.find(declared.clause)
        for declared in STEPS[ContestKind.HAMLET_HEAD]
        if declared.clause
    }
    return {step: clause_view(clause) for step, clause in found.items() if clause is not None}
