"""Ballots before and after printing: how many, on which paper, what they look like, what was spoiled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import BallotStock
from desktop.models.elections import Ballot, Round, Vote
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.printing.ballots.papers import Piece
from desktop.printing.hamlet_head.day.ballot_sizes import SizeFit, size_of
from desktop.printing.merge import upper_left
from desktop.services.chain.gates import Gate, demand_of_head
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.ballot_choices import choice_of, office_reserve, reserve_for
from desktop.services.elections.electorate import electorate_of, frozen_electorate
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.rolls.freezing import freeze
from desktop.services.office.workplace import Workplace, local, own_office
from desktop.services.papers.ballot_trials import Trial, trials_of
from desktop.services.papers.fill.hamlet_head.day.ballot_drawing import (
    ballot_form,
    composed_ballot,
    draw_ballots,
)
from desktop.services.papers.kept import PaperView, Printout, keep, paper_view
from desktop.services.papers.spoilt import Spoilt, print_again


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of ballots, in Viet Nam's time; a reason where spoiled ones were printed again."""

    paper: int
    printed_at: datetime
    copies: int
    sheets: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class BallotBook:
    """What is known of the ballots of a round, in ballots and in sheets of A4.

    Attributes:
        state: of the election.
        by_hands: nothing is printed then, and what speaks of paper is empty.
        handed_out: they are slips for households, of one size, and bear no seal.
        electorate: of the frozen roll, before that of the hamlet today; ``frozen`` says which.
        voters: whether all voters elect, and not one representative of each household.
        reserve: ballots above the electorate; ``office_reserve`` is the office's setting.
        copies: to be printed, or as they were printed first.
        sheets: that these take.
        reserve_chosen: whether that reserve was typed for this hamlet; ``office_percent`` is the office's
            share of the electorate, None where it has set a number of ballots.
        size: of paper that the ballots are printed on (``A6``); ``size_chosen`` was chosen by hand, ``sizes``
            tells which hold the ballot.
        paper: its name with which way up (``A5 dọc``).
        name_size: of every name on it, in points.
        per_sheet: ballots on a sheet.
        order: given names in the order of the ballot.
        printed, issued, unused, replaced: of all boxes; None where nothing was recorded.
        sealed: ballots that bear the seal; None where nothing was recorded.
        printings, trials: in the order of printing.
    """

    state: str
    by_hands: bool
    handed_out: bool
    frozen: bool
    electorate: int
    voters: bool
    reserve: int
    reserve_chosen: bool
    office_reserve: int
    office_percent: int | None
    copies: int
    sheets: int
    size: str
    size_chosen: str | None
    sizes: tuple[SizeFit, ...]
    paper: str
    name_size: float
    per_sheet: int
    candidates: int
    order: tuple[str, ...]
    printed: int | None
    issued: int | None
    unused: int | None
    replaced: int | None
    sealed: int | None
    printings: tuple[Printing, ...]
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class BallotPreview:
    """The sheets exactly as they are printed, and one ballot of them by itself; PDF bytes."""

    sheets: bytes
    ballot: bytes


def ballot_book(workplace: Workplace, code: str) -> BallotBook:
    """Return what is known of the ballots of a round.

    Raises:
        PaperRefused: no size of paper holds the ballot.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        hands = vote.ballot is Ballot.HANDS
        choice = choice_of(session, vote)
        printings = _printings(session, vote)
        who = electorate_of(session, vote.election)
        electorate = who.size
        composed = None if hands or not vote.candidacies else composed_ballot(session, vote)
        copies = printings[0].copies if printings else electorate + reserve_for(session, vote, electorate)
        per_sheet = composed.paper.per_sheet if composed else 1
        stocks = stocks_of(session, vote)

        def total(field: str) -> int | None:
            counted = [value for stock in stocks if (value := getattr(stock, field)) is not None]
            return sum(counted) if counted else None

        return BallotBook(
            state=vote.state,
            by_hands=hands,
            handed_out=vote.vote is Vote.HAND_OUT,
            frozen=vote.election.statute_bytes is not None,
            electorate=electorate,
            voters=who.of_voters,
            reserve=copies - electorate,
            reserve_chosen=choice.reserve is not None,
            office_reserve=office_reserve(session, electorate),
            office_percent=own_office(session).settings.reserve_percent,
            copies=copies,
            sheets=-(-copies // per_sheet) if composed else 0,
            size=size_of(composed.paper) if composed else "",
            size_chosen=choice.size,
            sizes=composed.sizes if composed else (),
            paper=composed.paper.name if composed else "",
            name_size=composed.name_size if composed else 0,
            per_sheet=per_sheet,
            candidates=len(vote.candidacies),
            order=tuple(c.candidate.printed_name.split(" ")[-1] for c in vote.candidacies),
            printed=total("printed"),
            issued=total("issued"),
            unused=total("unused"),
            replaced=total("replaced"),
            sealed=choice.sealed,
            printings=printings,
            trials=trials_of(session, vote),
        )


def ballot_preview(workplace: Workplace, code: str) -> BallotPreview:
    """Draw the ballots as they would be printed; once they are, return what was printed.

    Raises:
        RequestRefused: ``ballots.hands``; ``candidates.count`` before anybody stands; ``roll.empty``.
        PaperRefused: the ballot cannot be drawn.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        if not vote.candidacies:
            raise RequestRefused("candidates.count", where=code)
        paper = composed_ballot(session, vote).paper
        kept = _first_printing(session, vote)
        if kept is not None:
            return BallotPreview(kept.content, _one(kept.content, paper))
        electorate = electorate_of(session, vote.election).size
        copies = electorate + reserve_for(session, vote, electorate)
        if not copies:
            raise RequestRefused("roll.empty", where=vote.election.unit.code)
        sheets = draw_ballots(session, vote, copies)
        return BallotPreview(sheets, _one(sheets, paper))


def print_ballots(workplace: Workplace, code: str) -> PaperView:
    """Print the ballots of the round: one for each elector of the roll and the reserve.

    The first real ballot freezes the roll and the statute. Source: rules.md §1 and §5.

    Args:
        workplace: the open office.
        code: the election's.

    Raises:
        StepRefused: no candidate list, or ballots are printed already.
        RequestRefused: ``ballots.hands`` where the vote is by show of hands, ``candidates.age`` for somebody
            too young, ``roll.empty``.
        PaperRefused: the ballot cannot be drawn; nothing is frozen then.
        RequestRefused: ``W601`` where the hamlet's chain keeps the gate shut.
    """
    with writing(workplace.database) as session:
        return first_ballots(workplace, session, vote_of(session, code))


def first_ballots(workplace: Workplace, session: Session, vote: Round) -> PaperView:
    """Print the ballots of the round within a transaction; raises as ``print_ballots``."""
    vote.state = state_of(vote).print_ballots()
    demand_of_head(workplace, session, Gate.PLAN_APPROVED, vote.election)
    freeze(workplace, session, vote)
    electorate = frozen_electorate(session, vote.election).size
    copies = electorate + reserve_for(session, vote, electorate)
    content = draw_ballots(session, vote, copies)
    session.add(BallotStock(round=vote, box="main", printed=copies))
    return keep(workplace, session, vote, content, Printout(ballot_form(vote), PaperRole.BALLOT, copies))


def reprint_ballots(workplace: Workplace, code: str, copies: int, reason: str) -> PaperView:
    """Print ballots again in place of spoiled ones; they add to the stock, printed and replaced alike.

    Args:
        workplace: the open office.
        code: the election's.
        copies: spoiled ballots, at least 1 and not more than were printed.
        reason: what spoiled them; kept with the paper.

    Raises:
        StepRefused: no ballots are printed, or the count has begun.
        RequestRefused: ``ballots.copies``, ``ballots.reason``, ``ballots.hands``.
        PaperRefused: the ballot cannot be drawn.

    Source: rules.md §5 (sealed = issued + unused + replaced).
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        return print_again(
            workplace,
            session,
            vote,
            Spoilt(code, copies, reason),
            lambda: (ballot_form(vote), draw_ballots(session, vote, copies)),
        )


def kept_paper(workplace: Workplace, paper: int) -> PaperView:
    """Return a paper as it was printed, by its key.

    Raises:
        RequestRefused: ``paper.unknown``.
    """
    with reading(workplace.database) as session:
        found = session.get(Paper, paper)
        if found is None:
            raise RequestRefused("paper.unknown", where=str(paper))
        return paper_view(found)


def _printings(session: Session, vote: Round) -> tuple[Printing, ...]:
    # The bytes of the papers stay where they are.
    columns = (Paper.id, Paper.printed_at, Paper.copies, Paper.pages, Paper.reason)
    rows = select(*columns).where(Paper.round_id == vote.id, Paper.role == PaperRole.BALLOT)
    return tuple(
        Printing(key, local(printed_at), copies, pages, reason)
        for key, printed_at, copies, pages, reason in session.execute(rows.order_by(Paper.id))
    )


def _first_printing(session: Session, vote: Round) -> Paper | None:
    papers = select(Paper).where(Paper.round_id == vote.id, Paper.role == PaperRole.BALLOT)
    return session.scalars(papers.order_by(Paper.id)).first()


def _one(sheets: bytes, paper: Piece) -> bytes:
    return upper_left(sheets, paper.width, paper.height)
