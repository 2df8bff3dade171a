"""The minutes step of an election: what is printed, what is signed, and the minutes in three fillings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desktop.models.elections import Vote
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.minutes import blank_facts, minutes_facts
from desktop.services.papers.kept import PaperView, Printout, keep
from desktop.services.papers.lines import Filling


@dataclass(frozen=True, slots=True)
class MinutesView:
    """How far the minutes of an election are.

    Attributes:
        revision: of the finalised count, None before it is finalised.
        reason: why it replaces the one before.
        sha256: of the count's bytes, as it stands at the foot of every page.
        printed_at: when these minutes were printed last; ``pages`` of them.
    """

    code: str
    state: str
    revision: int | None
    reason: str | None
    sha256: str | None
    printed_at: datetime | None
    pages: int | None


def minutes_view(workplace: Workplace, code: str) -> MinutesView:
    """Return how far the minutes of the round that is being held are.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        state = state_of(vote)
        if state not in (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN):
            return MinutesView(code, state, None, None, None, None, None)
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
        )


def draw_minutes(workplace: Workplace, code: str, filling: Filling) -> bytes:
    """Draw the minutes to be looked at: from the finalised count, half filled before it, or blank.

    Raises:
        RequestRefused: ``count.none``, ``officials.committee``, ``officials.witnesses``.
        PaperRefused: the minutes cannot be drawn.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        training = is_training(session)
        if filling == "full":
            count = latest_count(session, vote)
            facts = minutes_facts(session, vote, record_of(count), count.sha256)
            return counting_minutes.draw(facts, training=training)
        known = blank_facts(workplace, session, vote)
        if filling == "blank":
            known = BlankMinutes(
                form_label=known.form_label,
                vote=known.vote,
                handed_out=known.handed_out,
                threshold=known.threshold,
            )
        return counting_blank.draw_blank(known, training=training)


def print_minutes(workplace: Workplace, code: str) -> PaperView:
    """Print the counting minutes of the newest finalised count, from its bytes.

    Raises:
        RequestRefused: ``count.none``, ``officials.committee`` or ``officials.witnesses``: nobody is named.
        PaperRefused: the minutes cannot be drawn.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        count = latest_count(session, vote)
        minutes = minutes_facts(session, vote, record_of(count), count.sha256)
        content = counting_minutes.draw(minutes, training=is_training(session))
        form = "handed-out-minutes" if vote.vote is Vote.HAND_OUT else "counting-minutes"
        printout = Printout(form, PaperRole.MINUTES, revision=count.revision)
        return keep(workplace, session, vote, content, printout)


def blank_minutes(workplace: Workplace, code: str) -> bytes:
    """Draw the counting minutes for a pen, with what is known before the meeting.

    Raises:
        PaperRefused: the minutes cannot be drawn.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        blank = blank_facts(workplace, session, vote)
        return counting_blank.draw_blank(blank, training=is_training(session))
