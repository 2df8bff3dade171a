"""What a count would decide by the statute frozen into its election, and what does not fit in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import Problem
from desktop.exchange import facts_record
from desktop.exchange.facts_record import VoteFacts
from desktop.models.counting import BallotStock
from desktop.models.elections import Ballot, ContestKind, Round
from desktop.rules.attendance import Attendance
from desktop.rules.eligibility import officials_who_stand
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import Outcome, decide
from desktop.rules.reconciliation import BoxStock, reconcile_boxes
from desktop.rules.statute import Statute
from desktop.services.counting.cluster_figures import cluster_documents, with_sums
from desktop.services.counting.entries import entries_of, next_revision
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.electorate import Electorate, frozen_electorate
from desktop.services.elections.lookup import frozen_statute
from desktop.services.elections.naming import candidate_names
from desktop.services.elections.officials import team_names
from desktop.services.elections.rolls.freezing import changes_since_frozen


@dataclass(frozen=True, slots=True)
class Figures:
    """What is read of a round before anything is decided.

    Attributes:
        typed: the first entry, by field.
        stocks: the ballots, box by box.
        changed: what happened to the roll since it was frozen.
        members: the attendance at this vote, where it is one of a congress.
    """

    vote: Round
    statute: Statute
    electorate: Electorate
    typed: Mapping[str, Any]
    stocks: Sequence[BallotStock]
    changed: tuple[Problem, ...]
    members: Attendance | None = None


def decided(
    session: Session, vote: Round, typed: Mapping[str, Any] | None = None
) -> tuple[Outcome, tuple[Problem, ...]]:
    """Decide the figures that were typed, and list every problem in and around them.

    Args:
        session: open.
        vote: whose figures they are.
        typed: figures that are not entered yet; the first entry's where left out.

    Raises:
        FactsRefused: a figure without which nothing can be decided was left empty.
        RequestRefused: ``not_frozen``.
    """
    return judged(_figures(session, vote, typed))


def judged(figures: Figures) -> tuple[Outcome, tuple[Problem, ...]]:
    """Decide figures that were read already, and list every problem in and around them.

    Raises:
        FactsRefused: a figure without which nothing can be decided was left empty.
    """
    facts = read_facts(_document(figures), Library([figures.statute]))
    outcome = decide(facts)
    vote = figures.vote
    boxes = [BoxStock(s.box, s.printed, s.issued, s.unused, s.replaced, s.collected) for s in figures.stocks]
    listed = [candidacy.candidate.printed_name for candidacy in vote.candidacies]
    return outcome, (
        *outcome.problems,
        *reconcile_boxes(facts, boxes),
        *figures.changed,
        *_unlike_the_roll(figures),
        *officials_who_stand(team_names(vote.election), listed),
    )


def _unlike_the_roll(figures: Figures) -> tuple[Problem, ...]:
    """W209: as many members present were typed as the roll of the congress doesn't show at this vote."""
    present, members = figures.typed.get("present"), figures.members
    if members is None or present is None or present == members.voting:
        return ()
    return (Problem("W209", ("present",)),)


def facts_of(session: Session, vote: Round) -> VoteFacts:
    """Return the facts of the round, which :func:`decided` reads. Source: commands.md."""
    return facts_record.typed_facts(_document(_figures(session, vote)))


def _figures(session: Session, vote: Round, typed: Mapping[str, Any] | None = None) -> Figures:
    election = vote.election
    if typed is None:
        typed = entries_of(session, vote, next_revision(session, vote))[0].typed
    return Figures(
        vote=vote,
        statute=frozen_statute(vote.election),
        electorate=frozen_electorate(session, election),
        typed=typed,
        stocks=stocks_of(session, vote),
        changed=changes_since_frozen(session, election),
        members=members_at(session, vote),
    )


def members_at(session: Session, vote: Round) -> Attendance | None:
    """Return the attendance at a vote of a congress; None where a hamlet votes."""
    if vote.election.contest_kind is ContestKind.HAMLET_HEAD:
        return None
    from desktop.services.elections import congress_roll  # noqa: PLC0415 - an office without one loads none

    lines = congress_roll.roll_at(session, vote).lines
    return congress_roll.counted_roll(frozen_statute(vote.election), lines)


def _document(figures: Figures) -> dict[str, Any]:
    vote, typed = figures.vote, with_sums(figures.vote, figures.typed)
    document: dict[str, Any] = {
        "statute": vote.election.statute,
        "contest": vote.election.contest_kind.value,
        "seats": vote.seats,
        "vote": vote.vote.value,
        "attempt": vote.attempt,
        "ballot": vote.ballot.value,
        **_entitled(figures),
    }
    printed = [stock.printed for stock in figures.stocks if stock.printed is not None]
    if printed and vote.ballot is not Ballot.HANDS:
        document["printed"] = sum(printed)
    document |= {field: value for field, value in typed.items() if "[" not in field and value is not None}
    document["candidates"] = [
        {"name": name}
        | {
            field.partition("].")[2]: value
            for field, value in typed.items()
            if field.startswith(f"candidates[{index}].") and value is not None
        }
        for index, name in enumerate(candidate_names(vote))
    ]
    clusters = cluster_documents(vote, figures.typed, len(vote.candidacies))
    return document | ({"clusters": clusters} if clusters else {})


def _entitled(figures: Figures) -> dict[str, Any]:
    """Return the whole of those entitled; of a congress with what it votes on and the members taken off."""
    members = figures.members
    if members is None:
        return {"electorate": figures.electorate.size}
    deducted = {each.reason: len(each.members) for each in members.deductions if each.members}
    return {"convened": members.convened, "post": figures.vote.contest.code.value, **deducted}
