"""A result as the commune received it, the days that run from there, and the decision in preparation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.facts_record import counted
from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.elections import Round
from desktop.models.recognitions import Recognition
from desktop.models.store.session import reading, writing
from desktop.models.submissions import Submission
from desktop.rules.shares import percent_text
from desktop.rules.statute import Statute
from desktop.rules.timeline import recognition_deadline
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.thresholds import base_noun, deciding_threshold
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import frozen_statute, state_of, vote_of
from desktop.services.elections.naming import addressed
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.numerals import level
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision that was recorded: who is recognised, or why the election is held again."""

    number: str
    decided_on: date
    recognised: bool
    person: str | None
    reason: str | None
    round: int


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """The recognition step of an election.

    Attributes:
        elected: by the finalised count, nobody where it is to be held again.
        due_on: last day for the decision; ``due_working`` the last working day that is not after it.
        number, decided_on, reason, again_on: of the decision in preparation.
        suggested_reason: why the election is held again, from the figures.
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
    decisions: tuple[DecisionMade, ...]


class Prepared(TypedDict, total=False):
    """What is written of a decision before it is recorded."""

    number: str | None
    decided_on: date | None
    reason: str | None
    again_on: date | None


def receive_result(workplace: Workplace, code: str, received_on: date) -> None:
    """Record the day on which the commune received the result of the newest finalised count.

    Raises:
        StepRefused: the count is not finalised, or the result is decided upon already.
        RequestRefused: ``submission.day`` for a day before the election or after today.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("receive_result", VoteState.FINALISED)
        count = latest_count(session, vote)
        if not record_of(count).date <= received_on <= workplace.today():
            raise RequestRefused("submission.day", where=f"{received_on:%d/%m/%Y}")
        submission = _opened(workplace, session, count)
        submission.received_on, submission.recorded_at = received_on, workplace.clock()
        session.flush()
        workplace.note(session, "result.receive", submission, "received_on")


def prepare_decision(workplace: Workplace, code: str, **written: Unpack[Prepared]) -> None:
    """Keep what is written of the decision so far; what is not named stays.

    Raises:
        StepRefused: the count is not finalised, or the result is decided upon already; the day on which the
            election is held again may still be written then.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        allowed = [VoteState.FINALISED]
        if set(written) == {"again_on"}:
            allowed.append(VoteState.TO_HOLD_AGAIN)
        state_of(vote).demand("prepare_decision", *allowed)
        submission = _opened(workplace, session, latest_count(session, vote))
        for field, value in written.items():
            setattr(submission, field, (tidy(value) or None) if isinstance(value, str) else value)
        session.flush()


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
        submission = submission_of(session, count)
        received = submission.received_on if submission else None
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
            number=submission.number if submission else None,
            decided_on=submission.decided_on if submission else None,
            reason=submission.reason if submission else None,
            again_on=submission.again_on if submission else None,
            suggested_reason=suggested_reason(record, statute),
            decisions=_decisions(session, vote),
        )


def submission_of(session: Session, count: Count) -> Submission | None:
    """Return how the result of a count came in, if it did."""
    return session.scalars(select(Submission).where(Submission.count_id == count.id)).one_or_none()


def suggested_reason(record: CountRecord, statute: Statute) -> str:
    """Say from the figures why nobody is elected, every share with its base; empty where somebody is.

    Args:
        record: the finalised count.
        statute: that was frozen into its election.
    """
    outcome = record.outcome
    if outcome.outcome == "no_quorum":
        whole = deciding_threshold(statute, record.facts, outcome).base
        present = counted(record.facts.present) or 0
        share = percent_text(present, whole.value)
        return f"chỉ có {present} trên {whole.value} {base_noun(whole.name)} dự họp, bằng {share}%"
    if outcome.elected:
        return ""
    noun, base = base_noun(outcome.base.name), outcome.base.value
    unit = "người tán thành" if record.facts.ballot == "hands" else "phiếu"
    if outcome.tied:
        level_at = outcome.share_of(outcome.tied[0])
        votes, percent = (level_at.numerator, level_at.percent) if level_at else (0, None)
        return (
            f"{' và '.join(outcome.tied)} được số {unit} bằng nhau (mỗi người được {votes} {unit}, "
            f"bằng {percent}% của {base} {noun})"
        )
    elected = statute.clause("elected")
    passing = level(elected.fraction(), at_least=elected.comparison == "at_least")
    best = max(outcome.shares, key=lambda share: share.numerator or 0, default=None)
    most, percent = (best.numerator or 0, best.percent) if best else (0, None)
    return (
        f"không có người nào được {passing} tổng số {noun} của thôn bầu (người cao nhất được "
        f"{most} {unit}, bằng {percent or '0,00'}% của {base} {noun})"
    )


def _opened(workplace: Workplace, session: Session, count: Count) -> Submission:
    found = submission_of(session, count)
    if found is None:
        found = Submission(count=count, recorded_at=workplace.clock())
        session.add(found)
    return found


def _decisions(session: Session, vote: Round) -> tuple[DecisionMade, ...]:
    made = select(Recognition).where(Recognition.contest_id == vote.contest.id).order_by(Recognition.id)
    return tuple(
        DecisionMade(
            number=decision.number,
            decided_on=decision.decided_on,
            recognised=decision.recognised,
            person=addressed(decision.candidate.person, decision.candidate.printed_name)
            if decision.candidate
            else None,
            reason=decision.reason,
            round=decision.count.round.number,
        )
        for decision in session.scalars(made)
    )
