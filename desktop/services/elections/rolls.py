"""The roll of an election: drawn up from the households, frozen with the ballots, supplemented by number."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Ballot, Election, Round
from desktop.models.people import Household
from desktop.models.rolls import ElectorateKind, Roll, RollEntry
from desktop.models.store.session import writing
from desktop.rules.roll import RollLine, roll_changes
from desktop.rules.vote_state import VoteState
from desktop.services.elections.electorate import electorate_of, eligible_households, frozen_roll
from desktop.services.elections.eligibility import demand_old_enough
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class RollView:
    """A roll: how many may vote, and how many of them came with supplements."""

    electorate: int
    supplements: int


def close_roll(workplace: Workplace, code: str) -> RollView:
    """Freeze roll and statute of an election by show of hands, which no printed ballot freezes.

    Raises:
        StepRefused: no candidate list, or the roll is frozen already.
        RequestRefused: ``roll.ballots`` where the vote is by ballot; ``roll.empty``.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).print_ballots()
        if vote.ballot is not Ballot.HANDS:
            raise RequestRefused("roll.ballots", where=code)
        freeze(workplace, session, vote)
        workplace.note(session, "roll.close", vote.election, "state")
        return RollView(electorate_of(session, vote.election).size, 0)


def supplement(workplace: Workplace, code: str, household: int, reason: str) -> RollView:
    """Add a household to a frozen roll, numbered on, until the meeting opens.

    Raises:
        StepRefused: the roll is not frozen yet, or the meeting has opened.
        RequestRefused: ``roll.closed`` in a later round; ``roll.reason`` without one; ``roll.household`` for
            a household that is not the hamlet's, or stands on the roll already.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        state_of(vote).demand("supplement", VoteState.PRINTED)
        if vote.number > 1:
            raise RequestRefused("roll.closed", where=code)
        if not tidy(reason):
            raise RequestRefused("roll.reason", where=code)
        roll = roll_of(session, election)
        found = session.get(Household, household)
        listed = {entry.household_id for entry in roll.entries}
        if found is None or found.hamlet_id != election.unit_id or household in listed:
            raise RequestRefused("roll.household", where=code)
        last = roll.entries[-1]
        entry = RollEntry(
            roll=roll,
            number=last.number + 1,
            household=found,
            representative=found.head.name,
            supplement=last.supplement + 1,
            added_at=workplace.clock(),
            reason=tidy(reason),
        )
        session.add(entry)
        session.flush()
        workplace.note(session, "roll.supplement", entry, "household", "reason")
        return RollView(electorate_of(session, election).size, entry.supplement)


def freeze(workplace: Workplace, session: Session, vote: Round) -> None:
    """Close the list of households that may vote, and the statute with it; a later round changes neither.

    Raises:
        RequestRefused: ``roll.empty``; ``candidates.age`` for a candidate who is too young.
        StatuteRefused: no statute is in force on the day.

    Source: rules.md §1.
    """
    election = vote.election
    demand_old_enough(workplace, session, vote)
    if vote.number > 1:
        return
    statute = workplace.statutes.in_force(vote.contest.kind, election.held_on)
    election.statute = statute.id
    election.statute_bytes = statute.frozen()
    election.statute_sha256 = hashlib.sha256(election.statute_bytes).hexdigest()
    now = workplace.clock()
    roll = Roll(election=election, electorate_kind=ElectorateKind.HOUSEHOLDS)
    households = eligible_households(session, election)
    if not households:
        raise RequestRefused("roll.empty", where=election.unit.code)
    session.add(roll)
    session.add_all(
        RollEntry(
            roll=roll, number=number, household=household, representative=household.head.name, added_at=now
        )
        for number, household in enumerate(households, 1)
    )
    session.flush()
    lines = [(line.number, line.household) for line in _lines(session, roll)]
    roll.frozen_at, roll.frozen_lines = now, json.dumps(lines).encode()
    session.flush()
    workplace.note(session, "roll.freeze", roll, "entries", "frozen_at", "statute")


def roll_of(session: Session, election: Election) -> Roll:
    """Return the frozen roll of an election.

    Raises:
        RequestRefused: ``not_frozen``.
    """
    roll = frozen_roll(session, election)
    if roll is None:
        raise RequestRefused("not_frozen", where=election.code)
    return roll


def changes_since_frozen(session: Session, election: Election) -> tuple[Problem, ...]:
    """Compare the roll with what was frozen: anything but a numbered supplement is E501."""
    roll = roll_of(session, election)
    frozen = [RollLine(number, household, 0) for number, household in json.loads(roll.frozen_lines or b"[]")]
    return roll_changes(frozen, _lines(session, roll))


def _lines(session: Session, roll: Roll) -> list[RollLine]:
    entries = session.scalars(
        select(RollEntry).where(RollEntry.roll_id == roll.id).order_by(RollEntry.number)
    )
    return [RollLine(entry.number, entry.household_id or 0, entry.supplement) for entry in entries]
