"""The list of every election of a head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.counting import Entry
from desktop.models.elections import (
    Ballot,
    ContestKind,
    Election,
    ElectionChangeKind,
    Round,
    is_held,
    is_on,
)
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.rules.vote_state import VoteState
from desktop.services.elections.lookup import shown_state
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace

_COUNTED = (VoteState.AGREED, VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class ElectionLine:
    """One election in the list: its hamlet, day, round and state, name and code of its campaign.

    ``reason`` is why it was cancelled, empty where it wasn't; ``recorded_later`` says that it was written
    down after its day; ``hands`` that hands are raised, ``single`` that one person typed its count.
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
    hands: bool = False
    single: bool = False


@for_elections
def elections(workplace: Workplace) -> tuple[ElectionLine, ...]:
    """List every election of a head, the newest day first, hamlets by their codes, those cancelled last."""
    with reading(workplace.database) as session:
        typed_once = _typed_once(session)
        found = session.execute(
            select(Election, Unit, Round)
            .join(Unit, Election.unit_id == Unit.id)
            .join(Round, Round.election_id == Election.id)
            .where(is_held(), Election.contest_kind == ContestKind.HAMLET_HEAD)
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
                vote.ballot is Ballot.HANDS,
                vote.state in _COUNTED and vote.id in typed_once,
            )
            for election, unit, vote in found
        )


def _typed_once(session: Session) -> set[int]:
    """Return the keys of votes whose latest count has one entry."""
    made = select(Entry.round_id, func.count()).group_by(Entry.round_id, Entry.revision)
    latest = dict(session.execute(made.order_by(Entry.revision)).all())
    return {vote for vote, entries in latest.items() if entries == 1}


def cancelled_because(election: Election) -> str:
    """Return why an election is cancelled; empty where it isn't."""
    if election.cancelled_at is None:
        return ""
    cancelled = [each for each in election.changes if each.what is ElectionChangeKind.CANCELLED]
    return (cancelled[-1].reason or "") if cancelled else ""
