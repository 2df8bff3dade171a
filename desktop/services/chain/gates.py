"""Gates where they are met: what comes behind a shut one is refused, unless somebody gives a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.chain import Chain, ChainOverride
from desktop.models.congress import Congress
from desktop.models.elections import Ballot, Election
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.rules.chain import Gate, lets_pass
from desktop.services.chain.hamlets import HamletChain, hamlet_chains
from desktop.services.chain.lookup import (
    chain_of,
    chain_of_election,
    chains_of_congress,
    hamlet_in,
    hamlet_words,
)
from desktop.services.elections.ballot_choices import reserve_for
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import election_of, held_vote
from desktop.services.office.sides import Side, for_party, refuse_other
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy
from desktop.wording import words

__all__ = [
    "Gate",
    "OverrideView",
    "demand_of_congress",
    "demand_of_head",
    "let_through",
    "overrides",
    "overrides_of",
]

_OF_PARTY = (Gate.RECOGNISED, Gate.REPORT_RECEIVED)


@dataclass(frozen=True, slots=True)
class OverrideView:
    """A gate that was let through: what was, by whom, when (as stored), and why."""

    hamlet_code: str
    hamlet: str
    gate: Gate
    what: str
    reason: str
    name: str
    at: datetime


def demand_of_head(workplace: Workplace, session: Session, gate: Gate, election: Election) -> None:
    """Refuse what comes behind a gate of a head's election while it is shut; without a chain do nothing.

    Raises:
        RequestRefused: ``W601`` or ``W602``, with the chain's key and the hamlet's code for who lets it
            through.
    """
    chain = chain_of_election(session, election)
    if chain is not None:
        _demand(workplace, session, gate, chain, [election.unit], election)


def demand_of_congress(workplace: Workplace, session: Session, gate: Gate, congress: Congress) -> None:
    """Refuse what comes behind a gate of a congress while it is shut for a hamlet that the branch gathers.

    Raises:
        RequestRefused: ``W603``, ``W604`` or ``W605``, as above; ``W604`` can't be let through.
    """
    for chain, units in chains_of_congress(session, congress, workplace.today()):
        _demand(workplace, session, gate, chain, units)


def let_through(
    workplace: Workplace, chain: int, hamlet: str, gate: int, reason: str, name: str, *, election: str = ""
) -> None:
    """Let a shut gate of a hamlet through, for a reason and under a name; it stays so and is printed.

    Args:
        workplace: the open office.
        chain: its key.
        hamlet: its code.
        gate: its number.
        reason: in words.
        name: of who lets it through.
        election: code of the one whose act was refused, of a hamlet that has several; else the latest.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``; ``side.party`` for a gate of a congress;
            ``chain.law`` for one that the law itself keeps shut; ``chain.open`` for one that isn't shut;
            ``chain.reason``, ``chain.name`` without them.
    """
    asked = Gate(gate)
    if asked in _OF_PARTY:
        refuse_other(workplace.side, Side.PARTY)
    with writing(workplace.database) as session:
        found = chain_of(session, chain)
        unit = hamlet_in(session, found, hamlet, workplace.today())
        asked_for = election_of(session, election) if election else None
        (stands,) = hamlet_chains(workplace, session, found, [unit], asked_for)
        nobody = asked is Gate.ELECTED_AND_SIGNED and stands.facts.elected_on is None
        if not asked.can_be_let_through or nobody:
            raise RequestRefused("chain.law", where=hamlet_words(unit))
        if lets_pass(stands.facts, asked):
            raise RequestRefused("chain.open", where=hamlet_words(unit))
        if not tidy(reason):
            raise RequestRefused("chain.reason", where=hamlet_words(unit))
        if not tidy(name):
            raise RequestRefused("chain.name", where=hamlet_words(unit))
        made = ChainOverride(
            chain=found,
            unit=unit,
            gate=asked.value,
            what=_what(session, asked, stands),
            reason=tidy(reason),
            name=tidy(name),
            at=workplace.clock(),
        )
        session.add(made)
        session.flush()
        workplace.note(session, "gate.let_through", made, "gate", "what", "reason", "name")


@for_party
def overrides(workplace: Workplace, chain: int) -> tuple[OverrideView, ...]:
    """List the gates of a chain that were let through, in the order in which they were."""
    with reading(workplace.database) as session:
        return overrides_of(session, [chain_of(session, chain)])


def overrides_of(
    session: Session, chains: Sequence[Chain], hamlets: Sequence[Unit] | None = None
) -> tuple[OverrideView, ...]:
    """Return the gates of chains that were let through, of some hamlets or of all."""
    found = (
        select(ChainOverride)
        .where(ChainOverride.chain_id.in_([chain.id for chain in chains]))
        .options(joinedload(ChainOverride.unit))
        .order_by(ChainOverride.id)
    )
    codes = None if hamlets is None else {unit.code for unit in hamlets}
    return tuple(
        OverrideView(
            hamlet_code=each.unit.code,
            hamlet=hamlet_words(each.unit),
            gate=Gate(each.gate),
            what=each.what,
            reason=each.reason,
            name=each.name,
            at=each.at,
        )
        for each in session.scalars(found)
        if codes is None or each.unit.code in codes
    )


def _demand(
    workplace: Workplace,
    session: Session,
    gate: Gate,
    chain: Chain,
    units: Sequence[Unit],
    election: Election | None = None,
) -> None:
    for stands in hamlet_chains(workplace, session, chain, units, election):
        if not lets_pass(stands.facts, gate):
            raise RequestRefused(
                gate.code,
                where=stands.hamlet,
                chain=chain.id,
                hamlet=stands.code,
                election=election.code if election is not None else "",
                lacks=words(f"party.chain.lacks.{_lacking(gate, stands)}"),
            )


def _lacking(gate: Gate, stands: HamletChain) -> str:
    """Name what is missing at a gate that is shut."""
    facts = stands.facts
    match gate:
        case Gate.PLAN_APPROVED:
            return f"plan_{facts.plan}"
        case Gate.ELECTED_AND_SIGNED:
            return "elected" if facts.elected_on is None else "signed"
        case Gate.RECOGNISED:
            return "elected" if facts.elected_on is None else "recognised"
        case Gate.QUORUM_AND_COMMITTEE:
            return "committee" if facts.quorum else "quorum"
        case Gate.REPORT_RECEIVED:
            return "received"


def _what(session: Session, gate: Gate, stands: HamletChain) -> str:
    """Say what was let through as a sentence that stays as it is."""
    said = f"party.chain.through.{gate.value}"
    if gate is not Gate.PLAN_APPROVED or stands.head.election is None:
        return words(said)
    vote = held_vote(election_of(session, stands.head.election))
    if vote.ballot is Ballot.HANDS:
        return words(f"{said}_hands")
    electorate = electorate_of(session, vote.election).size
    return words(said, copies=electorate + reserve_for(session, vote, electorate))
