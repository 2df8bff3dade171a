"""The list of every election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from desktop.models.elections import Contest, Election, Round
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
        rounds = (
            select(
                Contest.election_id,
                func.max(Round.number).label("round"),
                # A later round is held after those before it.
                func.max(Round.held_on).label("again_on"),
            )
            .join(Round, Round.contest_id == Contest.id)
            .group_by(Contest.election_id)
            .subquery()
        )
        found = session.execute(
            select(Election, Unit, rounds.c.round, rounds.c.again_on)
            .join(Unit, Election.unit_id == Unit.id)
            .join(rounds, rounds.c.election_id == Election.id)
            .order_by(Election.held_on.desc(), Unit.code)
        )
        return tuple(
            ElectionLine(
                election.code,
                f"{unit.kind} {unit.name}",
                again_on or election.held_on,
                number,
                election.state,
                election.campaign.name,
            )
            for election, unit, number, again_on in found
        )
