"""The count: what two agreeing entries decide, what has to be explained, and the finalised bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused, StorageRefused
from desktop.exchange import records
from desktop.exchange.outcome_record import typed_outcome
from desktop.models.counting import Count, Explanation, OutcomeRecord
from desktop.models.elections import Election, Round
from desktop.models.store.session import reading, writing
from desktop.rules.outcome import Outcome, sealed_document
from desktop.rules.reconciliation import needs_explanation
from desktop.rules.vote_state import VoteState
from desktop.services.counting.count_drafts import (
    InvalidReason,
    draft_of,
    forget_drafts,
    open_draft,
    reasons_of,
)
from desktop.services.counting.deciding import decided, facts_of
from desktop.services.counting.entries import entries_of, next_revision
from desktop.services.counting.explanations import explanations_of, unexplained
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.electing import electing_body
from desktop.services.elections.lookup import held_day, state_of, vote_of
from desktop.services.office.backups import BackupView, back_up_after_count
from desktop.services.office.workplace import Workplace, own_office
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Review:
    """An agreed count before it is finalised: what it would decide, and what has to be explained."""

    outcome: str
    elected: tuple[str, ...]
    problems: tuple[Problem, ...]
    unexplained: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class CountView:
    """A finalised count: its bytes' SHA-256 in hex, what it decided, and what became of the backup."""

    election: str
    round: int
    revision: int
    sha256: str
    outcome: str
    elected: tuple[str, ...]
    next: str
    backup: BackupView | StorageRefused | None = None


def review(workplace: Workplace, code: str) -> Review:
    """Decide an agreed count without finalising it, and list what still has to be explained.

    Raises:
        StepRefused: the two entries do not agree yet; no outcome is shown before that.
        FactsRefused: a figure without which nothing can be decided was left empty.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("review", VoteState.AGREED)
        outcome, problems = decided(session, vote)
        missing = unexplained(session, vote, next_revision(session, vote), problems)
        return Review(outcome.outcome, outcome.elected, problems, missing)


def explain(workplace: Workplace, code: str, problem: Problem, text: str, by: str) -> None:
    """Add a signed line that explains a problem; the minutes print it. Written again, the new line stands.

    Raises:
        StepRefused: the count is not agreed yet, or finalised already.
        RequestRefused: ``explanation.empty`` without words or a name, ``explanation.none`` for a problem that
            the figures do not have.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("explain", VoteState.AGREED)
        if not tidy(text) or not tidy(by):
            raise RequestRefused("explanation.empty", where=problem.code)
        _, problems = decided(session, vote)
        if problem not in problems or not needs_explanation(problem):
            raise RequestRefused("explanation.none", where=problem.code)
        revision = next_revision(session, vote)
        for earlier in explanations_of(session, vote, revision):
            if (earlier.code, tuple(earlier.fields)) == (problem.code, problem.fields):
                session.delete(earlier)
        explanation = Explanation(
            round=vote,
            revision=revision,
            code=problem.code,
            fields=list(problem.fields),
            text=tidy(text),
            by=tidy(by),
            made_at=workplace.clock(),
        )
        session.add(explanation)
        session.flush()
        workplace.note(session, "count.explain", explanation, *problem.fields)


def finalise(
    workplace: Workplace,
    code: str,
    *,
    invalid_reasons: Sequence[InvalidReason] = (),
    reason: str | None = None,
) -> CountView:
    """Make the bytes of an agreed count, once; they are printed from and sent as they are.

    Args:
        workplace: the open office.
        code: the election's.
        invalid_reasons: ballots by reason, whose sum is the invalid ballots; those kept where left out.
        reason: why the count was reopened, for revision 2 and later; the one kept where left out.

    Raises:
        StepRefused: the two entries do not agree.
        RequestRefused: ``count.unexplained`` naming the codes; ``count.invalid_reasons`` when the sum is
            another; ``count.reason`` for a later revision without one.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).finalise()
        outcome, problems = decided(session, vote)
        missing = unexplained(session, vote, next_revision(session, vote), problems)
        if missing:
            raise RequestRefused("count.unexplained", where=", ".join(p.code for p in missing))
        draft = draft_of(session, vote)
        reasons = invalid_reasons or reasons_of(draft)
        because = tidy(reason or (draft.reopened_because if draft else None) or "") or None
        _check_reasons(code, reasons, outcome.facts.invalid or 0)
        count = _count(workplace, session, vote, outcome, reasons, because)
        forget_drafts(session, vote)
        session.add(
            OutcomeRecord(
                count=count,
                outcome=outcome.outcome,
                elected=list(outcome.elected),
                clauses=[{"key": c.key, "article": c.article, "checked": c.checked} for c in outcome.clauses],
                final=outcome.final,
            )
        )
        vote.closed_at = count.finalised_at
        session.flush()
        workplace.note(session, "count.finalise", count, "content", "outcome")
        view = _view(vote.election, count, outcome.next)
    return replace(view, backup=back_up_after_count(workplace))


def reopen(workplace: Workplace, code: str, reason: str | None = None) -> None:
    """Reopen a finalised count: the next revision is entered from the start and needs a reason.

    Args:
        workplace: the open office.
        code: the election's.
        reason: kept until the next revision is finalised; else it is given then.

    Raises:
        StepRefused: it is not finalised, or the result is decided upon already.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).reopen()
        opinions = record_of(latest_count(session, vote)).other_opinions
        if tidy(reason or "") or opinions:
            draft = open_draft(session, vote)
            draft.reopened_because = tidy(reason or "") or None
            draft.other_opinions = opinions or None
        workplace.note(session, "count.reopen", vote, "state")


def _check_reasons(code: str, reasons: Sequence[InvalidReason], invalid: int) -> None:
    if not reasons:
        return
    whole = all(reason.count >= 0 and tidy(reason.reason) for reason in reasons)
    if not whole or sum(reason.count for reason in reasons) != invalid:
        raise RequestRefused("count.invalid_reasons", where=code)


def _count(
    workplace: Workplace,
    session: Session,
    vote: Round,
    outcome: Outcome,
    invalid_reasons: Sequence[InvalidReason],
    reason: str | None,
) -> Count:
    election, body = vote.election, electing_body(session, vote.election)
    revision = next_revision(session, vote)
    if revision > 1 and not reason:
        raise RequestRefused("count.reason", where=election.code)
    entries, draft = entries_of(session, vote, revision), draft_of(session, vote)
    before = latest_count(session, vote) if revision > 1 else None
    now = workplace.clock()
    record = records.CountRecord(
        commune=own_office(session).unit_code,
        unit=records.UnitName(code=body.code, name=body.name),
        election=election.code,
        campaign=election.campaign.code,
        date=held_day(vote),
        contest=vote.contest.kind.value,
        round=vote.number,
        revision=revision,
        replaces=before.sha256 if before else None,
        reason=reason if before else None,
        facts=facts_of(session, vote),
        outcome=typed_outcome(sealed_document(outcome)),
        stock=tuple(
            records.BoxStock(
                box=stock.box,
                printed=stock.printed,
                issued=stock.issued or 0,
                unused=stock.unused or 0,
                replaced=stock.replaced or 0,
                collected=stock.collected or 0,
            )
            for stock in stocks_of(session, vote)
        ),
        invalid_reasons=tuple(
            records.InvalidReason(reason=tidy(r.reason), count=r.count) for r in invalid_reasons
        ),
        explanations=tuple(
            records.Explanation(code=e.code, fields=tuple(e.fields), text=e.text, by=e.by)
            for e in explanations_of(session, vote, revision)
        ),
        other_opinions=(draft.other_opinions if draft else None) or UNSET,
        single_operator=len(entries) == 1,
        finalised=now,
    )
    count = Count(
        round=vote,
        revision=revision,
        finalised_at=now,
        single_operator=record.single_operator,
        reason=record.reason,
        replaced_sha256=record.replaces,
        content=records.encode(record),
    )
    session.add(count)
    session.flush()
    return count


def _view(election: Election, count: Count, following: str) -> CountView:
    record = record_of(count)
    return CountView(
        election=election.code,
        round=record.round,
        revision=record.revision,
        sha256=count.sha256,
        outcome=record.outcome.outcome,
        elected=record.outcome.elected,
        next=following,
    )
