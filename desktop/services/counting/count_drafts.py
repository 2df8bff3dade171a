"""What is written about a count before it is finalised: reasons, other opinions, why it was reopened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, Unpack

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import CountDraft, EntryDraft
from desktop.models.elections import Round, Vote
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


class ReasonWritten(TypedDict, total=False):
    """What is changed of a line of invalid ballots; what is not named stays."""

    reason: str
    count: int


def keep_invalid_reason(workplace: Workplace, code: str, line: int, **changed: Unpack[ReasonWritten]) -> None:
    """Keep what was written in one line of the invalid ballots by reason; checked when finalised.

    Args:
        workplace: the open office.
        code: the election's.
        line: which, from 0; lines before it may be empty.
        changed: the fields of ``ReasonWritten`` that are written.

    Raises:
        StepRefused: the count is not agreed yet, or finalised already.
        RequestRefused: ``entry.field`` for a figure that is no whole number of ballots.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("explain", VoteState.AGREED)
        demand_count("invalid", changed.get("count"))
        draft = open_draft(session, vote)
        empty = [{"reason": "", "count": 0} for _ in range(line + 1 - len(draft.invalid_reasons))]
        lines = [*draft.invalid_reasons, *empty]
        lines[line] = lines[line] | changed | {"reason": tidy(changed.get("reason", lines[line]["reason"]))}
        draft.invalid_reasons = lines
        session.flush()


def keep_other_opinions(workplace: Workplace, code: str, opinions: str) -> None:
    """Keep what households wrote on their slips besides, for the minutes; empty words take it back.

    Raises:
        StepRefused: the count is not agreed yet, or finalised already.
        RequestRefused: ``hand_out.opinions`` where no slips were handed out.

    Source: Decree 59/2023/NĐ-CP art. 4.5 (a slip has room for another opinion), form 04.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("explain", VoteState.AGREED)
        if vote.vote is not Vote.HAND_OUT:
            raise RequestRefused("hand_out.opinions", where=code)
        draft = open_draft(session, vote)
        draft.other_opinions = tidy(opinions).rstrip(".") or None
        session.flush()
        workplace.note(session, "count.opinions", draft, "other_opinions")


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
    """Return the invalid ballots by reason that were written so far; a line without a reason is none yet."""
    return tuple(line for line in reason_lines_of(draft) if line.reason)


def reason_lines_of(draft: CountDraft | None) -> tuple[InvalidReason, ...]:
    """Return every line of the invalid ballots by reason as it stands, empty ones among them."""
    return tuple(InvalidReason(r["reason"], r["count"]) for r in (draft.invalid_reasons if draft else ()))


def forget_drafts(session: Session, current: Round) -> None:
    """Delete every draft of a round: its count is made, and nobody needs them any more."""
    for kind in (EntryDraft, CountDraft):
        session.execute(delete(kind).where(kind.round_id == current.id))
