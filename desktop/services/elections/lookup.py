"""Finding a record by the name people use for it, or refusing in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind, Election, Round, Vote, is_on
from desktop.models.store.recording import writes
from desktop.rules.statute import Statute, thawed
from desktop.rules.timeline import SlipDays
from desktop.rules.vote_state import VoteState
from desktop.services.elections.electing import electing_body
from desktop.services.office.workplace import Workplace, local

CANCELLED = "cancelled"


def election_of(session: Session, code: str) -> Election:
    """Return an election by its code.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    found = session.scalars(select(Election).where(Election.code == code)).one_or_none()
    if found is None:
        raise RequestRefused("unknown.election", where=code)
    return found


def vote_of(session: Session, code: str) -> Round:
    """Return a vote by its code: ``<election>.<n>``, or the election's own for the vote that is being held.

    Nothing more is written of an election that is cancelled.

    Raises:
        RequestRefused: ``unknown.election``; ``election.cancelled`` in a session that writes.
    """
    election, dot, number = code.partition(".")
    found = election_of(session, election)
    if found.cancelled_at is not None and writes(session):
        raise RequestRefused("election.cancelled", where=electing_body(session, found).name)
    if not dot:
        return held_vote(found)
    for vote in found.rounds:
        if str(vote.number) == number:
            return vote
    raise RequestRefused("unknown.election", where=code)


def held_vote(election: Election) -> Round:
    """Return the vote of an election that is being held: its last."""
    return election.rounds[-1]


def day_of(vote: Round) -> date:
    """Return the day of a vote; the first is held on the election's day."""
    return vote.held_on or vote.election.held_on


def slip_days(vote: Round) -> SlipDays:
    """Return the days of slips handed to households; of a vote without slips none is known."""
    ends = vote.held_on if vote.vote is Vote.HAND_OUT else None
    return SlipDays(vote.slips_planned_on, vote.slips_from, ends)


def state_of(vote: Round) -> VoteState:
    """Return how far a vote is."""
    return VoteState(vote.state)


def shown_state(vote: Round) -> str:
    """Return how far a vote is for a person: ``cancelled``, whatever it was, where its election is."""
    return CANCELLED if vote.election.cancelled_at is not None else vote.state.value


def statute_for(workplace: Workplace, election: Election, on: date | None = None) -> Statute:
    """Return the statute of an election: the one frozen into it, before that the one in force on its day.

    Args:
        workplace: the open office.
        election: that the statute is for.
        on: the day as of which its clauses are taken, such as that of a paper; the election's own without it.

    Raises:
        StatuteRefused: none is in force on the day.
    """
    if election.statute_bytes is not None:
        return frozen_statute(election, on)
    statutes = workplace.statutes
    return statutes.in_force(election.contest_kind, election.held_on).as_of(on or election.held_on)


def frozen_statute(election: Election, on: date | None = None) -> Statute:
    """Return the statute frozen into an election, as it stood on the election's day, or on another.

    Raises:
        RequestRefused: ``not_frozen``: no ballot was printed yet.
    """
    if election.statute_bytes is None:
        raise RequestRefused("not_frozen", where=election.code)
    return thawed(election.statute_bytes, election.statute).as_of(on or election.held_on)


def campaigns_of(session: Session, kind: ContestKind = ContestKind.HAMLET_HEAD) -> Sequence[Campaign]:
    """Return the campaigns of a kind: the latest election day first, on one day the last planned.

    One whose elections are all cancelled is left out.
    """
    of_it = select(Election.id).where(Election.campaign_id == Campaign.id)
    held = or_(~of_it.exists(), of_it.where(is_on()).exists())
    campaigns = select(Campaign).where(Campaign.contest_kind == kind, held)
    return session.scalars(campaigns.order_by(Campaign.election_day.desc(), Campaign.id.desc())).all()


def campaign_of(session: Session, code: str, kind: ContestKind = ContestKind.HAMLET_HEAD) -> Campaign:
    """Return a campaign of a kind by its code.

    Raises:
        RequestRefused: ``unknown.campaign``, for a campaign of another kind too.
    """
    campaigns = select(Campaign).where(Campaign.code == code, Campaign.contest_kind == kind)
    found = session.scalars(campaigns).one_or_none()
    if found is None:
        raise RequestRefused("unknown.campaign", where=code)
    return found


def any_congress(session: Session) -> bool:
    """Tell whether the office has planned any congress."""
    planned = select(Election.id).where(Election.contest_kind == ContestKind.BRANCH_CONGRESS)
    return bool(session.scalar(select(planned.exists())))


def term_of(election: Election) -> str:
    """Return the term in years: ``2024 - 2027``."""
    if election.term_from is None or election.term_to is None:
        return str(election.held_on.year)
    return f"{election.term_from.year} - {election.term_to.year}"


def held_day(vote: Round) -> date:
    """Return the day of a vote's meeting: the one on which it opened, before that the planned one.

    Slips that were handed to households are counted on the day on which the last are collected.
    """
    if vote.vote is Vote.HAND_OUT:
        return day_of(vote)
    return local(vote.opened_at).date() if vote.opened_at else day_of(vote)
