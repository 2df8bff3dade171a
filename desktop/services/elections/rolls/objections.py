"""Objections to a posted roll: who raised what about whom, and how each was settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.rolls import RollObjection
from desktop.models.store.session import reading, writing
from desktop.services.elections.lookup import election_of, vote_of
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Objection:
    """What somebody says of a roll: who, on which day, about whom, what."""

    raised_by: str
    raised_on: date
    what: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an objection was settled: accepted, and what changed; or not, and why; on which day."""

    accepted: bool
    what: str
    on: date


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """An objection as it is kept; ``settlement`` is None until it is settled."""

    key: int
    objection: Objection
    settlement: Settlement | None


@for_elections
def objections(workplace: Workplace, code: str) -> tuple[ObjectionView, ...]:
    """List the objections to the roll of an election in the order of their days.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        return objections_of(session, election_of(session, code))


def write_objection(
    workplace: Workplace,
    code: str,
    said: Objection,
    made: Settlement | None = None,
    key: int | None = None,
) -> int:
    """Write down an objection and how it was settled, or with its key correct it, and return the key.

    Args:
        workplace: the open office.
        code: the election's.
        said: the objection.
        made: how it was settled; None while it isn't, or is open again.
        key: of the one that is corrected.

    Raises:
        RequestRefused: ``objection.unknown``; ``objection.by``, ``objection.what``, ``objection.settlement``
            where one of them is empty; ``objection.day`` for a day that hasn't come;
            ``objection.settled_day`` for one that hasn't, or before it was raised.
    """
    with writing(workplace.database) as session:
        election = vote_of(session, code).election
        _check(said, made, workplace.today())
        by, what = tidy(said.raised_by), tidy(said.what)
        if key is None:
            kept = RollObjection(election=election, raised_by=by, raised_on=said.raised_on, what=what)
            session.add(kept)
        else:
            kept = _found(session, election, key)
        kept.raised_by, kept.raised_on, kept.what = by, said.raised_on, what
        kept.about = tidy(said.about) or None
        kept.settled_on = made.on if made else None
        kept.accepted = made.accepted if made else None
        kept.settlement = tidy(made.what) if made else None
        session.flush()
        settled = ("accepted", "settlement", "settled_on") if made else ()
        workplace.note(session, "roll.objection", kept, "raised_by", "raised_on", "about", "what", *settled)
        return kept.id


def remove_objection(workplace: Workplace, code: str, key: int) -> None:
    """Take away an objection that was written down by mistake; a settled one is opened first.

    Raises:
        RequestRefused: ``objection.unknown``; ``objection.settled``.
    """
    with writing(workplace.database) as session:
        election = vote_of(session, code).election
        kept = _found(session, election, key)
        if kept.settled_on is not None:
            raise RequestRefused("objection.settled", where=code)
        session.delete(kept)
        session.flush()
        workplace.note(session, "roll.objection_not", election, "what")


def objections_of(session: Session, election: Election) -> tuple[ObjectionView, ...]:
    """List the objections to the roll of an election inside the caller's session."""
    kept = select(RollObjection).where(RollObjection.election_id == election.id)
    return tuple(
        _view(one) for one in session.scalars(kept.order_by(RollObjection.raised_on, RollObjection.id))
    )


def _check(said: Objection, made: Settlement | None, today: date) -> None:
    if not tidy(said.raised_by):
        raise RequestRefused("objection.by", where="raised_by")
    if not tidy(said.what):
        raise RequestRefused("objection.what", where="what")
    if said.raised_on > today:
        raise RequestRefused("objection.day", where="raised_on")
    if made is not None and not tidy(made.what):
        raise RequestRefused("objection.settlement", where="settlement")
    if made is not None and not said.raised_on <= made.on <= today:
        raise RequestRefused("objection.settled_day", where="settled_on")


def _found(session: Session, election: Election, key: int) -> RollObjection:
    kept = session.get(RollObjection, key)
    if kept is None or kept.election_id != election.id:
        raise RequestRefused("objection.unknown", where=election.code)
    return kept


def _view(one: RollObjection) -> ObjectionView:
    said = Objection(one.raised_by, one.raised_on, one.what, one.about or "")
    if one.settled_on is None:
        return ObjectionView(one.id, said, None)
    made = Settlement(bool(one.accepted), one.settlement or "", one.settled_on)
    return ObjectionView(one.id, said, made)
