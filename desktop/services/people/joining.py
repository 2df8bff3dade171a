"""A voter without a household who joins one that is in the register, and back out of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import HouseholdMember, Representative, Voter
from desktop.models.store.session import writing
from desktop.services.office.workplace import Workplace
from desktop.services.people.record import household_of
from desktop.services.people.taken import last_day
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Joining:
    """Which household a voter joins, by its key, and what the voter is to its head."""

    household: int
    relation: str = ""


def join_household(workplace: Workplace, voter: int, joining: Joining) -> int:
    """Let a voter without a household be with one of the same hamlet from today, and return the new line.

    Raises:
        RequestRefused: ``unknown.voter`` for one who is no longer on the list; ``unknown.household`` for a
            household that doesn't live in the hamlet.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        found = session.get(Voter, voter)
        if found is None or found.ends_on is not None or found.end_reason is not None:
            raise RequestRefused("unknown.voter", where=str(voter))
        home = household_of(session, joining.household)
        if home.ends_on is not None or home.hamlet_id != found.hamlet_id:
            raise RequestRefused("unknown.household", where=home.head.name)
        line = HouseholdMember(
            household=home,
            person=found.person,
            relation=tidy(joining.relation) or None,
            without_capacity=found.without_capacity,
            starts_on=today,
        )
        session.add(line)
        found.ends_on = last_day(today, found.starts_on)
        session.flush()
        workplace.note(session, "voter.join", line, "person", "household", "starts_on")
        return line.id


def undo_joining(workplace: Workplace, member: int) -> int:
    """Take back that a voter joined a household, and return the voter's line, which goes on as before.

    Raises:
        RequestRefused: ``unknown.household_member``; ``voter.joined`` where something rests on it since: who
            joined votes for the household, heads it, or has left it.
    """
    with writing(workplace.database) as session:
        line = session.get(HouseholdMember, member)
        if line is None:
            raise RequestRefused("unknown.household_member", where=str(member))
        voter = _left(session, line)
        if voter is None or _in_use(session, line):
            raise RequestRefused("voter.joined", where=line.person.name)
        session.delete(line)
        voter.ends_on = None
        session.flush()
        workplace.note(session, "voter.join_undo", voter, "ends_on")
        return voter.id


def _left(session: Session, line: HouseholdMember) -> Voter | None:
    """Return the line of a voter that ended when the same person joined a household of the hamlet."""
    lines = select(Voter).where(
        Voter.person_id == line.person_id,
        Voter.hamlet_id == line.household.hamlet_id,
        Voter.end_reason.is_(None),
        Voter.ends_on.is_not(None),
    )
    began = line.starts_on
    if began is None:
        return None
    return next(
        (each for each in session.scalars(lines) if each.ends_on == last_day(began, each.starts_on)), None
    )


def _in_use(session: Session, line: HouseholdMember) -> bool:
    speaks = select(Representative.id).where(
        Representative.household_id == line.household_id, Representative.person_id == line.person_id
    )
    gone = line.ends_on is not None or line.end_reason is not None
    return gone or line.household.head_id == line.person_id or session.scalar(speaks) is not None
