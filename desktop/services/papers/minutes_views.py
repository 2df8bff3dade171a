"""The minutes step of an election: what is printed, what is signed, and the minutes in three fillings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace
from desktop.services.papers.kept import PaperView, Printout, keep
from desktop.services.papers.lines import Filling
from desktop.services.papers.minutes import can_be_full, draw_blank, draw_counted, minutes_form


@dataclass(frozen=True, slots=True)
class MinutesView:
    """How far the minutes of an election are.

    Attributes:
        revision: of the finalised count, None before it is finalised.
        reason: why it replaces the one before.
        sha256: of the count's bytes, as it stands at the foot of every page.
        printed_at: when these minutes were printed last; ``pages`` of them.
        by_hands: raised hands are counted into the minutes of the meeting, and there are no others.
        lacking: of the meeting's minutes what it did isn't written down yet.
    """

    code: str
    state: str
    revision: int | None
    reason: str | None
    sha256: str | None
    printed_at: datetime | None
    pages: int | None
    by_hands: bool = False
    lacking: bool = False


def minutes_view(workplace: Workplace, code: str) -> MinutesView:
    """Return how far the minutes of the round that is being held are.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        state, by_hands = state_of(vote), minutes_form(workplace, vote) == "meeting-minutes"
        if state not in (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN):
            return MinutesView(code, state, None, None, None, None, None, by_hands=by_hands)
        count = latest_count(session, vote)
        printed = session.execute(
            select(Paper.printed_at, Paper.pages)
            .where(
                Paper.round_id == vote.id,
                Paper.role == PaperRole.MINUTES,
                Paper.revision == count.revision,
            )
            .order_by(Paper.id.desc())
        ).first()
        return MinutesView(
            code=code,
            state=state,
            revision=count.revision,
            reason=count.reason,
            sha256=count.sha256,
            printed_at=printed[0] if printed else None,
            pages=printed[1] if printed else None,
            by_hands=by_hands,
            lacking=by_hands and not can_be_full(workplace, session, vote),
        )


def draw_minutes(workplace: Workplace, code: str, filling: Filling) -> bytes:
    """Draw the minutes to be looked at: from the finalised count, half filled before it, or blank.

    Raises:
        RequestRefused, PaperRefused: as :func:`~desktop.services.papers.minutes.draw_counted`.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        if filling == "full":
            return draw_counted(workplace, session, vote)
        return draw_blank(workplace, session, vote, known=filling == "half")


def print_minutes(workplace: Workplace, code: str) -> PaperView:
    """Print the minutes of the newest finalised count, from its bytes.

    Raises:
        RequestRefused, PaperRefused: as :func:`~desktop.services.papers.minutes.draw_counted`.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        content, revision = draw_counted(workplace, session, vote), latest_count(session, vote).revision
        printout = Printout(minutes_form(workplace, vote), PaperRole.MINUTES, revision=revision)
        return keep(workplace, session, vote, content, printout)


def blank_minutes(workplace: Workplace, code: str) -> bytes:
    """Draw the minutes for a pen, with what is known before the meeting.

    Raises:
        PaperRefused: the minutes cannot be drawn.
    """
    with reading(workplace.database) as session:
        return draw_blank(workplace, session, vote_of(session, code))
