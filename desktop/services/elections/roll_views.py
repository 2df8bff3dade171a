"""The roll of an election page by page: as it would be frozen today, or as it was frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.errors import Problem
from desktop.models.people import Person
from desktop.models.store.session import reading
from desktop.rules.vote_state import VoteState
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.drawn_up import begun_after, drawn_up, unlisted
from desktop.services.elections.electorate import Elector, electors_of, frozen_roll
from desktop.services.elections.lookup import election_of, state_of, statute_for, vote_of
from desktop.services.elections.rolls import changes_since_frozen
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class RollRow:
    """A line of the roll: number, representative, birth as people write it; 0 or the supplement's number."""

    number: int
    name: str
    birth: str
    sex: str
    supplement: int
    reason: str


@dataclass(frozen=True, slots=True)
class ElectorChoice:
    """A household of the hamlet, or a voter, that does not stand on the roll: key, who votes, birth."""

    elector: int
    name: str
    birth: str


@dataclass(frozen=True, slots=True)
class RollPage:
    """A page of the roll.

    Attributes:
        hamlet_code: of the hamlet whose roll it is.
        posted_on: when it was put up; None while that isn't recorded.
        frozen_at: in Viet Nam's time, None while households may still come and go.
        total: households on the whole roll; supplements are among them.
        found: how many of them match the search; ``rows`` are the page of these.
        may_supplement: whether households may still be added, each with a reason.
        electorate: the clause that says who votes.
        problems: E501, the roll changed after it was frozen.
        begun_later: heads of households that are left out, because they live here from a day after the
            election's on.
    """

    hamlet_code: str
    posted_on: date | None
    frozen_at: datetime | None
    total: int
    supplements: int
    found: int
    rows: tuple[RollRow, ...]
    may_supplement: bool
    electorate: ClauseView
    problems: tuple[Problem, ...]
    begun_later: tuple[str, ...] = ()


@for_elections
def roll_page(
    workplace: Workplace, code: str, search: str = "", offset: int = 0, limit: int = 100
) -> RollPage:
    """Return a page of the roll, in the order of its numbers.

    Args:
        workplace: the open office.
        code: the election's.
        search: parts of a name, marks or none; empty for everybody.
        offset: lines before the page.
        limit: lines on the page.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        roll = frozen_roll(session, election)
        rows = [_row(elector) for elector in electors_of(session, election)]
        words = fold(search).split()
        matching = [row for row in rows if all(word in fold(row.name) for word in words)] if words else rows
        return RollPage(
            hamlet_code=election.unit.code,
            posted_on=election.roll_posted_on,
            frozen_at=local(roll.frozen_at) if roll and roll.frozen_at else None,
            total=len(rows),
            supplements=sum(row.supplement > 0 for row in rows),
            found=len(matching),
            rows=tuple(matching[offset : offset + limit]),
            may_supplement=state_of(vote) is VoteState.PRINTED and vote.number == 1,
            electorate=clause_view(statute_for(workplace, election).clause("electorate")),
            problems=changes_since_frozen(session, election) if roll else (),
            begun_later=begun_after(session, election),
        )


@for_elections
def unlisted_electors(
    workplace: Workplace, code: str, search: str = "", limit: int = 50
) -> tuple[ElectorChoice, ...]:
    """Find who of the hamlet could come with a supplement, by parts of the name of whoever votes."""
    with reading(workplace.database) as session:
        election = election_of(session, code)
        roll = frozen_roll(session, election)
        words = fold(search).split()
        found = [
            one
            for one in (unlisted(session, roll) if roll else drawn_up(session, election))
            if all(word in one.person.folded for word in words)
        ]
        return tuple(ElectorChoice(one.key, one.person.name, _birth(one.person)) for one in found[:limit])


def _row(elector: Elector) -> RollRow:
    person = elector.person
    return RollRow(
        elector.number,
        elector.name,
        _birth(person) if person else "",
        sex_word(person.sex) if person and person.sex else "",
        elector.supplement,
        elector.reason,
    )


def _birth(person: Person) -> str:
    return person.birth.text() if person.birth else ""
