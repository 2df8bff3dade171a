"""Ballots that are printed again in place of spoilt ones, of a hamlet's vote and of a congress's alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Round
from desktop.models.papers import PaperRole
from desktop.rules.vote_state import VoteState
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.lookup import state_of
from desktop.services.office.workplace import Workplace
from desktop.services.papers.kept import PaperView, Printout, keep
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What was spoilt: how many ballots of a vote, by its code, and what spoilt them."""

    code: str
    copies: int
    reason: str


def print_again(
    workplace: Workplace,
    session: Session,
    vote: Round,
    spoilt: Spoilt,
    drawn: Callable[[], tuple[str, bytes]],
) -> PaperView:
    """Print ballots in place of spoilt ones; they add to the stock, printed and replaced alike.

    Args:
        workplace: the open office.
        session: open for writing.
        vote: whose ballots they are.
        spoilt: at least 1 and not more than were printed; the reason is kept with the paper.
        drawn: draws as many again, and names their form.

    Raises:
        StepRefused: no ballots are printed, or the count has begun.
        RequestRefused: ``ballots.copies``, ``ballots.reason``.

    Source: rules.md §5 (sealed = issued + unused + replaced).
    """
    copies, reason = spoilt.copies, tidy(spoilt.reason)
    state_of(vote).demand("reprint_ballots", VoteState.PRINTED, VoteState.MEETING)
    main = next(stock for stock in stocks_of(session, vote) if stock.box == "main")
    if not 1 <= copies <= (main.printed or 0):
        raise RequestRefused("ballots.copies", where=spoilt.code)
    if not reason:
        raise RequestRefused("ballots.reason", where=spoilt.code)
    form, content = drawn()
    main.printed = (main.printed or 0) + copies
    main.replaced = (main.replaced or 0) + copies
    session.flush()
    workplace.note(session, "ballots.reprint", main, "printed", "replaced")
    return keep(workplace, session, vote, content, Printout(form, PaperRole.BALLOT, copies, reason=reason))
