"""The hour at which a unit has elected, as it is said by telephone before its papers come."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.store.session import writing
from desktop.models.waves import ToldHour
from desktop.services.elections.electing import electing_body
from desktop.services.elections.lookup import day_of, election_of, held_vote
from desktop.services.elections.waves import noted_as
from desktop.services.office.sides import for_its_side
from desktop.services.office.workplace import Workplace, local


@for_its_side
def write_told_hour(workplace: Workplace, code: str, at: datetime) -> None:
    """Write down for which hour a unit said that it has elected; another hour takes the place of one told.

    Args:
        workplace: the open office.
        code: the election's or the congress's.
        at: the moment.

    Raises:
        RequestRefused: ``unknown.election``; ``election.cancelled``; ``told.future`` for an hour to come;
            ``told.before`` for one before the day on which the unit elects.

    Source: field-practice.md P05 (progress by the hour).
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        body = electing_body(session, election).name
        if election.cancelled_at is not None:
            raise RequestRefused("election.cancelled", where=body)
        if at > workplace.clock():
            raise RequestRefused("told.future", where=f"{local(at):%H:%M %d/%m/%Y}")
        day = day_of(held_vote(election))
        if local(at).date() < day:
            raise RequestRefused("told.before", where=body, day=f"{day:%d/%m/%Y}")
        told = _told(session, election)
        if told is None:
            session.add(ToldHour(election=election, at=at))
        else:
            told.at = at
        session.flush()
        _note(workplace, session, election, "election.told_hour", "congress.told_hour")


@for_its_side
def take_back_told_hour(workplace: Workplace, code: str) -> None:
    """Take back the hour that a unit told; where none was, nothing is done.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        told = _told(session, election)
        if told is not None:
            session.delete(told)
            session.flush()
            _note(workplace, session, election, "election.told_hour", "congress.told_hour")


def _told(session: Session, election: Election) -> ToldHour | None:
    return session.scalars(select(ToldHour).where(ToldHour.election_id == election.id)).one_or_none()


def _note(workplace: Workplace, session: Session, election: Election, *actions: str) -> None:
    workplace.note(session, noted_as(election.contest_kind, *actions), election, "told_hour")
