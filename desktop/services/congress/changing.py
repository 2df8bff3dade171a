"""What is decided about a congress as a whole: its day is moved, it is cancelled, taken up, or forgotten."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import (
    Attendee,
    Complaint,
    Congress,
    CongressText,
    HandVote,
    PaperNumber,
    PlanStep,
    Proposal,
)
from desktop.models.store.session import reading, writing
from desktop.services.congress.lookup import found_congress
from desktop.services.elections.changes import Because, cancel_election, move_election, take_up
from desktop.services.elections.unplanning import forget_plans, is_begun
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace

__all__ = ["Because", "cancel_congress", "move_congress", "take_back_congress", "take_up_congress"]


@for_party
def move_congress(workplace: Workplace, code: str, day: date | None, why: Because | None = None) -> None:
    """Move a congress to another day, as a hamlet's election is moved.

    Until the first ballot of any of its votes is printed its day may simply be changed, afterwards by a
    decision; once the report on who attends was read it stays.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.begun`` once the report was read; as
            ``move_election``.
        StepRefused, StatuteRefused: as ``move_election``.
    """
    _demand_before(workplace, code)
    past = day is not None and day < workplace.today()
    move_election(workplace, code, day, why, past=past)


@for_party
def cancel_congress(workplace: Workplace, code: str, why: Because) -> None:
    """Cancel a congress; it can still be found, and taken up again.

    Raises:
        RequestRefused: ``unknown.congress``; as ``cancel_election``.
        StepRefused: a count is finalised.
    """
    with reading(workplace.database) as session:
        found_congress(session, code)
    cancel_election(workplace, code, why)


@for_party
def take_up_congress(workplace: Workplace, code: str) -> None:
    """Take up a congress again that was cancelled; it stands where it stood.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        found_congress(session, code)
    take_up(workplace, code)


@for_party
def take_back_congress(workplace: Workplace, code: str) -> None:
    """Take back a congress that was just planned, and of which nothing else is written.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.written`` where something is written of it already:
            it can be cancelled.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if _is_written(session, congress) or is_begun(session, congress.election):
            raise RequestRefused("congress.written", where=congress.branch.name)
        election = congress.election
        session.execute(delete(Attendee).where(Attendee.congress_id == congress.id))
        session.delete(congress)
        session.flush()
        forget_plans(workplace, session, [election])


def _demand_before(workplace: Workplace, code: str) -> None:
    with reading(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.reported_at is not None:
            raise RequestRefused("congress.begun", where=congress.branch.name)


def _is_written(session: Session, congress: Congress) -> bool:
    kinds = (HandVote, PlanStep, CongressText, PaperNumber, Complaint, Proposal)
    called = select(Attendee.id).where(
        Attendee.congress_id == congress.id,
        Attendee.presence.is_not(None) | Attendee.told_on.is_not(None),
    )
    of_it = (select(kind.id).where(kind.congress_id == congress.id) for kind in kinds)
    return congress.opened_at is not None or any(
        session.scalar(query.limit(1)) is not None for query in (called, *of_it)
    )
