"""How far the congresses of campaigns are, read for all of them at once: one set of queries, however many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.exchange.records import CountRecord
from desktop.models.congress import Congress
from desktop.models.counting import Count
from desktop.models.elections import Candidacy, Contest, ContestCode, Election, Official, Round, is_on
from desktop.models.party import BranchHamlet, Organisation
from desktop.models.places import Unit
from desktop.models.results import DecidedCount, Decision
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.congress.lookup import contests_of, latest_vote
from desktop.services.congress.votes import SETTLED, standing_of
from desktop.services.counting.finalised import names_as_counted, record_of
from desktop.services.elections.lookup import state_of, statute_for
from desktop.services.office.workplace import Workplace, local
from desktop.services.places.heads import heads_of

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)
_CANDIDACIES = selectinload(Round.candidacies).joinedload(Candidacy.candidate)


@dataclass(frozen=True, slots=True)
class CongressProgress:
    """One congress as its records say it stands.

    Attributes:
        election: key of the election; ``code`` its code.
        branch: name of the branch; ``hamlets`` the keys of those that it gathers.
        begun: whether the report on who attends was read.
        post: the word of the first post that isn't settled; empty once all are.
        elected_at: when the last count that settled all posts was finalised, or the congress was closed;
            None before both.
        closed_on: its day of closing; before that the planned day.
        secretary: whether it elected one; ``secretary_is_head`` whether that one heads a hamlet of it.
        sent_on, received_on, approved_on: of the report and the answer to it.
        phone: number of whoever runs it; None where none is known.
    """

    election: int
    code: str
    branch: str
    hamlets: tuple[int, ...]
    held_on: date
    opening: time | None
    statute: Statute
    announced_on: date | None
    begun: bool
    post: str
    elected_at: datetime | None
    closed_on: date
    closed: bool
    secretary: bool
    secretary_is_head: bool
    sent_on: date | None
    received_on: date | None
    approved_on: date | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read once: counts by their vote, answers by their election, heads by their congress."""

    counts: Mapping[int, tuple[Count, CountRecord]]
    answers: Mapping[int, Decision]
    heads: Mapping[int, frozenset[int]]


def congresses_progress(
    workplace: Workplace, session: Session, campaigns: Sequence[int]
) -> tuple[CongressProgress, ...]:
    """Return how far the congresses of campaigns are, by their codes.

    Args:
        workplace: the open office.
        session: the caller's.
        campaigns: their keys.
    """
    of_it = (
        select(Congress)
        .join(Election, Congress.election_id == Election.id)
        .where(is_on(), Election.campaign_id.in_(campaigns))
        .options(
            joinedload(Congress.branch).selectinload(Organisation.hamlets).joinedload(BranchHamlet.hamlet),
            joinedload(Congress.election).selectinload(Election.contests).selectinload(Contest.rounds),
            joinedload(Congress.election).selectinload(Election.rounds).options(_CANDIDACIES),
            joinedload(Congress.election).selectinload(Election.officials),
        )
        .order_by(Election.code)
    )
    found = session.scalars(of_it).all()
    read = _read(session, found)
    return tuple(_progress(workplace, session, congress, read) for congress in found)


def _read(session: Session, congresses: Sequence[Congress]) -> _Read:
    counted = {
        vote.id: congress.election_id
        for congress in congresses
        for vote in congress.election.rounds
        if state_of(vote) in _COUNTED
    }
    newest: dict[int, tuple[Count, CountRecord]] = {}
    for count in session.scalars(select(Count).where(Count.round_id.in_(counted)).order_by(Count.revision)):
        newest[count.round_id] = (count, record_of(count))
    elections = {count.id: counted[vote] for vote, (count, _) in newest.items()}
    answers = (
        select(DecidedCount)
        .where(DecidedCount.count_id.in_(elections))
        .options(joinedload(DecidedCount.decision))
    )
    return _Read(
        counts=newest,
        answers={elections[each.count_id]: each.decision for each in session.scalars(answers)},
        heads=_heads(session, congresses),
    )


def _heads(session: Session, congresses: Sequence[Congress]) -> dict[int, frozenset[int]]:
    """Return the keys of the people who head hamlets of each branch on the day of its congress."""
    by_day: dict[date, list[Congress]] = {}
    for congress in congresses:
        by_day.setdefault(congress.election.held_on, []).append(congress)
    found: dict[int, frozenset[int]] = {}
    for day, held in by_day.items():
        units = {unit.id: unit for congress in held for unit in _hamlets(congress, day)}
        people = {unit: post.person_id for unit, post in heads_of(session, list(units.values()), day).items()}
        for congress in held:
            heads = {people.get(unit.id) for unit in _hamlets(congress, day)}
            found[congress.id] = frozenset(person for person in heads if person is not None)
    return found


def _hamlets(congress: Congress, day: date) -> list[Unit]:
    return [
        each.hamlet
        for each in congress.branch.hamlets
        if (each.starts_on is None or each.starts_on <= day) and (each.ends_on is None or each.ends_on >= day)
    ]


def _progress(workplace: Workplace, session: Session, congress: Congress, read: _Read) -> CongressProgress:
    election = congress.election
    contests = contests_of(election)
    open_ones = [each for each in contests if not _settled(session, each, read)]
    secretary = _elected_secretary(contests, read)
    answer = read.answers.get(election.id)
    closed_at = local(congress.closed_at) if congress.closed_at else None
    return CongressProgress(
        election=election.id,
        code=election.code,
        branch=congress.branch.name,
        hamlets=tuple(unit.id for unit in _hamlets(congress, election.held_on)),
        held_on=election.held_on,
        opening=election.rounds[0].opening if election.rounds else None,
        statute=statute_for(workplace, election),
        announced_on=congress.announced_on,
        begun=congress.reported_at is not None,
        post=open_ones[0].post if open_ones and congress.closed_at is None else "",
        elected_at=_elected_at(congress, contests, read, settled=not open_ones),
        closed_on=closed_at.date() if closed_at else election.held_on,
        closed=closed_at is not None,
        secretary=secretary is not None,
        secretary_is_head=secretary in read.heads.get(congress.id, frozenset()),
        sent_on=congress.report_sent_on,
        received_on=answer.received_on if answer else None,
        approved_on=answer.decided_on if answer and answer.result is not None else None,
        phone=_phone(election.officials),
    )


def _settled(session: Session, contest: Contest, read: _Read) -> bool:
    counted = read.counts.get(latest_vote(contest).id)
    if counted is None:
        return False
    if counted[1].outcome.outcome == "elected":
        return True
    # The few that elected nobody follow from what the congress decided by hands.
    return standing_of(session, contest) in SETTLED


def _elected_at(
    congress: Congress, contests: Sequence[Contest], read: _Read, *, settled: bool
) -> datetime | None:
    closed = congress.closed_at
    if not settled:
        return closed
    moments = [read.counts[latest_vote(each).id][0].finalised_at for each in contests]
    last = max(moments, default=None)
    return min((moment for moment in (last, closed) if moment is not None), default=None)


def _elected_secretary(contests: Sequence[Contest], read: _Read) -> int | None:
    """Return the key of the person whom the congress elected secretary."""
    for contest in contests:
        if contest.code is not ContestCode.SECRETARY:
            continue
        for vote in contest.rounds:
            counted = read.counts.get(vote.id)
            if counted is None or not counted[1].outcome.elected:
                continue
            named = dict(zip(names_as_counted(counted[1]), vote.candidacies, strict=True))
            return named[counted[1].outcome.elected[0]].candidate.person_id
    return None


def _phone(officials: Sequence[Official]) -> str | None:
    return next((each.phone for each in officials if each.phone), None)
