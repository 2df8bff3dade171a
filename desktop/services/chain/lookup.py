"""Finding a chain, the hamlets that it is of, and which chain a vote for a head or a congress stands in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.chain import Chain
from desktop.models.congress import Congress
from desktop.models.elections import Election, is_on
from desktop.models.party import BranchHamlet
from desktop.models.places import Unit
from desktop.services.party.branches import lives_on
from desktop.services.places.lookup import hamlets_of


def chain_of(session: Session, key: int) -> Chain:
    """Return a chain by its key.

    Raises:
        RequestRefused: ``unknown.chain``.
    """
    found = session.get(Chain, key)
    if found is None:
        raise RequestRefused("unknown.chain", where=str(key))
    return found


def chains_of(session: Session) -> Sequence[Chain]:
    """Return the chains that are switched on, the last first."""
    return session.scalars(select(Chain).order_by(Chain.id.desc()).options(joinedload(Chain.campaign))).all()


def chain_of_election(session: Session, election: Election) -> Chain | None:
    """Return the chain that a head's election stands in; None where none is switched on."""
    return session.scalars(select(Chain).where(Chain.campaign_id == election.campaign_id)).one_or_none()


def hamlets_in(session: Session, chain: Chain, today: date) -> Sequence[Unit]:
    """Return the hamlets of a chain in the order of their codes: those that elect, else all there are."""
    if chain.campaign_id is None:
        return hamlets_of(session, today)
    elected = (
        select(Unit)
        .join(Election, Election.unit_id == Unit.id)
        .where(Election.campaign_id == chain.campaign_id, is_on())
        .order_by(Unit.code)
    )
    return session.scalars(elected).unique().all()


def hamlet_in(session: Session, chain: Chain, code: str, today: date) -> Unit:
    """Return a hamlet of a chain by its code.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    for unit in hamlets_in(session, chain, today):
        if unit.code == code:
            return unit
    raise RequestRefused("unknown.unit", where=code)


def chains_of_congress(session: Session, congress: Congress, today: date) -> list[tuple[Chain, list[Unit]]]:
    """Return the chains that a congress belongs to, each with its hamlets that the branch gathers."""
    day = congress.election.held_on
    gathered = set(
        session.scalars(
            select(Unit.code)
            .join(BranchHamlet, BranchHamlet.hamlet_id == Unit.id)
            .where(BranchHamlet.branch_id == congress.branch_id, *lives_on(BranchHamlet, day))
        )
    )
    found = []
    for chain in chains_of(session):
        if day < chain.congress_from:
            continue
        ours = [unit for unit in hamlets_in(session, chain, today) if unit.code in gathered]
        if ours:
            found.append((chain, ours))
    return found


def hamlet_words(unit: Unit) -> str:
    """Name a hamlet with its word: ``Thôn Nà Ếch``."""
    return f"{unit.kind} {unit.name}"
