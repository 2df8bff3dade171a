"""Finalised counts, found again and read from their bytes."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.elections import Campaign, Election, Round, is_on


def latest_count(session: Session, vote: Round) -> Count:
    """Return the newest revision of the count of the round that is being held.

    Raises:
        RequestRefused: ``count.none``.
    """
    found = session.scalars(
        select(Count).where(Count.round_id == vote.id).order_by(Count.revision.desc())
    ).first()
    if found is None:
        raise RequestRefused("count.none", where=vote.election.code)
    return found


def counts_of(session: Session, campaign: Campaign) -> list[Count]:
    """Return every finalised count of a campaign's elections that are on, by election code and revision."""
    counts = (
        select(Count)
        .join(Round, Count.round_id == Round.id)
        .join(Election, Round.election_id == Election.id)
        .where(Election.campaign_id == campaign.id, is_on())
        .order_by(Election.code, Round.number, Count.revision)
    )
    return list(session.scalars(counts))


def record_of(count: Count) -> CountRecord:
    """Read a finalised count back from its bytes."""
    return msgspec.json.decode(count.content, type=CountRecord)


def names_as_counted(record: CountRecord) -> list[str]:
    """Return the candidates' names as the count was sealed with, in the order of the ballot.

    Today they may be named otherwise: a birth behind a name comes and goes with what is known of people.
    """
    return [candidate.name for candidate in record.facts.candidates]
