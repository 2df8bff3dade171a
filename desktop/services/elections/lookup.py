"""Finding a record by the name people use for it, or refusing in a sentence."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, Contest, ContestKind, Election, Round
from desktop.rules.election_state import ElectionState
from desktop.rules.statute import Statute, thawed
from desktop.services.office.workplace import Workplace, local


def election_of(session: Session, code: str) -> Election:
    """Return an election by its code.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    found = session.scalars(select(Election).where(Election.code == code)).one_or_none()
    if found is None:
        raise RequestRefused("unknown.election", where=code)
    return found


def contest_of(election: Election) -> Contest:
    """Return the contest for the hamlet's head."""
    return election.contests[0]


def round_of(election: Election) -> Round:
    """Return the round that is being held."""
    return contest_of(election).rounds[-1]


def day_of(election: Election) -> date:
    """Return the day of the round that is being held; the first is held on the election's day."""
    return round_of(election).held_on or election.held_on


def state_of(election: Election) -> ElectionState:
    """Return where an election stands."""
    return ElectionState(election.state)


def statute_for(workplace: Workplace, election: Election) -> Statute:
    """Return the statute of an election: the one frozen into it, before that the one in force on its day.

    Raises:
        StatuteRefused: none is in force on the day.
    """
    if election.statute_bytes is not None:
        return frozen_statute(election)
    statutes = workplace.statutes
    return statutes.in_force(ContestKind.HAMLET_HEAD, election.held_on).as_of(election.held_on)


def frozen_statute(election: Election) -> Statute:
    """Return the statute frozen into an election, as it stood on the day.

    Raises:
        RequestRefused: ``not_frozen``: no ballot was printed yet.
    """
    if election.statute_bytes is None:
        raise RequestRefused("not_frozen", where=election.code)
    return thawed(election.statute_bytes, election.statute).as_of(election.held_on)


def newest_campaign(session: Session) -> Campaign | None:
    """Return the campaign with the latest election day; None before the first."""
    campaigns = select(Campaign).order_by(Campaign.election_day.desc(), Campaign.id.desc())
    return session.scalars(campaigns).first()


def term_of(election: Election) -> str:
    """Return the term in years: ``2024 - 2027``."""
    if election.term_from is None or election.term_to is None:
        return str(election.held_on.year)
    return f"{election.term_from.year} - {election.term_to.year}"


def held_day(election: Election) -> date:
    """Return the day of the round's meeting: the one on which it opened, before that the planned one."""
    opened = round_of(election).opened_at
    return local(opened).date() if opened else day_of(election)
