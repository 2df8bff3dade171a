"""The roll of an election: drawn up from the households, frozen with the ballots."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Ballot, ContestKind, Election, Round
from desktop.models.rolls import ElectorateKind, Roll, RollEntry
from desktop.models.store.session import writing
from desktop.rules.roll import RollLine, roll_changes
from desktop.rules.statute import Clause
from desktop.services.elections.cluster_households import count_clusters
from desktop.services.elections.drawn_up import Drawn, drawn_up
from desktop.services.elections.electorate import electorate_of, frozen_roll
from desktop.services.elections.eligibility import demand_old_enough
from desktop.services.elections.lookup import state_of, statute_for, vote_of
from desktop.services.elections.phases import BEFORE_PRINTING
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class RollView:
    """A roll: how many may vote, and how many of them came with supplements."""

    electorate: int
    supplements: int


def choose_electorate(workplace: Workplace, code: str, *, voters: bool) -> None:
    """Write down whom the commune lets elect: all voters, or a representative of each household.

    Raises:
        StepRefused: the roll is frozen.
        RequestRefused: ``roll.voters`` where the regulation knows household representatives alone;
            ``roll.posted`` while the roll hangs.

    Source: Joint Resolution 09/2008/NQLT (rules.md §2, who votes).
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        state_of(vote).demand("plan_meeting", *BEFORE_PRINTING)
        if election.roll_posted_on is not None:
            raise RequestRefused("roll.posted", where=code)
        statute = statute_for(workplace, election)
        if voters and not may_be_voters(statute.clause("electorate")):
            raise RequestRefused("roll.voters", where=code)
        age = statute.clause("elector_age_min").whole() if voters else None
        if election.voters_from_age != age:
            election.voters_from_age = age
            session.flush()
            workplace.note(session, "roll.electorate", election, "electorate")


def may_be_voters(electorate: Clause) -> bool:
    """Tell whether the clause on who votes lets the commune choose all voters."""
    allowed = electorate.value
    return isinstance(allowed, tuple) and ElectorateKind.VOTERS.value in allowed


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


def freeze(workplace: Workplace, session: Session, vote: Round) -> None:
    """Close the list of those who may vote, and the statute with it; a later round changes neither.

    Raises:
        RequestRefused: ``roll.empty``; ``candidates.age`` for a candidate who is too young.
        StatuteRefused: no statute is in force on the day.

    Source: rules.md §1.
    """
    election = vote.election
    demand_old_enough(workplace, session, vote)
    if vote.number > 1:
        return
    freeze_statute(workplace, election)
    now = workplace.clock()
    kind = ElectorateKind.HOUSEHOLDS if election.voters_from_age is None else ElectorateKind.VOTERS
    roll = Roll(election=election, electorate_kind=kind)
    drawn = drawn_up(session, election)
    if not drawn:
        raise RequestRefused("roll.empty", where=election.unit.code)
    session.add(roll)
    session.add_all(line_of(roll, number, one, now) for number, one in enumerate(drawn, 1))
    session.flush()
    lines = [(line.number, line.elector) for line in _lines(session, roll)]
    roll.frozen_at, roll.frozen_lines = now, json.dumps(lines).encode()
    session.flush()
    count_clusters(session, election)
    workplace.note(session, "roll.freeze", roll, "entries", "frozen_at", "statute")


def freeze_statute(workplace: Workplace, election: Election) -> None:
    """Keep the statute in force on an election's day with it."""
    statute = workplace.statutes.in_force(election.contest_kind, election.held_on)
    election.statute = statute.id
    election.statute_bytes = statute.frozen()
    election.statute_sha256 = hashlib.sha256(election.statute_bytes).hexdigest()


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
    """Compare the roll with what was frozen: anything but a numbered supplement is E501.

    Of the roll of a congress the lines are kept as they were reported, by triggers.
    """
    if election.contest_kind is not ContestKind.HAMLET_HEAD:
        return ()
    roll = roll_of(session, election)
    frozen = [RollLine(number, elector, 0) for number, elector in json.loads(roll.frozen_lines or b"[]")]
    return roll_changes(frozen, _lines(session, roll))


def line_of(roll: Roll, number: int, one: Drawn, at: datetime) -> RollEntry:
    """Return a line of a roll for somebody who is drawn up."""
    line = RollEntry(roll=roll, number=number, representative=one.person.name, added_at=at)
    if one.authority is None:
        line.person = one.person
    else:
        line.household, line.representing, line.authority = one.household, one.person, one.authority
    return line


def _lines(session: Session, roll: Roll) -> list[RollLine]:
    entries = session.scalars(
        select(RollEntry).where(RollEntry.roll_id == roll.id).order_by(RollEntry.number)
    )
    return [
        RollLine(entry.number, entry.household_id or entry.person_id or 0, entry.supplement)
        for entry in entries
    ]
