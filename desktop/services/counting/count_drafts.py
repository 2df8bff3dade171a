"""What is written about a count before it is finalised: invalid ballots by reason, why it was reopened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models.counting import CountDraft, EntryDraft
from desktop.models.elections import Round
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import demand_count, next_revision
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class InvalidReason:
    """How many ballots were invalid for one reason."""

    reason: str
    count: int


def keep_invalid_reasons(workplace: Workplace, code: str, reasons: Sequence[InvalidReason]) -> None:
    """Keep the invalid ballots by reason as far as they were written; they are checked when finalised.

    Raises:
        StepRefused: the count is not agreed yet, or finalised already.
        RequestRefused: ``entry.field`` for a figure that is no whole number of ballots.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("explain", VoteState.AGREED)
        for reason in reasons:
            demand_count("invalid", reason.count)
        draft = open_draft(session, vote)
        draft.invalid_reasons = [{"reason": tidy(r.reason), "count": r.count} for r in reasons]
        session.flush()


def open_draft(session: Session, current: Round) -> CountDraft:
    """Return what is written about the revision that is being counted, to be written on."""
    draft = draft_of(session, current)
    if draft is None:
        draft = CountDraft(round=current, revision=next_revision(session, current))
        session.add(draft)
    return draft


def draft_of(session: Session, current: Round) -> CountDraft | None:
    """Return what is written about the revision that is being counted, if anything is."""
    return session.scalars(
        select(CountDraft).where(
            CountDraft.round_id == current.id, CountDraft.revision == next_revision(session, current)
        )
    ).one_or_none()


def reasons_of(draft: CountDraft | None) -> tuple[InvalidReason, ...]:
    """Return the invalid ballots by reason that were written so far."""
    return tuple(InvalidReason(r["reason"], r["count"]) for r in (draft.invalid_reasons if draft else ()))


def forget_drafts(session: Session, current: Round) -> None:
    """Delete every draft of a round: its count is made, and nobody needs them any more."""
    for kind in (EntryDraft, CountDraft):
        session.execute(delete(kind).where(kind.round_id == current.id))
