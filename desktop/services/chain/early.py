"""Congresses whose day comes before a hamlet elects its head, or before the head is recognised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.models.store.session import reading
from desktop.rules.chain import is_too_early
from desktop.services.chain.hamlets import hamlet_chains
from desktop.services.chain.lookup import chains_of_congress
from desktop.services.elections.congress_roll import congress_of
from desktop.services.elections.lookup import election_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class EarlyCongress:
    """A hamlet of a chain whose branch meets too early.

    Attributes:
        hamlet: its kind word and name.
        congress_on: the day of the congress.
        election_on: on which the head is elected, where a day is planned.
        recognised_on: on which the head was recognised; None before.
    """

    hamlet: str
    congress_on: date
    election_on: date | None
    recognised_on: date | None


@for_party
def too_early(workplace: Workplace, code: str) -> tuple[EarlyCongress, ...]:
    """Return the hamlets for which a congress comes too early; none where no chain is switched on.

    Args:
        workplace: the open office.
        code: the congress's.

    Raises:
        RequestRefused: ``unknown.election``, ``unknown.congress``.

    Source: field-practice.md P01.
    """
    with reading(workplace.database) as session:
        congress = congress_of(session, election_of(session, code))
        day = congress.election.held_on
        return tuple(
            EarlyCongress(one.hamlet, day, one.facts.election_on, one.facts.recognised_on)
            for chain, units in chains_of_congress(session, congress, workplace.today())
            for one in hamlet_chains(workplace, session, chain, units)
            if is_too_early(day, one.facts.election_on, one.facts.recognised_on)
        )
