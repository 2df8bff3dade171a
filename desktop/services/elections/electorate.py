"""Who may vote in an election: one value, whoever asks, from the frozen roll or as the register stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, contains_eager, joinedload

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, Election
from desktop.models.people import Household, Person
from desktop.models.rolls import ElectorateKind, Roll, RollEntry


@dataclass(frozen=True, slots=True)
class Electorate:
    """Those who may vote.

    Attributes:
        kind: whether households vote, each by one representative, or voters.
        size: how many may vote: lines of the frozen roll with its supplements, before that the households of
            the hamlet on the election's own day.
        supplements: how many of them came after the roll was frozen.
        frozen_at: when the roll was frozen; None while those who may vote can still come and go.
    """

    kind: ElectorateKind = ElectorateKind.HOUSEHOLDS
    size: int = 0
    supplements: int = 0
    frozen_at: datetime | None = None

    @property
    def frozen(self) -> int | None:
        """How many may vote, once that is certain: the base of every share; None before."""
        return None if self.frozen_at is None else self.size


@dataclass(frozen=True, slots=True)
class Elector:
    """A line of the roll: its number, the name as it stands there, and the person where one is known.

    Attributes:
        supplement: 0, or the number of the supplement that the line came with, and ``reason`` why.
    """

    number: int
    name: str
    person: Person | None
    supplement: int = 0
    reason: str = ""


def electorate_of(session: Session, election: Election) -> Electorate:
    """Return who may vote in an election, counted."""
    return _counted(session, Election.id == election.id).get(election.id, Electorate())


def electorates_of(session: Session, campaign: Campaign) -> dict[int, Electorate]:
    """Return who may vote in each election of a campaign, by the election's key."""
    return _counted(session, Election.campaign_id == campaign.id)


def frozen_electorate(session: Session, election: Election) -> Electorate:
    """Return who may vote, as it was frozen.

    Raises:
        RequestRefused: ``not_frozen``.
    """
    found = electorate_of(session, election)
    if found.frozen_at is None:
        raise RequestRefused("not_frozen", where=election.code)
    return found


def electors_of(session: Session, election: Election) -> tuple[Elector, ...]:
    """Return those who may vote line by line: the frozen roll, before that as it would be frozen today."""
    roll = frozen_roll(session, election)
    if roll is None:
        households = enumerate(eligible_households(session, election), 1)
        return tuple(Elector(number, household.head.name, household.head) for number, household in households)
    entries = session.scalars(
        select(RollEntry)
        .where(RollEntry.roll_id == roll.id)
        .options(joinedload(RollEntry.household).joinedload(Household.head), joinedload(RollEntry.person))
        .order_by(RollEntry.number)
    )
    return tuple(
        Elector(
            entry.number,
            entry.representative,
            entry.household.head if entry.household else entry.person,
            entry.supplement,
            entry.reason or "",
        )
        for entry in entries
    )


def eligible_households(session: Session, election: Election) -> list[Household]:
    """Return the hamlet's households on the day of the election, in the order of the roll."""
    return list(
        session.scalars(
            select(Household)
            .join(Person, Household.head_id == Person.id)
            .join(Election, Household.hamlet_id == Election.unit_id)
            .where(Election.id == election.id, *lives_there(Election.held_on))
            .options(contains_eager(Household.head))
            .order_by(Person.sort_key, Person.birth, Household.id)
        )
    )


def frozen_roll(session: Session, election: Election) -> Roll | None:
    """Return the frozen roll of an election, or None before it is frozen."""
    return session.scalars(
        select(Roll).where(Roll.election_id == election.id, Roll.frozen_at.is_not(None))
    ).one_or_none()


def begun_after(session: Session, election: Election) -> tuple[str, ...]:
    """Name the heads of households that live in the hamlet from a day after the election's on.

    They are not on its roll; where the computer's clock was wrong as they were written down, they should be.
    """
    later = select(Household).where(
        Household.hamlet_id == election.unit_id,
        Household.starts_on > election.held_on,
        Household.ends_on.is_(None),
    )
    found = session.scalars(later.order_by(Household.id)).unique()
    return tuple(household.head.name for household in found)


def lives_there(day: date | InstrumentedAttribute[date]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a household is its hamlet's on a day, the household's last included."""
    return (
        or_(Household.starts_on.is_(None), Household.starts_on <= day),
        or_(Household.ends_on.is_(None), Household.ends_on >= day),
    )


def _counted(session: Session, wanted: ColumnElement[bool]) -> dict[int, Electorate]:
    households = session.execute(
        select(Election.id, func.count(Household.id))
        .join(Household, Household.hamlet_id == Election.unit_id)
        .where(wanted, *lives_there(Election.held_on))
        .group_by(Election.id)
    )
    found = {election: Electorate(size=size) for election, size in households}
    added = func.count(RollEntry.id).filter(RollEntry.supplement > 0)
    rolls = session.execute(
        select(Roll.election_id, Roll.electorate_kind, func.count(RollEntry.id), added, Roll.frozen_at)
        .join(RollEntry, RollEntry.roll_id == Roll.id)
        .join(Election, Roll.election_id == Election.id)
        .where(wanted, Roll.frozen_at.is_not(None))
        .group_by(Roll.id)
    )
    return found | {
        election: Electorate(kind, size, supplements, frozen_at)
        for election, kind, size, supplements, frozen_at in rolls
    }
