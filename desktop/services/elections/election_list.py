"""The list of every election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desktop.models.elections import Election, Round, is_held
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ElectionLine:
    """One election in the list: its hamlet, day, round and state."""

    code: str
    hamlet: str
    held_on: date
    round: int
    state: str
    campaign: str


def elections(workplace: Workplace) -> tuple[ElectionLine, ...]:
    """List every election, the newest day first, hamlets in the order of their codes."""
    with reading(workplace.database) as session:
        found = session.execute(
            select(Election, Unit, Round)
            .join(Unit, Election.unit_id == Unit.id)
            .join(Round, Round.election_id == Election.id)
            .where(is_held())
            .order_by(Election.held_on.desc(), Unit.code)
        )
        return tuple(
            ElectionLine(
                election.code,
                f"{unit.kind} {unit.name}",
                vote.held_on or election.held_on,
                vote.number,
                vote.state,
                election.campaign.name,
            )
            for election, unit, vote in found
        )
