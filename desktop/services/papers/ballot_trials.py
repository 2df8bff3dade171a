"""Trial sheets of ballots: spoilt from the start, kept, and counted apart from the stock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.services.elections.lookup import vote_of
from desktop.services.office.workplace import Workplace, local
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.papers.fill.hamlet_head.day.ballot_drawing import composed_ballot, draw_ballots
from desktop.services.papers.kept import Printout, keep


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial sheet: when it was printed, in Viet Nam's time, and how many spoilt ballots it bears."""

    printed_at: datetime
    ballots: int


def trial_ballots(workplace: Workplace, code: str) -> bytes:
    """Draw one sheet that is visibly no ballot; it freezes nothing and is not kept.

    Raises:
        PaperRefused: the ballot cannot be drawn.
    """
    with reading(workplace.database) as session:
        return draw_ballots(session, vote_of(session, code), 1, trial=True)


def print_trial(workplace: Workplace, code: str, destination: Destination) -> None:
    """Print one sheet that nobody could cast, and write it down; it freezes nothing.

    Raises:
        RequestRefused: ``ballots.hands``; ``file.write``.
        PaperRefused: the ballot cannot be drawn; as ``send_to_printer``.

    Source: rules.md §1 (a trial sheet freezes nothing).
    """
    content = trial_ballots(workplace, code)
    deliver(content, destination)
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        composed = composed_ballot(session, vote)
        printout = Printout(composed.form, PaperRole.TRIAL, composed.paper.per_sheet)
        keep(workplace, session, vote, content, printout)


def trials_of(session: Session, vote: Round) -> tuple[Trial, ...]:
    """Return the trial sheets of the round that is being held, in the order of printing."""
    rows = select(Paper.printed_at, Paper.copies).where(
        Paper.round_id == vote.id, Paper.role == PaperRole.TRIAL
    )
    return tuple(Trial(local(at), ballots) for at, ballots in session.execute(rows.order_by(Paper.id)))
