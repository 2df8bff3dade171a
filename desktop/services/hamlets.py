"""The hamlets of the commune as its page lists them, and what becomes of them: renamed, merged, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, selectinload

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.people import Household
from desktop.models.places import HamletFacts, Unit, UnitLevel
from desktop.models.session import reading, writing
from desktop.rules.election_state import ElectionState
from desktop.services.hamlet_import import facts_of, next_code
from desktop.services.lookup import own_unit, unit_on
from desktop.services.workplace import Workplace
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import tidy

_OVER = (ElectionState.RECOGNISED,)


@dataclass(frozen=True, slots=True)
class HamletLine:
    """A hamlet in the list.

    Attributes:
        id: key of the record.
        counted: households in the register, in households.
        stated: households as the commune's list says; None where it doesn't.
        predecessors: the units it was made of, by name.
    """

    id: int
    code: str
    kind: str
    name: str
    counted: int
    stated: int | None
    head: str | None
    head_is_member: bool | None
    especially_difficult: bool | None
    starts_on: date | None
    ends_on: date | None
    predecessors: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{self.kind} {self.name}"


def hamlet_lines(workplace: Workplace, *, ended: bool = False) -> tuple[HamletLine, ...]:
    """List the commune's hamlets by their names, and with ``ended`` those of the past after them.

    Raises:
        RequestRefused: ``unknown.unit`` when the commune itself is not known.
    """
    with reading(workplace.database) as session:
        commune = own_unit(session)
        parents = select(Unit.id).where(Unit.code == commune.code)
        units = session.scalars(
            select(Unit)
            .where(Unit.parent_id.in_(parents), Unit.level == UnitLevel.HAMLET)
            .options(selectinload(Unit.predecessors))
        ).all()
        today = workplace.today()
        shown = [unit for unit in units if ended or unit.ends_on is None or unit.ends_on >= today]
        facts = facts_of(session, shown)
        counted = _counted(session)
        lines = [_line(unit, facts.get(unit.id), counted.get(unit.id, 0)) for unit in shown]
        return tuple(sorted(lines, key=lambda line: (line.ends_on is not None, sort_key(line.name))))


def add_hamlet(workplace: Workplace, kind: str, name: str, starts_on: date | None = None) -> str:
    """Add one hamlet, and return its code.

    Raises:
        RequestRefused: ``hamlet.name`` for a name that is empty or another hamlet's.
    """
    with writing(workplace.database) as session:
        unit = _new(session, workplace, kind, name, starts_on)
        workplace.note(session, "unit.add", unit, "code", "kind", "name")
        return unit.code


def state_facts(workplace: Workplace, code: str, **facts: Any) -> None:
    """Write down what the commune says of a hamlet.

    Args:
        workplace: the open office.
        code: the hamlet's.
        facts: ``households``, ``especially_difficult``, ``head`` or ``head_is_member``.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        found = facts_of(session, [unit]).get(unit.id)
        if found is None:
            found = HamletFacts(unit=unit)
            session.add(found)
        for field, value in facts.items():
            setattr(found, field, tidy(value) or None if isinstance(value, str) else value)
        session.flush()
        workplace.note(session, "hamlet.state", found, *facts)


def correct_name(workplace: Workplace, code: str, kind: str, name: str) -> None:
    """Mend a name that was written wrongly; it then has always been so.

    Raises:
        RequestRefused: ``hamlet.name``; ``hamlet.election`` when papers of an election bear the name.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        if session.scalar(select(Election.id).where(Election.unit_id == unit.id).limit(1)):
            raise RequestRefused("hamlet.election", where=f"{unit.kind} {unit.name}")
        unit.kind, unit.name = _checked(session, workplace, kind, name, unit)
        workplace.note(session, "unit.correct", unit, "kind", "name")


def rename(workplace: Workplace, code: str, kind: str, name: str, on: date) -> None:
    """Give a hamlet another name from a day on: the old name ends the day before, the households go along.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    _succeed(workplace, (code,), kind, name, on)


def merge(workplace: Workplace, codes: Sequence[str], kind: str, name: str, on: date) -> None:
    """Make one hamlet of several from a day on: they end the day before, their households go along.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, ``hamlet.merge`` for fewer than two, or
            ``hamlet.under_way`` while one of them elects.
    """
    if len(set(codes)) < 2:
        raise RequestRefused("hamlet.merge")
    _succeed(workplace, codes, kind, name, on)


def end_hamlet(workplace: Workplace, code: str, on: date) -> None:
    """End a hamlet that has no households left; ``on`` is its last day.

    Raises:
        RequestRefused: ``hamlet.households``, ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        _check_free(session, unit)
        _check_day(unit, on, workplace.today())
        if _counted(session).get(unit.id, 0):
            raise RequestRefused("hamlet.households", where=f"{unit.kind} {unit.name}")
        unit.ends_on = on
        workplace.note(session, "unit.end", unit, "ends_on")


def _succeed(workplace: Workplace, codes: Sequence[str], kind: str, name: str, on: date) -> None:
    with writing(workplace.database) as session:
        before = [unit_on(session, code, workplace.today()) for code in dict.fromkeys(codes)]
        for unit in before:
            _check_free(session, unit)
            _check_day(unit, on - timedelta(days=1), workplace.today())
        kind, name = _checked(session, workplace, kind, name, *before)
        # A hamlet that only changes its name keeps its code; a merged one is another hamlet.
        code = before[0].code if len(before) == 1 else next_code(session, own_unit(session))
        for unit in before:
            unit.ends_on = on - timedelta(days=1)
        session.flush()
        successor = _made(session, code, kind, name, on, before)
        _take_over(session, successor, before)
        workplace.note(session, "unit.succeed", successor, "code", "kind", "name", "predecessors")


def _take_over(session: Session, successor: Unit, before: Sequence[Unit]) -> None:
    keys = [unit.id for unit in before]
    living = update(Household).where(Household.hamlet_id.in_(keys), Household.ends_on.is_(None))
    session.execute(living.values(hamlet_id=successor.id))
    facts = facts_of(session, before)
    if len(facts) != len(before):
        return
    stated = [facts[key].households for key in keys]
    made = HamletFacts(unit=successor, households=sum(stated) if None not in stated else None)  # type: ignore[arg-type] # none is None here
    if len(before) == 1:
        own = facts[keys[0]]
        made.head, made.head_is_member = own.head, own.head_is_member
        made.especially_difficult = own.especially_difficult
    session.add(made)
    session.flush()


def _new(session: Session, workplace: Workplace, kind: str, name: str, starts_on: date | None) -> Unit:
    kind, name = _checked(session, workplace, kind, name)
    return _made(session, next_code(session, own_unit(session)), kind, name, starts_on, ())


def _made(
    session: Session, code: str, kind: str, name: str, starts_on: date | None, before: Sequence[Unit]
) -> Unit:
    unit = Unit(
        code=code,
        level=UnitLevel.HAMLET,
        kind=kind,
        name=name,
        starts_on=starts_on,
        parent=own_unit(session),
        predecessors=list(before),
    )
    session.add(unit)
    session.flush()
    return unit


def _checked(session: Session, workplace: Workplace, kind: str, name: str, *but: Unit) -> tuple[str, str]:
    kind, name = tidy(kind), tidy(name)
    own = own_unit(session)
    alike = select(Unit.id).where(
        Unit.parent_id == own.id,
        func.lower(Unit.kind) == kind.lower(),
        Unit.name == name,
        Unit.ends_on.is_(None) | (Unit.ends_on >= workplace.today()),
        Unit.id.not_in([unit.id for unit in but]),
    )
    if not kind or not name or session.scalar(alike.limit(1)):
        raise RequestRefused("hamlet.name", where=f"{kind} {name}".strip())
    return kind, name


def _check_free(session: Session, unit: Unit) -> None:
    """Refuse while an election of the unit is not over."""
    running = select(Election.id).where(Election.unit_id == unit.id, Election.state.not_in(_OVER))
    if session.scalar(running.limit(1)):
        raise RequestRefused("hamlet.under_way", where=f"{unit.kind} {unit.name}")


def _check_day(unit: Unit, last: date, today: date) -> None:
    # Its households go along at once, so a day to come is written down when it has come.
    if last > today or (unit.starts_on is not None and last < unit.starts_on):
        raise RequestRefused("hamlet.day", where=f"{unit.kind} {unit.name}")


def _counted(session: Session) -> dict[int, int]:
    living = select(Household.hamlet_id, func.count()).where(Household.ends_on.is_(None))
    return {row[0]: row[1] for row in session.execute(living.group_by(Household.hamlet_id))}


def _line(unit: Unit, facts: HamletFacts | None, counted: int) -> HamletLine:
    return HamletLine(
        id=unit.id,
        code=unit.code,
        kind=unit.kind,
        name=unit.name,
        counted=counted,
        stated=facts.households if facts else None,
        head=facts.head if facts else None,
        head_is_member=facts.head_is_member if facts else None,
        especially_difficult=facts.especially_difficult if facts else None,
        starts_on=unit.starts_on,
        ends_on=unit.ends_on,
        predecessors=tuple(f"{one.kind} {one.name}" for one in unit.predecessors),
    )
