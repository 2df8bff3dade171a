"""What the chain of several hamlets is made of, read in a few queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.exchange.records import CountRecord
from desktop.models.chain import Chain, ChainException, ChainOverride, ChainPlanStep, HeadMember
from desktop.models.congress import Attendee, Congress
from desktop.models.counting import Count
from desktop.models.elections import Candidacy, Candidate, Contest, Election, Round, is_on
from desktop.models.papers import Attachment, Paper, PaperRole
from desktop.models.party import BranchHamlet, Member, Organisation
from desktop.models.places import Unit
from desktop.models.results import DecidedCount, Decision
from desktop.rules.vote_state import VoteState

R = TypeVar("R", ChainPlanStep, ChainOverride, ChainException, HeadMember)

COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class Counted:
    """The newest finalised count of a vote: its key and what was written, once and for ever."""

    key: int
    record: CountRecord


@dataclass(frozen=True, slots=True)
class ChainRecords:
    """Records of a chain, of hamlets by their code and of votes and counts by their key.

    Attributes:
        elections: for the head, the latest of each hamlet.
        congresses: of the hamlet's branch, the latest of the chain.
        gathered: codes of the hamlets of a branch, by the branch's key.
        counts: of votes of both kinds.
        decisions: by the count that they answer.
        signed: counts whose signed minutes are kept.
        printed: when the first real ballot of a vote was printed.
        attendees: of congresses, by their key.
        branches: of hamlets, on the day of the congress or else today.
        same: of heads of whom somebody said which member they are.
        people: by the key of a member, where heads are told by another office.
    """

    elections: Mapping[str, Election]
    congresses: Mapping[str, Congress]
    branches: Mapping[str, Organisation]
    gathered: Mapping[int, frozenset[str]]
    counts: Mapping[int, Counted]
    decisions: Mapping[int, Decision]
    signed: frozenset[int]
    printed: Mapping[int, datetime]
    attendees: Mapping[int, Sequence[Attendee]]
    plans: Mapping[str, Sequence[ChainPlanStep]]
    overrides: Mapping[str, Sequence[ChainOverride]]
    exceptions: Mapping[str, Sequence[ChainException]]
    same: Mapping[str, Sequence[HeadMember]]
    people: Mapping[int, int]


def records_of(
    session: Session, chain: Chain, units: Sequence[Unit], today: date, asked: Election | None = None
) -> ChainRecords:
    """Read what the chain of some hamlets is made of.

    Args:
        session: open on the office.
        chain: of a campaign, or of an office of the Party.
        units: the hamlets.
        today: the day.
        asked: the election of one of them that is meant, where a later one of the campaign is planned too.
    """
    codes = {unit.code for unit in units}
    elections = _elections(session, chain, codes)
    if asked is not None:
        elections[asked.unit.code] = asked
    congresses, branches, gathered = _congresses(session, chain, codes, today)
    votes = [vote for election in elections.values() for vote in election.rounds]
    votes += [vote for congress in set(congresses.values()) for vote in congress.election.rounds]
    counts = _counts(session, votes)
    keys = [each.key for each in counts.values()]
    answers = (
        select(DecidedCount)
        .where(DecidedCount.count_id.in_(keys))
        .options(joinedload(DecidedCount.decision).selectinload(Decision.people))
    )
    attendees: dict[int, list[Attendee]] = defaultdict(list)
    held = [congress.id for congress in set(congresses.values()) if congress.reported_at is not None]
    for each in session.scalars(select(Attendee).where(Attendee.congress_id.in_(held))):
        attendees[each.congress_id].append(each)
    return ChainRecords(
        elections=elections,
        congresses=congresses,
        branches=branches,
        gathered=gathered,
        counts=counts,
        decisions={each.count_id: each.decision for each in session.scalars(answers)},
        signed=frozenset(session.scalars(select(Attachment.count_id).where(Attachment.count_id.in_(keys)))),
        printed=_printed(session, votes),
        attendees=attendees,
        plans=_by_hamlet(session, ChainPlanStep, chain),
        overrides=_by_hamlet(session, ChainOverride, chain),
        exceptions=_by_hamlet(session, ChainException, chain),
        same=_by_hamlet(session, HeadMember, chain),
        people={} if chain.campaign_id is not None else _people(session),
    )


def _people(session: Session) -> dict[int, int]:
    rows: Any = session.execute(select(Member.id, Member.person_id))
    return dict(iter(rows))


def _elections(session: Session, chain: Chain, codes: set[str]) -> dict[str, Election]:
    if chain.campaign_id is None:
        return {}
    found = (
        select(Election)
        .join(Unit, Election.unit_id == Unit.id)
        .where(Election.campaign_id == chain.campaign_id, Unit.code.in_(codes), is_on())
        .options(
            joinedload(Election.unit),
            selectinload(Election.officials),
            selectinload(Election.rounds)
            .selectinload(Round.candidacies)
            .joinedload(Candidacy.candidate)
            .joinedload(Candidate.person),
        )
        .order_by(Election.held_on)
    )
    return {election.unit.code: election for election in session.scalars(found)}


def _congresses(
    session: Session, chain: Chain, codes: set[str], today: date
) -> tuple[dict[str, Congress], dict[str, Organisation], dict[int, frozenset[str]]]:
    gathered: dict[int, set[str]] = defaultdict(set)
    of_hamlets = (
        select(Unit.code, BranchHamlet)
        .join(Unit, BranchHamlet.hamlet_id == Unit.id)
        .where(Unit.code.in_(codes))
        .options(joinedload(BranchHamlet.branch))
    )
    rows = session.execute(of_hamlets).all()
    keys = {held.branch_id for _, held in rows}
    planned = (
        select(Congress)
        .join(Election, Congress.election_id == Election.id)
        .where(Congress.branch_id.in_(keys), Election.held_on >= chain.congress_from, is_on())
        .options(
            joinedload(Congress.branch),
            joinedload(Congress.election).selectinload(Election.contests).selectinload(Contest.rounds),
            joinedload(Congress.election)
            .selectinload(Election.rounds)
            .selectinload(Round.candidacies)
            .joinedload(Candidacy.candidate)
            .joinedload(Candidate.person),
        )
        .order_by(Election.held_on)
    )
    latest = {congress.branch_id: congress for congress in session.scalars(planned)}
    found: dict[str, Congress] = {}
    branches: dict[str, Organisation] = {}
    for code, held in rows:
        congress = latest.get(held.branch_id)
        day = congress.election.held_on if congress is not None else today
        begun = held.starts_on is None or held.starts_on <= day
        if begun and (held.ends_on is None or held.ends_on >= day):
            gathered[held.branch_id].add(code)
            branches[code] = held.branch
            if congress is not None:
                found[code] = congress
    return found, branches, {branch: frozenset(names) for branch, names in gathered.items()}


def _counts(session: Session, votes: Sequence[Round]) -> dict[int, Counted]:
    counted = [vote.id for vote in votes if VoteState(vote.state) in COUNTED]
    newest: dict[int, Count] = {}
    for count in session.scalars(select(Count).where(Count.round_id.in_(counted)).order_by(Count.revision)):
        newest[count.round_id] = count
    return {
        vote: Counted(count.id, msgspec.json.decode(count.content, type=CountRecord))
        for vote, count in newest.items()
    }


def _printed(session: Session, votes: Sequence[Round]) -> dict[int, datetime]:
    first = (
        select(Paper.round_id, func.min(Paper.id))
        .where(Paper.role == PaperRole.BALLOT, Paper.round_id.in_([vote.id for vote in votes]))
        .group_by(Paper.round_id)
        .subquery()
    )
    rows = session.execute(select(Paper.round_id, Paper.printed_at).join(first, Paper.id == first.c[1]))
    return {vote: printed_at for vote, printed_at in rows if vote is not None}


def _by_hamlet(session: Session, kind: type[R], chain: Chain) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    rows = select(kind).where(kind.chain_id == chain.id).options(joinedload(kind.unit)).order_by(kind.id)
    for row in session.scalars(rows):
        found[row.unit.code].append(row)
    return found
