"""What is decided about an election as a whole: its day is moved, it is cancelled, or taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import ContestKind, Election, ElectionChange, ElectionChangeKind, Round, is_on
from desktop.models.store.session import writing
from desktop.rules.timeline import months_after
from desktop.services.elections.electing import electing_body
from desktop.services.elections.lookup import (
    campaign_of,
    day_of,
    election_of,
    held_vote,
    state_of,
    vote_of,
)
from desktop.services.elections.phases import BEFORE_MEETING, BEFORE_PRINTING, BEFORE_RESULT
from desktop.services.elections.terms import months_of
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Because:
    """Why, and once ballots are printed by which decision."""

    reason: str = ""
    number: str = ""
    decided_on: date | None = None


def move_election(
    workplace: Workplace, code: str, day: date | None, why: Because | None = None, *, past: bool = False
) -> None:
    """Move the vote that is being held to another day.

    Before its ballots are printed the day may simply be changed, afterwards by a decision until the meeting
    opens; what is printed then bears the old day. The statute follows the day until the roll is frozen.

    Args:
        workplace: the open office.
        code: the election's.
        day: the new one.
        why: needed once ballots are printed.
        past: a day that is over is meant; the election is then marked as written down later.

    Raises:
        StepRefused: the meeting is open already.
        RequestRefused: ``plan.day`` for a day that is missing, or of a later vote not after the vote before;
            ``election.past`` for a day that is over; ``election.decision`` without one where it is needed;
            ``election.exists`` when the hamlet elects on that day already; ``unknown.unit`` when it is no
            hamlet on that day.
        StatuteRefused: no statute is in force on the day.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        for each in _votes(vote):
            state_of(each).demand("plan_meeting", *BEFORE_MEETING)
        election, before, why = vote.election, day_of(vote), why or Because()
        if day is None or (vote.parent is not None and day <= day_of(vote.parent)):
            raise RequestRefused("plan.day", where=f"{day:%d/%m/%Y}" if day else "")
        if _is_printed(vote):
            _demand_decision(session, vote, why)
        if day < workplace.today() and not past:
            raise RequestRefused("election.past", where=f"{day:%d/%m/%Y}")
        election.recorded_later = day < workplace.today()
        if vote.parent is not None:
            vote.held_on = day
        else:
            _move_first(workplace, session, election, day)
        session.flush()
        _note(workplace, session, election, ElectionChangeKind.MOVED, why, before)


def cancel_election(workplace: Workplace, code: str, why: Because) -> None:
    """Cancel an election; it is left out of boards, lists and packages, and can still be found.

    Raises:
        StepRefused: its count is finalised.
        RequestRefused: ``election.reason`` without a reason; ``election.decision`` without a decision once
            ballots are printed; ``election.cancelled``.
    """
    with writing(workplace.database) as session:
        _cancel(workplace, session, vote_of(session, code), why)


def cancel_campaign(workplace: Workplace, code: str, why: Because) -> int:
    """Cancel every election of a campaign that is not cancelled yet, all of them or none; return how many.

    Raises:
        RequestRefused: ``unknown.campaign``, or as ``cancel_election``.
        StepRefused: a count is finalised.
    """
    with writing(workplace.database) as session:
        campaign = campaign_of(session, code)
        still_on = select(Election).where(Election.campaign_id == campaign.id, is_on())
        found = session.scalars(still_on.order_by(Election.code)).all()
        for election in found:
            _cancel(workplace, session, held_vote(election), why)
        return len(found)


def take_up(workplace: Workplace, code: str) -> None:
    """Take up an election again that was cancelled; it stands where it stood, as does one that is on.

    Raises:
        RequestRefused: ``unknown.election``; ``election.hamlet_ended`` where its hamlet is none on the
            election's day.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        if election.cancelled_at is None:
            return
        unit = election.unit
        # Only a hamlet that elects stays as it is: this one may have become another meanwhile.
        if unit.ends_on is not None and unit.ends_on < election.held_on:
            raise RequestRefused("election.hamlet_ended", where=f"{unit.kind} {unit.name}")
        election.cancelled_at = None
        _note(workplace, session, election, ElectionChangeKind.TAKEN_UP, Because())


def _move_first(workplace: Workplace, session: Session, election: Election, day: date) -> None:
    others = select(Election).where(
        Election.contest_kind == election.contest_kind, Election.held_on == day, Election.id != election.id
    )
    name = electing_body(session, election)
    if any(electing_body(session, other).code == name.code for other in session.scalars(others)):
        raise RequestRefused("election.exists", where=f"{name.name}, {day:%d/%m/%Y}")
    before, election.held_on = election.held_on, day
    if election.statute_bytes is not None:
        return
    election.unit = unit_on(session, election.unit.code, day)
    election.statute = workplace.statutes.in_force(election.contest_kind, day).id
    months = months_of(election)
    if election.term_from == before and months is not None:
        election.term_from, election.term_to = day, months_after(day, months)


def _cancel(workplace: Workplace, session: Session, vote: Round, why: Because) -> None:
    for each in _votes(vote):
        state_of(each).demand("cancel", *BEFORE_RESULT)
    if not tidy(why.reason):
        raise RequestRefused("election.reason", where=electing_body(session, vote.election).name)
    if _is_printed(vote) or vote.parent is not None:
        _demand_decision(session, vote, why)
    vote.election.cancelled_at = workplace.clock()
    session.flush()
    _note(workplace, session, vote.election, ElectionChangeKind.CANCELLED, why)


def _votes(vote: Round) -> list[Round]:
    """Return the votes that an election holds: of a congress every one, of a hamlet the one held now."""
    return [vote] if vote.election.contest_kind is ContestKind.HAMLET_HEAD else vote.election.rounds


def _is_printed(vote: Round) -> bool:
    return any(state_of(each) not in BEFORE_PRINTING for each in _votes(vote))


def _demand_decision(session: Session, vote: Round, why: Because) -> None:
    if not (tidy(why.reason) and tidy(why.number) and why.decided_on):
        raise RequestRefused("election.decision", where=electing_body(session, vote.election).name)


def _note(
    workplace: Workplace,
    session: Session,
    election: Election,
    what: ElectionChangeKind,
    why: Because,
    day_before: date | None = None,
) -> None:
    change = ElectionChange(
        election=election,
        what=what,
        at=workplace.clock(),
        reason=tidy(why.reason) or None,
        number=tidy(why.number) or None,
        decided_on=why.decided_on,
        day_before=day_before,
    )
    session.add(change)
    session.flush()
    workplace.note(session, f"election.{what.value}", election, "held_on", "cancelled_at", "changes")
