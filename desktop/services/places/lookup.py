"""Finding units and hamlets as they were on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.errors import RequestRefused
from desktop.models.places import HamletFacts, Unit, UnitLevel
from desktop.services.office.workplace import own_office


def unit_on(session: Session, code: str, day: date) -> Unit:
    """Return the unit that bears a code on a day.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    found = session.scalars(
        select(Unit).where(Unit.code == code, *exists_on(day)).order_by(Unit.starts_on.desc())
    ).first()
    if found is None:
        raise RequestRefused("unknown.unit", where=code)
    return found


def exists_on(day: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a unit exists on a day; a day that is not known excludes nothing."""
    return (
        or_(Unit.starts_on.is_(None), Unit.starts_on <= day),
        or_(Unit.ends_on.is_(None), Unit.ends_on >= day),
    )


def hamlets_of(session: Session, day: date) -> Sequence[Unit]:
    """Return the hamlets of the office's commune on a day, in the order of their codes."""
    commune = aliased(Unit)
    found = (
        select(Unit)
        .join(commune, Unit.parent_id == commune.id)
        .where(
            commune.code == own_office(session).unit_code,
            Unit.level == UnitLevel.HAMLET,
            *exists_on(day),
        )
        .order_by(Unit.code)
    )
    return session.scalars(found).unique().all()


def facts_of(session: Session, units: Iterable[Unit]) -> dict[int, HamletFacts]:
    """Return what the commune's list says of units, by the unit's key."""
    keys = [unit.id for unit in units]
    found = select(HamletFacts).where(HamletFacts.unit_id.in_(keys))
    return {facts.unit_id: facts for facts in session.scalars(found)}
