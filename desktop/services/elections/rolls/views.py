"""The roll of an election page by page: as it would be frozen today, or as it was frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import Problem
from desktop.models.elections import Round
from desktop.models.people import Authority, Person
from desktop.models.store.session import reading
from desktop.rules.vote_state import VoteState
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.drawn_up import drawn_up, unlisted
from desktop.services.elections.electorate import Elector, electorate_of, electors_of, frozen_roll
from desktop.services.elections.lookup import day_of, election_of, state_of, statute_for, vote_of
from desktop.services.elections.rolls.check import RollCheck, checked
from desktop.services.elections.rolls.freezing import changes_since_frozen, may_be_voters
from desktop.services.elections.rolls.objections import ObjectionView, objections_of
from desktop.services.elections.rolls.posting import Posting, changes_since_posted, posting_of
from desktop.services.elections.rolls.supplements import may_take_back
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class RollRow:
    """A line of the roll: number, who votes, birth as people write it; 0 or the supplement's number.

    ``authority`` is by what somebody else than its head represents the household of ``head``: ``member`` or
    ``authorised``; else empty.
    """

    number: int
    name: str
    birth: str
    sex: str
    supplement: int
    reason: str
    authority: str = ""
    head: str = ""


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
        voters: whether all voters elect, and not one representative of each household.
        may_choose: whether the commune may still choose between the two.
        posting: how it hangs.
        offered: the same; before it is recorded from today until the meeting, where that is held.
        check: the register against it.
        objections: to it.
        added, removed: how many lines came to it and went from it after it was posted.
        frozen_at: in Viet Nam's time, None while households may still come and go.
        total: lines of the whole roll; supplements are among them.
        found: how many of them match the search; ``rows`` are the page of these.
        may_supplement: whether households may still be added, each with a reason.
        may_take_back: the number of the supplement that may be taken back; 0 where none may.
        electorate: the clause that says who votes.
        problems: E501, the roll changed after it was frozen.
    """

    hamlet_code: str
    voters: bool
    may_choose: bool
    posting: Posting
    offered: Posting
    check: RollCheck
    objections: tuple[ObjectionView, ...]
    added: int
    removed: int
    frozen_at: datetime | None
    total: int
    supplements: int
    found: int
    rows: tuple[RollRow, ...]
    may_supplement: bool
    may_take_back: int
    electorate: ClauseView
    problems: tuple[Problem, ...]


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
        electors = electors_of(session, election)
        rows = [_row(elector) for elector in electors]
        words = fold(search).split()
        matching = [row for row in rows if all(word in fold(row.name) for word in words)] if words else rows
        changed = changes_since_posted(session, election)
        clause = statute_for(workplace, election).clause("electorate")
        return RollPage(
            hamlet_code=election.unit.code,
            voters=electorate_of(session, election).of_voters,
            may_choose=roll is None and may_be_voters(clause),
            posting=posting_of(election),
            offered=_offered(workplace, vote),
            check=checked(workplace, session, election, electors),
            objections=objections_of(session, election),
            added=len(changed.added),
            removed=len(changed.removed),
            frozen_at=local(roll.frozen_at) if roll and roll.frozen_at else None,
            total=len(rows),
            supplements=sum(row.supplement > 0 for row in rows),
            found=len(matching),
            rows=tuple(matching[offset : offset + limit]),
            may_supplement=state_of(vote) is VoteState.PRINTED and vote.number == 1,
            may_take_back=may_take_back(session, vote),
            electorate=clause_view(clause),
            problems=changes_since_frozen(session, election) if roll else (),
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


def _offered(workplace: Workplace, vote: Round) -> Posting:
    known = posting_of(vote.election)
    if known.posted_on is not None:
        return known
    meeting = day_of(vote)
    return Posting(min(workplace.today(), meeting), meeting, known.places or vote.election.venue or "")


def _row(elector: Elector) -> RollRow:
    person = elector.person
    return RollRow(
        elector.number,
        elector.name,
        _birth(person) if person else "",
        sex_word(person.sex) if person and person.sex else "",
        elector.supplement,
        elector.reason,
        elector.authority.value if elector.authority not in (None, Authority.HEAD) else "",
        elector.household.head.name if elector.household else "",
    )


def _birth(person: Person) -> str:
    return person.birth.text() if person.birth else ""
