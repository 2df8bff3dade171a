"""Ballots of a vote at a congress: how they come out, a trial sheet, the real ones, those for spoilt ones."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Round
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.printing.congress.vote.ballot import draw
from desktop.printing.congress.vote.ballot_facts import CongressBallot
from desktop.printing.congress.vote.ballot_layout import layout
from desktop.services.congress.lookup import congress_vote, found_congress
from desktop.services.congress.votes import ballots_printed
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.congress.kinds import BALLOT, LARGE_BALLOT
from desktop.services.papers.congress.making import post_of
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.papers.fill.congress.reading import facts_of
from desktop.services.papers.fill.congress.votes import ballot
from desktop.services.papers.kept import PaperView, Printout, keep, paper_view
from desktop.services.papers.spoilt import Spoilt, print_again


@dataclass(frozen=True, slots=True)
class CongressBallots:
    """How the ballots of a vote come out.

    Attributes:
        paper: that a ballot stands on, ``per_sheet`` on a sheet of A4.
        name_size: of every name, in points.
        names: on the ballot, in its order.
        sheets: one sheet of them, visibly no ballots.
    """

    paper: str
    per_sheet: int
    name_size: float
    names: tuple[str, ...]
    sheets: bytes


@for_party
def congress_ballots(workplace: Workplace, code: str, *, large_print: bool = False) -> CongressBallots:
    """Return how the ballots of a vote come out, with one sheet marked as a trial; nothing is kept.

    Args:
        workplace: the open office.
        code: the vote's.
        large_print: names and note larger, on every ballot of the vote.

    Raises:
        RequestRefused: ``unknown.congress``; ``candidates.count`` before its list is closed.
        PaperRefused: no size of paper holds the ballot.
    """
    with reading(workplace.database) as session:
        vote = congress_vote(session, code)
        filled = _ballot(workplace, session, vote, large_print=large_print)
        composed = layout(filled)
        sheet = draw(filled, 1, training=is_training(session), trial=True)
    return CongressBallots(
        composed.paper.name, composed.paper.per_sheet, composed.names.size, filled.candidates, sheet
    )


@for_party
def print_congress_trial(
    workplace: Workplace, code: str, destination: Destination, *, large_print: bool = False
) -> None:
    """Print one sheet that nobody could cast, and write it down; it freezes nothing.

    Raises:
        RequestRefused: as ``congress_ballots``; ``file.write``.
        PaperRefused: as ``congress_ballots`` and ``send_to_printer``.
    """
    deliver(trial_sheet(workplace, code, large_print=large_print), destination)


@for_party
def trial_sheet(workplace: Workplace, code: str, *, large_print: bool = False) -> bytes:
    """Return one sheet that nobody could cast, and write it down as printed; it freezes nothing.

    Raises:
        RequestRefused, PaperRefused: as ``congress_ballots``.
    """
    made = congress_ballots(workplace, code, large_print=large_print)
    with writing(workplace.database) as session:
        printout = Printout(_form(large_print=large_print), PaperRole.TRIAL, made.per_sheet)
        keep(workplace, session, congress_vote(session, code), made.sheets, printout)
    return made.sheets


@for_party
def print_congress_ballots(
    workplace: Workplace, code: str, copies: int, *, large_print: bool = False
) -> PaperView:
    """Print the ballots of a vote and keep them; the first of a congress freeze the statute.

    Raises:
        StepRefused: its list isn't closed, or its ballots are printed already.
        RequestRefused: ``unknown.congress``; ``ballots.copies`` for none; ``candidates.count``.
        PaperRefused: the ballot cannot be drawn; nothing is frozen then.
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)
        if copies < 1:
            raise RequestRefused("ballots.copies", where=code)
        content = _drawn(workplace, session, vote, copies, large_print=large_print)
        ballots_printed(workplace, session, vote, copies)
        printout = Printout(_form(large_print=large_print), PaperRole.BALLOT, copies)
        return keep(workplace, session, vote, content, printout)


@for_party
def kept_congress_ballots(workplace: Workplace, code: str) -> PaperView:
    """Return the ballots of a vote as they were printed first, to be sent to a printer that didn't take them.

    Raises:
        RequestRefused: ``unknown.congress``; ``paper.unknown`` where none are printed.
    """
    with reading(workplace.database) as session:
        first = session.scalars(_printings(congress_vote(session, code))).first()
        if first is None:
            raise RequestRefused("paper.unknown", where=code)
        return paper_view(first)


@for_party
def reprint_congress_ballots(workplace: Workplace, code: str, copies: int, reason: str) -> PaperView:
    """Print ballots again in place of spoilt ones, in the type of the first; they add to the stock.

    Raises:
        StepRefused: no ballots are printed, or the count has begun.
        RequestRefused: ``unknown.congress``; ``ballots.copies``, ``ballots.reason``.
        PaperRefused: the ballot cannot be drawn.

    Source: rules.md §5 (sealed = issued + unused + replaced).
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)

        def drawn() -> tuple[str, bytes]:
            large_print = _first_in_large_print(session, vote)
            content = _drawn(workplace, session, vote, copies, large_print=large_print)
            return _form(large_print=large_print), content

        return print_again(workplace, session, vote, Spoilt(code, copies, reason), drawn)


def _first_in_large_print(session: Session, vote: Round) -> bool:
    return session.scalars(_printings(vote).with_only_columns(Paper.form)).first() == LARGE_BALLOT


def _printings(vote: Round) -> Select[Paper]:
    printed = select(Paper).where(Paper.round_id == vote.id, Paper.role == PaperRole.BALLOT)
    return printed.order_by(Paper.id)


def _drawn(workplace: Workplace, session: Session, vote: Round, copies: int, *, large_print: bool) -> bytes:
    filled = _ballot(workplace, session, vote, large_print=large_print)
    return draw(filled, copies, training=is_training(session))


def _ballot(workplace: Workplace, session: Session, vote: Round, *, large_print: bool) -> CongressBallot:
    facts = facts_of(workplace, session, found_congress(session, vote.election.code))
    post = post_of(facts, vote.contest.code.value)
    filled = ballot(facts, post, large_print=large_print) if post is not None and vote.candidacies else None
    if filled is None:
        raise RequestRefused("candidates.count", where=vote.election.code)
    return filled


def _form(*, large_print: bool) -> str:
    return LARGE_BALLOT if large_print else BALLOT
