"""What a clerk sees of a result: when it came in, the days that run from there, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.elections import Round
from desktop.models.results import DecidedCount, DecidedPerson, Decision, DecisionResult, Recorded
from desktop.models.store.session import reading
from desktop.rules.statute import Statute
from desktop.rules.timeline import recognition_deadline
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import frozen_statute, state_of, vote_of
from desktop.services.elections.naming import addressed
from desktop.services.office.sides import for_elections
from desktop.services.office.signing import signature_of
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.results.decisions import decision_of
from desktop.services.results.next_vote import day_of_collecting, hand_out_follows
from desktop.services.results.reasons import suggested_reason


@dataclass(frozen=True, slots=True)
class PersonDecided:
    """Somebody elected, as papers address them: accepted, or refused for a reason."""

    name: str
    refused: str | None


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision that was recorded: what it says of each of the elected, or why it is held again.

    Attributes:
        votes: the numbers of the votes whose counts it answers.
    """

    number: str
    decided_on: date
    result: DecisionResult
    people: tuple[PersonDecided, ...]
    reason: str | None
    votes: tuple[int, ...]

    @property
    def accepted(self) -> bool:
        """Whether the elected were accepted, some of them at least, rather than the vote held again."""
        return self.result is not DecisionResult.HELD_AGAIN


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """The recognition step of an election.

    Attributes:
        elected: by the finalised count, nobody where it is to be held again.
        due_on: last day for the decision; ``due_working`` the last working day that is not after it.
        number, decided_on, reason, again_on: of the decision in preparation.
        suggested_reason: why the election is held again, from the figures.
        hand_out: the clause by which slips may be handed to the households instead; None where it says no.
        collect_on: until when slips would be collected, before somebody says otherwise: the first day that
            leaves the households the days of the notice, and a day for it.
        by_deputy: whether a deputy signs the decision for the chair.
        decisions: that were recorded, the earlier rounds' first.
    """

    code: str
    state: str
    round: int
    revision: int
    outcome: str
    elected: tuple[str, ...]
    today: date
    clause: ClauseView
    received_on: date | None
    due_on: date | None
    due_working: date | None
    number: str | None
    decided_on: date | None
    reason: str | None
    again_on: date | None
    suggested_reason: str
    hand_out: ClauseView | None
    collect_on: date
    by_deputy: bool
    decisions: tuple[DecisionMade, ...]


@for_elections
def recognition_view(workplace: Workplace, code: str) -> RecognitionView | None:
    """Return the recognition step of an election; None before its count is finalised.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        if state_of(vote) not in (
            VoteState.FINALISED,
            VoteState.RECOGNISED,
            VoteState.TO_HOLD_AGAIN,
        ):
            return None
        count = latest_count(session, vote)
        record, statute = record_of(count), frozen_statute(vote.election)
        decision = decision_of(session, count)
        received = decision.received_on if decision else None
        days = working_days(session, received or record.date)
        due = recognition_deadline(statute, received, days) if received else None
        return RecognitionView(
            code=code,
            state=vote.state,
            round=record.round,
            revision=record.revision,
            outcome=record.outcome.outcome,
            elected=record.outcome.elected,
            today=workplace.today(),
            clause=clause_view(statute.clause("recognition")),
            received_on=received,
            due_on=due.day if due else None,
            due_working=due.last_working_day if due else None,
            number=decision.number if decision else None,
            decided_on=decision.decided_on if decision else None,
            reason=decision.reason if decision else None,
            again_on=decision.again_on if decision else None,
            suggested_reason=suggested_reason(record, statute),
            hand_out=_hand_out(vote, record, statute),
            collect_on=day_of_collecting(workplace, statute),
            by_deputy=signature_of(
                own_office(session).settings, by_deputy=decision.by_deputy if decision else None
            ).by_deputy,
            decisions=_decisions(session, vote),
        )


def _hand_out(vote: Round, record: CountRecord, statute: Statute) -> ClauseView | None:
    if state_of(vote) is not VoteState.FINALISED or not hand_out_follows(statute, record.outcome):
        return None
    return clause_view(statute.clause("ballots_to_households"))


def _decisions(session: Session, vote: Round) -> tuple[DecisionMade, ...]:
    """Return the decisions that were recorded on the votes of a contest, the first recorded first."""
    made = (
        select(Decision)
        .join(DecidedCount)
        .join(Count, DecidedCount.count_id == Count.id)
        .join(Round, Count.round_id == Round.id)
        .where(Round.contest_id == vote.contest_id, Decision.result.is_not(None))
        .order_by(Decision.recorded_at, Decision.id)
    )
    return tuple(
        _made(decision, recorded)
        for decision in session.scalars(made).unique()
        if (recorded := decision.recorded()) is not None
    )


def _made(decision: Decision, recorded: Recorded) -> DecisionMade:
    return DecisionMade(
        number=recorded.number,
        decided_on=recorded.decided_on,
        result=recorded.result,
        people=tuple(_person(said) for said in decision.people),
        reason=decision.reason,
        votes=tuple(sorted(answered.count.round.number for answered in decision.counts)),
    )


def _person(said: DecidedPerson) -> PersonDecided:
    return PersonDecided(addressed(said.candidate.person, said.candidate.printed_name), said.reason)
