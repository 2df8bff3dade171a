"""The list of every election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desktop.models.elections import Election, ElectionChangeKind, Round, is_held, is_on
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.elections.lookup import shown_state
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ElectionLine:
    """One election in the list: its hamlet, day, round and state, name and code of its campaign.

    ``reason`` is why it was cancelled, empty where it wasn't; ``recorded_later`` says that it was written
    down after its day.
    """

    code: str
    hamlet: str
    held_on: date
    round: int
    state: str
    campaign: str
    campaign_code: str
    reason: str = ""
    recorded_later: bool = False


def elections(workplace: Workplace) -> tuple[ElectionLine, ...]:
    """List every election, the newest day first, hamlets by their codes, those cancelled last."""
    with reading(workplace.database) as session:
        found = session.execute(
            select(Election, Unit, Round)
            .join(Unit, Election.unit_id == Unit.id)
            .join(Round, Round.election_id == Election.id)
            .where(is_held())
            .order_by(is_on().desc(), Election.held_on.desc(), Unit.code)
        )
        return tuple(
            ElectionLine(
                election.code,
                f"{unit.kind} {unit.name}",
                vote.held_on or election.held_on,
                vote.number,
                shown_state(vote),
                election.campaign.name,
                election.campaign.code,
                cancelled_because(election),
                election.recorded_later,
            )
            for election, unit, vote in found
        )


def cancelled_because(election: Election) -> str:
    """Return why an election is cancelled; empty where it isn't."""
    if election.cancelled_at is None:
        return ""
    cancelled = [each for each in election.changes if each.what is ElectionChangeKind.CANCELLED]
    return (cancelled[-1].reason or "") if cancelled else ""
