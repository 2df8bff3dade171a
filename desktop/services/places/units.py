"""The commune and its hamlets, each from its first day to its last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.places import Unit, UnitLevel
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import exists_on, unit_on
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as it is called on a day: ``Thôn`` and ``Nà Ếch``."""

    code: str
    kind: str
    name: str

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be added; ``predecessors`` are the codes of the units it was made of."""

    code: str
    level: str
    kind: str
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    parent: str | None = None
    predecessors: Sequence[str] = ()


def add_unit(workplace: Workplace, new: NewUnit) -> UnitView:
    """Add one unit; a unit that succeeds others ends them the day before it begins.

    Raises:
        RequestRefused: ``unknown.unit`` for a parent or predecessor that is not known; ``unit.exists`` when
            the code is in use at that time; ``unit.period`` for a last day before the first, or a successor
            without a first day.
    """
    with writing(workplace.database) as session:
        unit = _added(session, new, workplace.today())
        workplace.note(session, "unit.add", unit, "code", "kind", "name")
        return view_of(unit)


def hamlets(workplace: Workplace, commune: str) -> tuple[UnitView, ...]:
    """List the hamlets of a commune today, in the order of their codes."""
    with reading(workplace.database) as session:
        today = workplace.today()
        parent = unit_on(session, commune, today)
        return tuple(view_of(unit) for unit in _hamlets(session, parent, today))


def view_of(unit: Unit) -> UnitView:
    """Return a unit as a value."""
    return UnitView(unit.code, unit.kind, unit.name)


def _hamlets(session: Session, commune: Unit, day: date) -> Sequence[Unit]:
    found = select(Unit).where(Unit.parent_id == commune.id, *exists_on(day)).order_by(Unit.code)
    return session.scalars(found).all()


def _added(session: Session, new: NewUnit, today: date) -> Unit:
    if (new.predecessors and new.starts_on is None) or (new.ends_on or date.max) < (
        new.starts_on or date.min
    ):
        raise RequestRefused("unit.period", where=new.code)
    # A unit of the past whose first day is not known existed on its last.
    begins = new.starts_on or min(today, new.ends_on or today)
    # The day before: a predecessor may have been ended already.
    eve = begins - timedelta(days=1)
    before = [unit_on(session, code, eve) for code in new.predecessors]
    for earlier in before:
        earlier.ends_on = eve
    session.flush()
    if session.scalars(select(Unit.id).where(Unit.code == new.code, *exists_on(begins))).first():
        raise RequestRefused("unit.exists", where=new.code)
    unit = Unit(
        code=new.code,
        level=UnitLevel(new.level),
        kind=tidy(new.kind),
        name=tidy(new.name),
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        parent=unit_on(session, new.parent, begins) if new.parent else None,
        predecessors=before,
    )
    session.add(unit)
    session.flush()
    return unit
