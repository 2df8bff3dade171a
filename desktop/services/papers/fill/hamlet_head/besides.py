"""What a paper says of a hamlet beside its name where a reader needs both: what it was, what it is now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Election
from desktop.models.places import Unit, unit_predecessors


def called_besides(session: Session, election: Election, today: date) -> str | None:
    """Return what a hamlet is called on the day of a paper, or was called before its first election."""
    return called_now(session, election.unit, today) or called_before(session, election)


def called_now(session: Session, unit: Unit, today: date) -> str | None:
    """Return what has become of a hamlet that is no more: ``nay là thôn Y``; None of any other."""
    if unit.ends_on is None or unit.ends_on >= today:
        return None
    heirs = _heirs(session, unit, today)
    return f"nay là {_said(heirs)}" if heirs else None


def called_before(session: Session, election: Election) -> str | None:
    """Return what a hamlet that was just made was before: ``trước ngày 01/7/2026 là các thôn A, B``.

    None after its first election: by then its name is known.
    """
    unit = election.unit
    before = [
        one for one in unit.predecessors if one.ends_on and unit.starts_on and one.ends_on < unit.starts_on
    ]
    if not before or unit.starts_on is None or _elected_before(session, election):
        return None
    return f"trước ngày {unit.starts_on:%d/%m/%Y} là {_said(before)}"


def _heirs(session: Session, unit: Unit, day: date) -> list[Unit]:
    """Return the hamlets of a day that came of a unit, through those that ended in between."""
    found: dict[int, Unit] = {}
    waiting, seen = [unit], {unit.id}
    while waiting:
        came = select(Unit).join(unit_predecessors, Unit.id == unit_predecessors.c.successor_id)
        ended = waiting.pop(0).id
        for heir in session.scalars(
            came.where(unit_predecessors.c.predecessor_id == ended).order_by(Unit.id)
        ):
            if heir.id in seen:
                continue
            seen.add(heir.id)
            if heir.ends_on is None or heir.ends_on >= day:
                found[heir.id] = heir
            else:
                waiting.append(heir)
    return list(found.values())


def _elected_before(session: Session, election: Election) -> bool:
    earlier = select(Election.id).where(
        Election.unit_id == election.unit_id,
        Election.held_on < election.held_on,
        Election.cancelled_at.is_(None),
    )
    return session.scalar(earlier.limit(1)) is not None


def _said(units: Sequence[Unit]) -> str:
    """Name units in a sentence, the word once where all have the same: ``các thôn A, B``."""
    kinds = {unit.kind.lower() for unit in units}
    if len(units) > 1 and len(kinds) == 1:
        return f"các {kinds.pop()} {', '.join(unit.name for unit in units)}"
    return ", ".join(f"{unit.kind.lower()} {unit.name}" for unit in units)
