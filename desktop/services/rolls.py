"""The roll of an election: drawn up from the households, frozen with the ballots, supplemented by number."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Election
from desktop.models.people import Household, Person
from desktop.models.rolls import ElectorateKind, Roll, RollEntry
from desktop.models.session import writing
from desktop.rules.election_state import ElectionState
from desktop.rules.roll import RollLine, roll_changes
from desktop.services.lookup import election_of, state_of
from desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class RollView:
    """A roll: how many may vote, and how many of them came with supplements."""

    electorate: int
    supplements: int


def supplement(workplace: Workplace, code: str, household: int, reason: str) -> RollView:
    """Add a household to a frozen roll, numbered on, until the meeting opens.

    Raises:
        StepRefused: the roll is not frozen yet, or the meeting has opened.
        RequestRefused: ``roll.household`` for one that is not the hamlet's, or stands on the roll already.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        state_of(election).demand("supplement", ElectionState.PRINTED)
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
            reason=reason,
        )
        session.add(entry)
        session.flush()
        workplace.note(session, "roll.supplement", entry, "household", "reason")
        return RollView(electorate_of(session, election), entry.supplement)


def freeze(workplace: Workplace, session: Session, election: Election) -> Roll:
    """Write down the households that may vote, by name, and close the list.

    Raises:
        RequestRefused: ``roll.empty``.
    """
    now = workplace.clock()
    roll = Roll(election=election, electorate_kind=ElectorateKind.HOUSEHOLDS)
    day = election.held_on
    households = session.scalars(
        select(Household)
        .join(Person, Household.head_id == Person.id)
        .where(
            Household.hamlet_id == election.unit_id,
            or_(Household.starts_on.is_(None), Household.starts_on <= day),
            or_(Household.ends_on.is_(None), Household.ends_on >= day),
        )
        .order_by(Person.sort_key, Person.birth, Household.id)
    ).all()
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
    workplace.note(session, "roll.freeze", roll, "entries", "frozen_at")
    return roll


def roll_of(session: Session, election: Election) -> Roll:
    """Return the frozen roll of an election.

    Raises:
        RequestRefused: ``not_frozen``.
    """
    roll = session.scalars(select(Roll).where(Roll.election_id == election.id)).one_or_none()
    if roll is None or roll.frozen_at is None:
        raise RequestRefused("not_frozen", where=election.code)
    return roll


def electorate_of(session: Session, election: Election) -> int:
    """Count the frozen roll and its supplements, in households or voters."""
    roll = roll_of(session, election)
    return session.scalar(select(func.count()).where(RollEntry.roll_id == roll.id)) or 0


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
