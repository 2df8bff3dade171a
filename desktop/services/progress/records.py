"""The records of a campaign's elections, read for all of them at once: one set of queries, however many."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import Problem
from desktop.models.counting import Attendance, BallotStock, Count, Entry, Explanation, OutcomeRecord
from desktop.models.elections import Campaign, Candidacy, Candidate, Election, Round, is_on
from desktop.models.exchange import Intake, ReceiptIn, SealedPackage
from desktop.models.papers import Attachment, Paper, PaperRole
from desktop.models.results import DecidedCount, Decision
from desktop.models.rolls import Roll, RollEntry
from desktop.rules.roll import RollLine, roll_changes
from desktop.services.elections.electorate import Electorate, electorates_of


@dataclass(frozen=True, slots=True)
class CountFacts:
    """The newest finalised count of a round, without its bytes."""

    id: int
    revision: int
    finalised_at: datetime
    outcome: str


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """A sealed package of the campaign, and what its last receipt says; None while none came back."""

    sealed_at: datetime
    answer: Intake | None


@dataclass(frozen=True, slots=True)
class Records:
    """Records by the key of what they belong to: an election, a hamlet, a round or a count."""

    elections: Sequence[Election]
    electorates: dict[int, Electorate]
    present: dict[int, list[tuple[datetime, int]]]
    stocks: dict[int, list[BallotStock]]
    entries: dict[tuple[int, int], list[dict[str, Any]]]
    counts: dict[int, CountFacts]
    minutes: set[tuple[int, int | None]]
    signed: set[int]
    received: dict[int, date]
    decided_at: dict[int, datetime]
    packages: list[PackageFacts]


def records_of(session: Session, campaign: Campaign) -> Records:
    """Read what the elections of a campaign are made of."""
    of = Election.campaign_id == campaign.id
    rounds = select(Round.id).join(Election, Round.election_id == Election.id).where(of).scalar_subquery()
    counts = _counts(session, rounds)
    count_ids = [count.id for count in counts.values()]
    return Records(
        elections=_elections(session, campaign),
        electorates=electorates_of(session, campaign),
        present=_attendances(session, rounds),
        stocks=_stocks(session, rounds),
        entries=_entries(session, rounds),
        counts=counts,
        minutes={
            (round_id, revision)
            for round_id, revision in session.execute(
                select(Paper.round_id, Paper.revision).where(
                    Paper.role == PaperRole.MINUTES, Paper.round_id.in_(rounds)
                )
            )
            if round_id is not None
        },
        signed=set(session.scalars(select(Attachment.count_id).where(Attachment.count_id.in_(count_ids)))),
        received=_pairs(
            session,
            select(DecidedCount.count_id, Decision.received_on)
            .join(Decision)
            .where(DecidedCount.count_id.in_(count_ids)),
        ),
        decided_at=_pairs(
            session,
            select(DecidedCount.count_id, Decision.recorded_at)
            .join(Decision)
            .where(DecidedCount.count_id.in_(count_ids), Decision.recorded_at.is_not(None)),
        ),
        packages=_packages(session, campaign),
    )


def roll_problems(session: Session, elections: Sequence[Election]) -> dict[int, tuple[Problem, ...]]:
    """Compare the rolls of several elections with what was frozen; E501 by the election's key."""
    ids = [election.id for election in elections]
    lines: dict[int, list[RollLine]] = defaultdict(list)
    elector = func.coalesce(RollEntry.household_id, RollEntry.person_id)
    for roll_id, number, of, supplement in session.execute(
        select(RollEntry.roll_id, RollEntry.number, elector, RollEntry.supplement)
        .join(Roll, RollEntry.roll_id == Roll.id)
        .where(Roll.election_id.in_(ids))
        .order_by(RollEntry.number)
    ):
        lines[roll_id].append(RollLine(number, of, supplement))
    found = {}
    rolls = select(Roll.id, Roll.election_id, Roll.frozen_lines).where(Roll.election_id.in_(ids))
    for roll_id, election_id, frozen_lines in session.execute(rolls):
        frozen = [RollLine(number, of, 0) for number, of in json.loads(frozen_lines or b"[]")]
        found[election_id] = roll_changes(frozen, lines[roll_id])
    return found


def explained_of(session: Session, rounds: Sequence[int]) -> set[tuple[int, int, str, tuple[str, ...]]]:
    """Name what signed lines explain: round, revision, code and fields."""
    lines = select(Explanation.round_id, Explanation.revision, Explanation.code, Explanation.fields)
    return {
        (round_id, revision, code, tuple(fields))
        for round_id, revision, code, fields in session.execute(lines.where(Explanation.round_id.in_(rounds)))
    }


def _elections(session: Session, campaign: Campaign) -> Sequence[Election]:
    votes = selectinload(Election.rounds)
    progress = votes.selectinload(Round.candidacies).joinedload(Candidacy.candidate)
    found = (
        select(Election)
        .where(Election.campaign_id == campaign.id, is_on())
        .options(
            joinedload(Election.unit),
            selectinload(Election.officials),
            selectinload(Election.clusters),
            progress.joinedload(Candidate.person),
        )
        .order_by(Election.code)
    )
    return session.scalars(found).all()


def _attendances(session: Session, rounds: Any) -> dict[int, list[tuple[datetime, int]]]:
    found: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    attendances = select(Attendance.round_id, Attendance.at, Attendance.present)
    for round_id, at, present in session.execute(
        attendances.where(Attendance.round_id.in_(rounds)).order_by(Attendance.at)
    ):
        found[round_id].append((at, present))
    return found


def _stocks(session: Session, rounds: Any) -> dict[int, list[BallotStock]]:
    found: dict[int, list[BallotStock]] = defaultdict(list)
    stocks = select(BallotStock).where(BallotStock.round_id.in_(rounds)).order_by(BallotStock.id)
    for stock in session.scalars(stocks):
        found[stock.round_id].append(stock)
    return found


def _entries(session: Session, rounds: Any) -> dict[tuple[int, int], list[dict[str, Any]]]:
    found: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    entries = select(Entry.round_id, Entry.revision, Entry.typed).where(Entry.round_id.in_(rounds))
    for round_id, revision, typed in session.execute(entries.order_by(Entry.number)):
        found[round_id, revision].append(typed)
    return found


def _counts(session: Session, rounds: Any) -> dict[int, CountFacts]:
    counts = (
        select(Count.round_id, Count.id, Count.revision, Count.finalised_at, OutcomeRecord.outcome)
        .join(OutcomeRecord, OutcomeRecord.count_id == Count.id)
        .where(Count.round_id.in_(rounds))
        .order_by(Count.revision)
    )
    return {
        round_id: CountFacts(key, revision, finalised_at, outcome)
        for round_id, key, revision, finalised_at, outcome in session.execute(counts)
    }


def _packages(session: Session, campaign: Campaign) -> list[PackageFacts]:
    # The last receipt of a package stands.
    answers: dict[int, Intake] = _pairs(
        session, select(ReceiptIn.package_id, ReceiptIn.outcome).order_by(ReceiptIn.id)
    )
    packages = select(SealedPackage.id, SealedPackage.sealed_at).where(
        SealedPackage.campaign == campaign.code
    )
    return [
        PackageFacts(sealed_at, answers.get(package_id))
        for package_id, sealed_at in session.execute(packages.order_by(SealedPackage.id))
    ]


def _pairs(session: Session, query: Any) -> dict[int, Any]:
    return dict(iter(session.execute(query)))
