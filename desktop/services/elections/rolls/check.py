"""The register of households against the roll: what differs, what is explained, whether it may be posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import starmap
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.long_work import step
from desktop.models.elections import Election
from desktop.models.people import Authority, EndReason, Household, HouseholdMember, Person, Voter
from desktop.models.places import HamletFacts
from desktop.models.rolls import RollExplanation
from desktop.models.store.session import reading, writing
from desktop.rules.roll_differences import Difference, DifferenceKind, Home, Listed, roll_differences
from desktop.services.elections.electorate import Elector, electors_of
from desktop.services.elections.lookup import election_of, statute_for, vote_of
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, local
from desktop.services.people.doubles import doubles_in
from desktop.services.people.residence import has_left, voters_alone
from desktop.vietnamese.text import tidy
from desktop.wording import known_codes, words

_STEPS = 5
"""What is read of a hamlet one after another, then compared; of ten thousand people each takes its time."""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A difference as a person reads it.

    Attributes:
        key: names it, for explaining it.
        kind: what differs.
        sentence: what differs, of whom, and what to do.
        household: to look into; None for one of figures alone.
        reason, by, at: why it may stand, who says so and when (in Viet Nam); empty, None while nobody does.
    """

    key: str
    kind: DifferenceKind
    sentence: str
    household: int | None
    reason: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it still has to be solved or explained."""
        return self.at is None


@dataclass(frozen=True, slots=True)
class RollCheck:
    """The register against the roll.

    Attributes:
        households: of the register that live in the hamlet.
        represented: how many of them have a line on the roll.
        lines: of the roll.
        stated: how many households the commune's list of hamlets says; None where it says nothing.
        differences: those that are open first.
    """

    households: int
    represented: int
    lines: int
    stated: int | None
    differences: tuple[DifferenceView, ...]

    @property
    def open(self) -> int:
        """How many differences are neither solved nor explained."""
        return sum(one.open for one in self.differences)


@for_elections
def roll_check(workplace: Workplace, code: str) -> RollCheck:
    """Compare the register of households with the roll of an election.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        return checked(workplace, session, election_of(session, code))


def explain_difference(workplace: Workplace, code: str, key: str, reason: str, by: str) -> RollCheck:
    """Write down why a difference may stand, and who says so; again, for a better reason.

    Raises:
        RequestRefused: ``difference.unknown`` where there is no such difference any more;
            ``difference.reason``, ``difference.by`` where either is empty.
    """
    with writing(workplace.database) as session:
        election = vote_of(session, code).election
        if all(one.key != key for one in _differences(workplace, session, election).differences):
            raise RequestRefused("difference.unknown", where=code)
        if not tidy(reason):
            raise RequestRefused("difference.reason", where="reason")
        if not tidy(by):
            raise RequestRefused("difference.by", where="by")
        kept = _explanations(session, election).get(key)
        if kept is None:
            kept = RollExplanation(
                election=election,
                difference=key,
                reason=tidy(reason),
                explained_by=tidy(by),
                explained_at=workplace.clock(),
            )
            session.add(kept)
        else:
            kept.reason, kept.explained_by, kept.explained_at = tidy(reason), tidy(by), workplace.clock()
        session.flush()
        workplace.note(session, "roll.explain", kept, "reason", "explained_by")
        return checked(workplace, session, election)


def withdraw_explanation(workplace: Workplace, code: str, key: str) -> RollCheck:
    """Take an explanation back: the difference is open again.

    Raises:
        RequestRefused: ``difference.unknown`` where it isn't explained.
    """
    with writing(workplace.database) as session:
        election = vote_of(session, code).election
        kept = _explanations(session, election).get(key)
        if kept is None:
            raise RequestRefused("difference.unknown", where=code)
        workplace.note(session, "roll.explain_not", election, "reason")
        session.delete(kept)
        session.flush()
        return checked(workplace, session, election)


def demand_checked(workplace: Workplace, session: Session, election: Election) -> None:
    """Refuse a roll of which a difference is neither solved nor explained.

    Raises:
        RequestRefused: ``roll.differences``.
    """
    found = checked(workplace, session, election)
    if found.open:
        where = f"{election.unit.kind} {election.unit.name}"
        raise RequestRefused(
            "roll.differences",
            where=where,
            number=found.open,
            households=found.households,
            represented=found.represented,
        )


def checked(
    workplace: Workplace, session: Session, election: Election, electors: Sequence[Elector] | None = None
) -> RollCheck:
    """Compare the register with the roll inside the caller's session, who may have read the roll already."""
    found = _differences(workplace, session, election, electors)
    explained = _explanations(session, election)
    voters = election.voters_from_age is not None
    views = [_view(one, explained.get(one.key), voters=voters) for one in found.differences]
    return RollCheck(
        households=len(found.homes),
        represented=len({home.key for home in found.homes} & {line.household for line in found.lines}),
        lines=len(found.lines),
        stated=found.stated,
        differences=tuple(sorted(views, key=lambda one: not one.open)),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    homes: Sequence[Home]
    lines: Sequence[Listed]
    stated: int | None
    differences: tuple[Difference, ...]


def _differences(
    workplace: Workplace, session: Session, election: Election, electors: Sequence[Elector] | None = None
) -> _Compared:
    day = election.held_on
    living = (
        select(Household)
        .where(Household.hamlet_id == election.unit_id)
        # Whoever lives here now belongs to the register, though the roll may leave the household out.
        .where((Household.ends_on.is_(None)) | (Household.ends_on >= day))
        .options(joinedload(Household.head))
        .order_by(Household.id)
    )
    step(0, _STEPS)
    households = list(session.scalars(living))
    step(1, _STEPS)
    members = _members(session, election.unit_id)
    step(2, _STEPS)
    alike = doubles_in(session, election.unit_id)
    step(3, _STEPS)
    homes = [
        Home(
            home.id,
            home.head.name,
            tuple(one.household for one in alike.get(home.id, ())),
            tuple(
                line.name
                for line in members.get(home.id, {}).values()
                if not line.is_born and line.person_id != home.head_id and not has_left(line, day)
            ),
        )
        for home in households
    ]
    lives_in = {line.person_id: home for home, lines in members.items() for line in lines.values()}
    lives_in |= {home.head_id: home.id for home in households}
    alone = {voter.person_id: voter for voter in voters_alone(session, election.unit_id)}
    lines = [
        _listed(elector, _People(members, lives_in, alone), election)
        for elector in (electors_of(session, election) if electors is None else electors)
        if elector.person is not None
    ]
    stated = session.scalar(select(HamletFacts.households).where(HamletFacts.unit_id == election.unit_id))
    statute = statute_for(workplace, election)
    step(4, _STEPS)
    found = roll_differences(
        homes,
        lines,
        day,
        stated=stated,
        age=statute.find("elector_age_min"),
        voters=election.voters_from_age is not None,
    )
    return _Compared(homes, lines, stated, found)


@dataclass(frozen=True, slots=True)
class _People:
    """Who is of a hamlet: by household and person the line of a member, and whose household each person's is.

    Attributes:
        alone: by person the line of who is on the list of voters without a household.
    """

    members: dict[int, dict[int, _Member]]
    lives_in: dict[int, int]
    alone: dict[int, Voter]


def _listed(elector: Elector, people: _People, election: Election) -> Listed:
    person, home = elector.person, elector.household
    if person is None:
        raise AssertionError("a line without a person is left out before")
    household = home.id if home else people.lives_in.get(person.id)
    line: _Member | Voter | None = people.members.get(household or 0, {}).get(person.id)
    alone = people.alone.get(person.id) if household is None else None
    line = line or alone
    left = line is not None and has_left(line, election.held_on)
    by = elector.authority
    belongs = by is not Authority.MEMBER or (line is not None and not left)
    return Listed(
        number=elector.number,
        household=household,
        person=person.id,
        name=elector.name,
        birth=person.birth,
        gone=line.end_reason.value if left and line is not None and line.end_reason else None,
        alone=alone is not None,
        belongs=belongs or (left and line is not None and line.end_reason is not None),
        without_capacity=line is not None and line.without_capacity,
    )


class _Member(NamedTuple):
    """The line of a member as plain values: of a large hamlet there are ten thousand."""

    household_id: int
    person_id: int
    ends_on: date | None
    end_reason: EndReason | None
    without_capacity: bool
    name: str
    is_born: bool


def _members(session: Session, hamlet: int) -> dict[int, dict[int, _Member]]:
    lines = (
        select(
            HouseholdMember.household_id,
            HouseholdMember.person_id,
            HouseholdMember.ends_on,
            HouseholdMember.end_reason,
            HouseholdMember.without_capacity,
            Person.name,
            Person.birth.is_not(None),
        )
        .join(Household, HouseholdMember.household_id == Household.id)
        .join(Person, HouseholdMember.person_id == Person.id)
        .where(Household.hamlet_id == hamlet)
        .order_by(HouseholdMember.id)
    )
    found: dict[int, dict[int, _Member]] = {}
    for line in starmap(_Member, session.execute(lines)):
        found.setdefault(line.household_id, {})[line.person_id] = line
    return found


def _explanations(session: Session, election: Election) -> dict[str, RollExplanation]:
    kept = select(RollExplanation).where(RollExplanation.election_id == election.id)
    return {one.difference: one for one in session.scalars(kept)}


def _view(one: Difference, explained: RollExplanation | None, *, voters: bool) -> DifferenceView:
    code = f"difference.{one.kind}"
    if voters and f"{code}.voters" in known_codes():
        code = f"{code}.voters"
    said = words(code, name=one.name, number=one.number, **one.facts)
    if explained is None:
        return DifferenceView(one.key, one.kind, said, one.household)
    return DifferenceView(
        one.key,
        one.kind,
        said,
        one.household,
        explained.reason,
        explained.explained_by,
        local(explained.explained_at),
    )
