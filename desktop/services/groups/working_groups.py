"""Subcommittees and working groups for the congresses of a year: made, changed, their people and units.

Source: field-practice.md P42.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import RequestRefused
from desktop.models.groups import CongressWork, GroupKind, GroupMember, GroupUnit, UnitApproval, WorkingGroup
from desktop.models.people import Person
from desktop.models.store.session import reading, writing
from desktop.services.groups.cared_for import CaredFor, cared_for, records_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

__all__ = [
    "GroupKind",
    "GroupView",
    "MemberView",
    "NewGroup",
    "add_member",
    "change_group",
    "drop_member",
    "groups",
    "look_after",
    "make_group",
    "remove_group",
    "years",
]

_FIRST_YEAR, _LAST_YEAR = 1930, 2999


@dataclass(frozen=True, slots=True)
class NewGroup:
    """What is written of a group: the year of the congresses, its kind, name, task and decision."""

    year: int
    kind: GroupKind
    name: str
    task: str = ""
    paper_number: str = ""
    paper_on: date | None = None


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody in a group, by the key of the line; ``person`` is the key in the registers where known."""

    key: int
    name: str
    role: str
    person: int | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group as it stands, with its people and its units in their order."""

    key: int
    said: NewGroup
    members: tuple[MemberView, ...]
    units: tuple[CaredFor, ...]


@for_party
def groups(workplace: Workplace, year: int) -> tuple[GroupView, ...]:
    """List the groups for the congresses of a year, in the order in which they were made."""
    with reading(workplace.database) as session:
        return tuple(map(_view, groups_of(session, year)))


@for_party
def years(workplace: Workplace) -> tuple[int, ...]:
    """Return the years of congresses that something is written of, and this one, the latest first."""
    with reading(workplace.database) as session:
        known = {
            year
            for record in (WorkingGroup, UnitApproval, CongressWork)
            for year in session.scalars(select(record.year).distinct())
        }
    return tuple(sorted({*known, workplace.today().year}, reverse=True))


@for_party
def make_group(workplace: Workplace, new: NewGroup, units: Iterable[CaredFor] = ()) -> int:
    """Write a group down, with the units that it looks after, and return its key.

    Raises:
        RequestRefused: ``group.name``, ``group.year``, ``group.known``; ``unknown.branch``, ``unknown.unit``.
    """
    with writing(workplace.database) as session:
        said = _checked(session, new, None)
        made = WorkingGroup(**_written(said))
        session.add(made)
        session.flush()
        _set_units(session, made, units)
        session.flush()
        workplace.note(
            session, "group.make", made, "year", "kind", "name", "task", "paper_number", "group_units"
        )
        return made.id


@for_party
def change_group(workplace: Workplace, key: int, told: NewGroup) -> None:
    """Correct what is written of a group; its people and units stay.

    Raises:
        RequestRefused: ``unknown.group``; ``group.approved`` where it goes to another year and leaves a unit
            whose approvals rest on it; or as ``make_group``.
    """
    with writing(workplace.database) as session:
        found = _group(session, key)
        said, year = _checked(session, told, key), found.year
        written = _written(said)
        changed = [name for name, value in written.items() if getattr(found, name) != value]
        if not changed:
            return
        for name in changed:
            setattr(found, name, written[name])
        session.flush()
        _refuse_left(session, year)
        workplace.note(session, "group.change", found, *changed)


@for_party
def look_after(workplace: Workplace, key: int, units: Iterable[CaredFor]) -> None:
    """Say which units a group looks after from now on, in their order.

    Raises:
        RequestRefused: ``unknown.group``, ``unknown.branch``, ``unknown.unit``; ``group.approved`` where a
            unit of which something is approved would have no group.
    """
    with writing(workplace.database) as session:
        found = _group(session, key)
        wanted = tuple(units)
        if [one.key for one in map(_unit, found.units)] == [one.key for one in wanted]:
            return
        _set_units(session, found, wanted)
        session.flush()
        _refuse_left(session, found.year)
        workplace.note(session, "group.change", found, "group_units")


@for_party
def add_member(workplace: Workplace, key: int, name: str, role: str = "", person: int | None = None) -> int:
    """Take somebody into a group, as the last of the list, and return the key of the line.

    Args:
        workplace: the open office.
        key: of the group.
        name: as papers print it.
        role: such as ``Trưởng tiểu ban``.
        person: key in the registers, where somebody said who it is.

    Raises:
        RequestRefused: ``unknown.group``; ``group.member`` for no name.
    """
    with writing(workplace.database) as session:
        found = _group(session, key)
        if not tidy(name):
            raise RequestRefused("group.member", where=found.name)
        made = GroupMember(
            group=found,
            position=max((one.position for one in found.members), default=0) + 1,
            name=tidy(name),
            role=tidy(role) or None,
            person=session.get(Person, person) if person is not None else None,
        )
        session.add(made)
        session.flush()
        workplace.note(session, "group.change", found, "group_members")
        return made.id


@for_party
def drop_member(workplace: Workplace, member: int) -> None:
    """Let somebody leave a group.

    Raises:
        RequestRefused: ``unknown.group`` where the line is gone already.
    """
    with writing(workplace.database) as session:
        line = session.get(GroupMember, member)
        if line is None:
            raise RequestRefused("unknown.group", where=str(member))
        group = line.group
        group.members.remove(line)
        session.flush()
        workplace.note(session, "group.change", group, "group_members")


@for_party
def remove_group(workplace: Workplace, key: int) -> None:
    """Take out a group that was written down by mistake.

    Raises:
        RequestRefused: ``unknown.group``; ``group.approved`` as ``look_after``.
    """
    with writing(workplace.database) as session:
        found = _group(session, key)
        year = found.year
        workplace.note(session, "group.remove", found, "name")
        session.delete(found)
        session.flush()
        _refuse_left(session, year)


def groups_of(session: Session, year: int) -> list[WorkingGroup]:
    """Return the groups of a year with their people and units, in the order in which they were made."""
    wanted = (
        select(WorkingGroup)
        .where(WorkingGroup.year == year)
        .options(
            selectinload(WorkingGroup.members),
            selectinload(WorkingGroup.units).options(
                joinedload(GroupUnit.branch), joinedload(GroupUnit.unit)
            ),
        )
        .order_by(WorkingGroup.id)
    )
    return list(session.scalars(wanted))


def check_year(year: int) -> None:
    """Refuse what is no year of congresses.

    Raises:
        RequestRefused: ``group.year``.
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise RequestRefused("group.year", where=str(year))


def _group(session: Session, key: int) -> WorkingGroup:
    found = session.get(WorkingGroup, key)
    if found is None:
        raise RequestRefused("unknown.group", where=str(key))
    return found


def _checked(session: Session, told: NewGroup, but: int | None) -> NewGroup:
    name = tidy(told.name)
    if not name:
        raise RequestRefused("group.name")
    check_year(told.year)
    same = select(WorkingGroup).where(WorkingGroup.year == told.year, WorkingGroup.name == name)
    if any(one.id != but for one in session.scalars(same)):
        raise RequestRefused("group.known", where=name)
    return NewGroup(told.year, told.kind, name, tidy(told.task), tidy(told.paper_number), told.paper_on)


def _written(said: NewGroup) -> dict[str, Any]:
    return {
        "year": said.year,
        "kind": said.kind,
        "name": said.name,
        "task": said.task or None,
        "paper_number": said.paper_number or None,
        "paper_on": said.paper_on,
    }


def _set_units(session: Session, group: WorkingGroup, units: Iterable[CaredFor]) -> None:
    group.units.clear()
    session.flush()
    for one in units:
        branch, unit = records_of(session, one)
        session.add(GroupUnit(group=group, branch=branch, unit=unit))


def _refuse_left(session: Session, year: int) -> None:
    """Refuse a change after which nobody looks after a unit of which something was approved."""
    served = {_unit(one).key for group in groups_of(session, year) for one in group.units}
    said = select(UnitApproval).where(UnitApproval.year == year)
    for one in session.scalars(said):
        unit = cared_for(one.branch, one.unit)
        if unit.key not in served:
            raise RequestRefused("group.approved", where=unit.name)


def _unit(one: GroupUnit) -> CaredFor:
    return cared_for(one.branch, one.unit)


def _view(group: WorkingGroup) -> GroupView:
    said = NewGroup(
        group.year, group.kind, group.name, group.task or "", group.paper_number or "", group.paper_on
    )
    members = tuple(MemberView(one.id, one.name, one.role or "", one.person_id) for one in group.members)
    return GroupView(group.id, said, members, tuple(map(_unit, group.units)))
