"""Who may vote in an election: one value, whoever asks, from the frozen roll or as the register stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind, Election
from desktop.models.people import Authority, Household, Person
from desktop.models.rolls import ElectorateKind, Roll, RollEntry
from desktop.rules.standing import Standing
from desktop.services.elections.drawn_up import drawn_up
from desktop.services.people.residence import lives_there


@dataclass(frozen=True, slots=True)
class Electorate:
    """Those who may vote.

    Attributes:
        kind: whether households vote, each by one representative, or voters; None for members of a branch.
        size: how many may vote: lines of the frozen roll with its supplements, before that the households of
            the hamlet, or its voters, on the election's own day; of a congress the official members convened.
        supplements: how many of them came after the roll was frozen.
        frozen_at: when the roll was frozen; None while those who may vote can still come and go.
    """

    kind: ElectorateKind | None = ElectorateKind.HOUSEHOLDS
    size: int = 0
    supplements: int = 0
    frozen_at: datetime | None = None

    @property
    def of_voters(self) -> bool:
        """Whether all voters elect, and not one representative of each household."""
        return self.kind is ElectorateKind.VOTERS

    @property
    def frozen(self) -> int | None:
        """How many may vote, once that is certain: the base of every share; None before."""
        return None if self.frozen_at is None else self.size


@dataclass(frozen=True, slots=True)
class Elector:
    """A line of the roll: its number, the name as it stands there, and the person where one is known.

    Attributes:
        supplement: 0, or the number of the supplement that the line came with, and ``reason`` why.
        household: that the line is for; of a voter, none on a frozen roll.
        authority: by what the person represents a household; of a voter none.
    """

    number: int
    name: str
    person: Person | None
    supplement: int = 0
    reason: str = ""
    household: Household | None = None
    authority: Authority | None = None

    @property
    def key(self) -> int:
        """Key of the household that the line is for, or of the voter."""
        if self.authority is not None and self.household is not None:
            return self.household.id
        return self.person.id if self.person else 0


def electorate_of(session: Session, election: Election) -> Electorate:
    """Return who may vote in an election, counted."""
    if election.contest_kind is ContestKind.BRANCH_CONGRESS:
        return _members(session, election)
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
        return tuple(
            Elector(number, one.person.name, one.person, household=one.household, authority=one.authority)
            for number, one in enumerate(drawn_up(session, election), 1)
        )
    entries = session.scalars(
        select(RollEntry)
        .where(RollEntry.roll_id == roll.id)
        .options(
            joinedload(RollEntry.household).joinedload(Household.head),
            joinedload(RollEntry.person),
            joinedload(RollEntry.representing),
        )
        .order_by(RollEntry.number)
    )
    return tuple(_elector(entry) for entry in entries)


def _elector(entry: RollEntry) -> Elector:
    home = entry.household
    person = entry.representing or (home.head if home else entry.person)
    by = (entry.authority or Authority.HEAD) if home else None
    return Elector(entry.number, entry.representative, person, entry.supplement, entry.reason or "", home, by)


def frozen_roll(session: Session, election: Election) -> Roll | None:
    """Return the frozen roll of an election, or None before it is frozen."""
    return session.scalars(
        select(Roll).where(Roll.election_id == election.id, Roll.frozen_at.is_not(None))
    ).one_or_none()


def _members(session: Session, election: Election) -> Electorate:
    from desktop.services.elections.congress_roll import (  # noqa: PLC0415 - see electing
        congress_of,
        roll_now,
    )

    roll = roll_now(session, congress_of(session, election))
    official = sum(each.official and each.standing != Standing.HERE for each, _ in roll.lines)
    return Electorate(kind=None, size=official, frozen_at=roll.reported_at)


def _counted(session: Session, wanted: ColumnElement[bool]) -> dict[int, Electorate]:
    households = session.execute(
        select(Election.id, func.count(Household.id))
        .join(Household, Household.hamlet_id == Election.unit_id)
        .where(wanted, *lives_there(Election.held_on))
        .group_by(Election.id)
    )
    found = {key: Electorate(size=size) for key, size in households}
    by_voters = session.scalars(select(Election).where(wanted, Election.voters_from_age.is_not(None)))
    for election in by_voters:
        found[election.id] = Electorate(ElectorateKind.VOTERS, len(drawn_up(session, election)))
    added = func.count(RollEntry.id).filter(RollEntry.supplement > 0)
    rolls = session.execute(
        select(Roll.election_id, Roll.electorate_kind, func.count(RollEntry.id), added, Roll.frozen_at)
        .join(RollEntry, RollEntry.roll_id == Roll.id)
        .join(Election, Roll.election_id == Election.id)
        .where(wanted, Roll.frozen_at.is_not(None))
        .group_by(Roll.id)
    )
    return found | {
        key: Electorate(kind, size, supplements, frozen_at)
        for key, kind, size, supplements, frozen_at in rolls
    }
