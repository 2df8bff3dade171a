"""A result as the authority received it, and what is written of the decision before it is recorded."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from desktop.errors import RequestRefused
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace
from desktop.services.results.decisions import began
from desktop.vietnamese.text import tidy


class Prepared(TypedDict, total=False):
    """What is written of a decision before it is recorded."""

    number: str | None
    decided_on: date | None
    reason: str | None
    again_on: date | None
    by_deputy: bool | None


def receive_result(workplace: Workplace, code: str, received_on: date | None) -> None:
    """Record the day on which the commune received the result of the newest finalised count.

    Until a decision is recorded the day can be changed, and taken back with None.

    Raises:
        StepRefused: the count is not finalised, or the result is decided upon already.
        RequestRefused: ``submission.day`` for a day before the election or after today.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("receive_result", VoteState.FINALISED)
        held_on = record_of(latest_count(session, vote)).date
        if received_on is not None and not held_on <= received_on <= workplace.today():
            raise RequestRefused("submission.day", where=f"{received_on:%d/%m/%Y}")
        decision = began(session, vote)
        decision.received_on = received_on
        session.flush()
        workplace.note(session, "result.receive", decision, "received_on")


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
        decision = began(session, vote)
        for field, value in written.items():
            setattr(decision, field, (tidy(value) or None) if isinstance(value, str) else value)
        session.flush()
