"""The commune and its hamlets, each from its first day to its last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.places import Unit, UnitLevel
from desktop.models.session import reading, writing
from desktop.services.lookup import unit_on
from desktop.services.workplace import Workplace
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
        RequestRefused: ``unknown.unit`` for a parent or predecessor that is not known.
    """
    with writing(workplace.database) as session:
        unit = _added(session, new, workplace.clock().date())
        workplace.note(session, "unit.add", unit, "code", "kind", "name")
        return view_of(unit)


def add_hamlets(
    workplace: Workplace, commune: str, rows: Sequence[dict[str, object]]
) -> tuple[UnitView, ...]:
    """Add the hamlets of a list (kind and name) that the commune does not have yet.

    Their codes are the commune's with a running number: ``06859-T01``.

    Raises:
        RequestRefused: ``unknown.unit`` for the commune.
    """
    with writing(workplace.database) as session:
        today = workplace.clock().date()
        parent = unit_on(session, commune, today)
        known = {(unit.kind, unit.name): unit for unit in _hamlets(session, parent)}
        number = session.scalar(select(func.count()).where(Unit.parent_id == parent.id)) or 0
        listed = []
        for row in rows:
            kind, name = tidy(str(row["kind"])), tidy(str(row["name"]))
            unit = known.get((kind, name))
            if unit is None:
                number += 1
                new = NewUnit(f"{commune}-T{number:02d}", "hamlet", kind, name, parent=commune)
                unit = _added(session, new, today)
                workplace.note(session, "unit.add", unit, "code", "kind", "name")
            listed.append(view_of(unit))
        return tuple(listed)


def hamlets(workplace: Workplace, commune: str) -> tuple[UnitView, ...]:
    """List the hamlets of a commune today, in the order of their codes."""
    with reading(workplace.database) as session:
        parent = unit_on(session, commune, workplace.clock().date())
        return tuple(view_of(unit) for unit in _hamlets(session, parent))


def view_of(unit: Unit) -> UnitView:
    """Return a unit as a value."""
    return UnitView(unit.code, unit.kind, unit.name)


def _hamlets(session: Session, commune: Unit) -> Sequence[Unit]:
    found = select(Unit).where(Unit.parent_id == commune.id, Unit.ends_on.is_(None)).order_by(Unit.code)
    return session.scalars(found).all()


def _added(session: Session, new: NewUnit, today: date) -> Unit:
    before = [unit_on(session, code, new.starts_on or today) for code in new.predecessors]
    unit = Unit(
        code=new.code,
        level=UnitLevel(new.level),
        kind=tidy(new.kind),
        name=tidy(new.name),
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        parent=unit_on(session, new.parent, new.starts_on or today) if new.parent else None,
        predecessors=before,
    )
    for earlier in before:
        if new.starts_on is not None:
            earlier.ends_on = date.fromordinal(new.starts_on.toordinal() - 1)
    session.add(unit)
    session.flush()
    return unit
