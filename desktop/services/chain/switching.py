"""Switching the chain on for a campaign, and off while nothing rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.chain import Chain, ChainException, ChainOverride, ChainPlanStep
from desktop.models.store.session import reading, writing
from desktop.rules.timeline import months_after
from desktop.services.chain.lookup import chain_of, chains_of
from desktop.services.elections.lookup import campaign_of, campaigns_of
from desktop.services.office.sides import Side, for_party, sees
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy
from desktop.wording import words

_BEFORE = -6  # months before the heads' day within which a congress still belongs to the chain


@dataclass(frozen=True, slots=True)
class ChainLine:
    """A chain that is switched on; ``campaign`` is the code of the heads', None in an office of the Party."""

    key: int
    campaign: str | None
    name: str
    congress_from: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """A campaign of heads for which the chain can be switched on."""

    campaign: str
    name: str
    election_day: date


@for_party
def chain_lines(workplace: Workplace) -> tuple[ChainLine, ...]:
    """List the chains that are switched on, that of the latest campaign first."""
    with reading(workplace.database) as session:
        return tuple(
            sorted(
                (_line(each) for each in chains_of(session)),
                key=lambda line: line.congress_from,
                reverse=True,
            )
        )


@for_party
def without_chain(workplace: Workplace) -> tuple[Candidate, ...]:
    """List the campaigns of heads that have no chain, the latest first."""
    with reading(workplace.database) as session:
        taken = {chain.campaign_id for chain in chains_of(session)}
        return tuple(
            Candidate(each.code, each.name, each.election_day)
            for each in campaigns_of(session)
            if each.id not in taken
        )


@for_party
def switch_on(workplace: Workplace, campaign: str | None = None, congress_from: date | None = None) -> int:
    """Switch the chain on for a campaign of heads, and return the chain's key.

    Args:
        workplace: the open office.
        campaign: its code; None in an office of the Party, where the heads are elected elsewhere.
        congress_from: the first day on which a branch's congress belongs to it; half a year before the heads'
            day where left out, or before today.

    Raises:
        RequestRefused: ``unknown.campaign``; ``chain.exists`` where it is on; ``chain.campaign`` without a
            campaign in an office that holds elections.
    """
    with writing(workplace.database) as session:
        if campaign is None and sees(workplace.side, Side.ELECTIONS):
            raise RequestRefused("chain.campaign")
        of = campaign_of(session, campaign) if campaign is not None else None
        known = select(func.count()).select_from(Chain)
        known = known.where(Chain.campaign_id == of.id if of is not None else Chain.campaign_id.is_(None))
        if session.scalar(known):
            raise RequestRefused("chain.exists", where=of.name if of is not None else "")
        day = of.election_day if of is not None else workplace.today()
        made = Chain(
            campaign=of,
            name=tidy(of.name) if of is not None else words("party.chain.name", year=day.year),
            congress_from=congress_from or months_after(day, _BEFORE),
            switched_on_at=workplace.clock(),
        )
        session.add(made)
        session.flush()
        workplace.note(session, "chain.switch_on", made, "campaign", "congress_from")
        return made.id


@for_party
def switch_off(workplace: Workplace, chain: int) -> None:
    """Switch a chain off while nothing rests on it: no plan, no gate let through, no exception.

    Raises:
        RequestRefused: ``unknown.chain``; ``chain.rests``.
    """
    with writing(workplace.database) as session:
        found = chain_of(session, chain)
        if any(_has(session, kind, found) for kind in (ChainPlanStep, ChainOverride, ChainException)):
            raise RequestRefused("chain.rests", where=found.name)
        workplace.note(session, "chain.switch_off", found, "campaign")
        session.delete(found)


def _has(session: Session, kind: type[ChainPlanStep | ChainOverride | ChainException], chain: Chain) -> bool:
    return bool(session.scalar(select(func.count()).select_from(kind).where(kind.chain_id == chain.id)))


def _line(chain: Chain) -> ChainLine:
    campaign = chain.campaign.code if chain.campaign is not None else None
    return ChainLine(chain.id, campaign, chain.name, chain.congress_from)
