"""Attendance as hamlets report it by telephone: one row for each hamlet, one column for each hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Attendance
from desktop.models.elections import Campaign, Election, Round, Vote
from desktop.models.store.session import reading, writing
from desktop.rules.shares import percent_text
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import demand_count
from desktop.services.counting.meetings import check_opening
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.progress.progress import ElectionProgress, campaign_progress
from desktop.services.today.campaigns import campaign_on_show

FIRST_HOUR, LAST_HOUR = 7, 17


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a hamlet reported in an hour; ``kind`` is ``wrong`` above the roll, ``attention`` below before."""

    hour: int
    present: int | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A hamlet of the grid.

    Attributes:
        election: code of its election; ``hamlet`` its kind word and name.
        voters: whether all voters elect, and not one representative of each household.
        electorate: those on the frozen roll, households or voters; None before it is frozen.
        cells: one for each hour.
        present: the newest figure of the day; None before the first.
        takes: whether figures are taken: ballots are printed and the count isn't finalised.
        opened: whether the meeting is open.
        late: whether this hour's report is still missing.
        finished: whether the count has begun, so that nobody is called any more.
        team_head, phone: whom to call, and under which number; None where it isn't known.
    """

    election: str
    hamlet: str
    voters: bool
    electorate: int | None
    cells: tuple[GridCell, ...]
    present: int | None
    takes: bool
    opened: bool
    late: bool
    finished: bool
    team_head: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class GridTotal:
    """What hamlets report together; those where households elect and those where voters do never do.

    Attributes:
        voters: of which of the two.
        sums: for each hour, the newest figures of them all; None where nobody reported yet.
        present, base: turnout, over the hamlets whose roll is frozen.
        share: of the two, in percent with two decimals; empty while there is no base.
        rolls: how many hamlets make the base.
    """

    voters: bool
    sums: tuple[int | None, ...]
    present: int
    base: int
    share: str
    rolls: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of one day.

    Attributes:
        day: whose hours are shown: today where somebody votes today, else the campaign's day.
        now: the present moment in Viet Nam.
        hours: of the columns.
        rows: hamlets in the order of their codes.
        totals: of the hamlets where households elect, then of those where voters do, as far as there are any.
    """

    day: date
    now: datetime
    hours: tuple[int, ...]
    rows: tuple[GridRow, ...]
    totals: tuple[GridTotal, ...]


@for_elections
def telephone_grid(workplace: Workplace, campaign: str | None = None) -> Grid | None:
    """Return the grid of a campaign; None before the first is planned.

    Args:
        workplace: the open office.
        campaign: its code; None for the one that the board shows by itself.

    Raises:
        RequestRefused: ``unknown.campaign``.
    """
    now = workplace.clock().astimezone(VIET_NAM)
    with reading(workplace.database) as session:
        shown = campaign_on_show(workplace, session, campaign)
        if shown is None:
            return None
        found = sorted(campaign_progress(workplace, session, shown), key=lambda each: each.hamlet_code)
        reported = _reported(session, shown)
        election_day = shown.election_day
    voting_today = any(each.meets_on == now.date() and not each.handed_out for each in found) or any(
        at.date() == now.date() for reports in reported.values() for at, _ in reports
    )
    day = now.date() if voting_today else _nearest(found, now.date()) or election_day
    of_day = {
        code: {at.hour: present for at, present in reports if at.date() == day}
        for code, reports in reported.items()
    }
    hours = tuple(range(FIRST_HOUR, LAST_HOUR + 1))
    this_hour = now.hour if day == now.date() and now.hour in hours else None
    meeting = [each for each in found if not each.handed_out]
    calling = [each for each in meeting if each.meets_on == day or of_day.get(each.code)]
    rows = tuple(_row(each, of_day.get(each.code, {}), hours, this_hour) for each in calling)
    kinds = sorted({row.voters for row in rows})
    totals = tuple(_total([row for row in rows if row.voters is voters], len(hours)) for voters in kinds)
    return Grid(day=day, now=now, hours=hours, rows=rows, totals=totals)


def _total(rows: Sequence[GridRow], hours: int) -> GridTotal:
    known = [row for row in rows if row.electorate is not None]
    present, base = sum(row.present or 0 for row in known), sum(row.electorate or 0 for row in known)
    return GridTotal(
        voters=rows[0].voters,
        sums=_sums(rows, hours),
        present=present,
        base=base,
        share=percent_text(present, base) if base else "",
        rolls=len(known),
    )


@for_elections
def report_attendance(
    workplace: Workplace, code: str, day: date, hour: int, present: int | None, *, opening: bool = False
) -> None:
    """Record what a hamlet reported for an hour; told again, the new figure stands.

    Args:
        workplace: the open office.
        code: the election's.
        day: of the report, in Viet Nam.
        hour: of the report.
        present: electors present so far; None takes a figure back.
        opening: open the meeting at that hour where it isn't open yet.

    Raises:
        StepRefused: the count is finalised, or no ballots are printed.
        RequestRefused: ``hand_out.nobody_present`` where slips come to the households; ``grid.not_open``
            before the meeting is open, unless ``opening``; ``entry.field`` for a figure that is none; or as
            ``check_opening``.
    """
    at = datetime.combine(day, time(hour), VIET_NAM)
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        if vote.vote is Vote.HAND_OUT:
            raise RequestRefused("hand_out.nobody_present", where=election.unit.name)
        if present is not None:
            demand_count("present", present)
        if state_of(vote) is VoteState.PRINTED:
            if not opening:
                raise RequestRefused("grid.not_open", where=f"{election.unit.kind} {election.unit.name}")
            check_opening(workplace, vote, at)
            vote.state = state_of(vote).open_meeting()
            vote.opened_at = at
            workplace.note(session, "meeting.open", election, "state", "opened_at")
        state_of(vote).demand("record_meeting", *IN_MEETING)
        earlier = _of_hour(session, vote, at)
        if present is None:
            if earlier is not None:
                workplace.note(session, "attendance.take_back", earlier, "present")
                session.delete(earlier)
            return
        attendance = earlier or Attendance(round=vote, at=at, present=present)
        attendance.present = present
        session.add(attendance)
        session.flush()
        workplace.note(session, "attendance.record", attendance, "present")


def _of_hour(session: Session, current: Round, at: datetime) -> Attendance | None:
    # The meeting's own page records minutes too: the newest figure of the hour is the one that is shown.
    reports = select(Attendance).where(Attendance.round_id == current.id).order_by(Attendance.at.desc())
    for attendance in session.scalars(reports):
        local = attendance.at.astimezone(VIET_NAM)
        if (local.date(), local.hour) == (at.date(), at.hour):
            return attendance
    return None


def _reported(session: Session, campaign: Campaign) -> dict[str, list[tuple[datetime, int]]]:
    found: dict[str, list[tuple[datetime, int]]] = defaultdict(list)
    for code, at, present in session.execute(
        select(Election.code, Attendance.at, Attendance.present)
        .join(Round, Round.election_id == Election.id)
        .join(Attendance, Attendance.round_id == Round.id)
        .where(Election.campaign_id == campaign.id)
        .order_by(Attendance.at)
    ):
        found[code].append((at.astimezone(VIET_NAM), present))
    return found


def _row(
    progress: ElectionProgress, reports: dict[int, int], hours: Sequence[int], this_hour: int | None
) -> GridRow:
    cells = []
    before = None
    for hour in hours:
        present = reports.get(hour)
        kind = ""
        if present is not None:
            if progress.electorate.frozen is not None and present > progress.electorate.size:
                kind = "wrong"
            elif before is not None and present < before:
                kind = "attention"
            before = present
        cells.append(GridCell(hour, present, kind))
    waiting = progress.state in (VoteState.PRINTED, VoteState.MEETING)
    return GridRow(
        election=progress.code,
        hamlet=progress.hamlet,
        voters=progress.electorate.of_voters,
        electorate=progress.electorate.frozen,
        cells=tuple(cells),
        present=before,
        takes=progress.state in (VoteState.PRINTED, *IN_MEETING),
        opened=progress.state in IN_MEETING,
        late=waiting and this_hour is not None and this_hour not in reports and not progress.attended,
        finished=progress.state not in (VoteState.DRAFT, VoteState.LISTED) and not waiting,
        team_head=progress.team_head,
        phone=progress.team_phone,
    )


def _nearest(found: Sequence[ElectionProgress], today: date) -> date | None:
    """Return the day ahead on which hamlets first elect, else the last on which they did; None for none."""
    days = [each.held_on for each in found]
    return min((day for day in days if day >= today), default=max(days, default=None))


def _sums(rows: Sequence[GridRow], hours: int) -> tuple[int | None, ...]:
    sums: list[int | None] = []
    newest: dict[str, int] = {}
    for column in range(hours):
        told = {row.election: row.cells[column].present for row in rows}
        fresh = {code: present for code, present in told.items() if present is not None}
        newest |= fresh
        sums.append(sum(newest.values()) if fresh else None)
    return tuple(sums)
