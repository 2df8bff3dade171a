"""The households of a hamlet or of all, their members, and voters, as lists that come back the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.services.lists.list_kind import Extent, Given
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.people.on_a_day import Registers
from desktop.sheets.lists.headings.columns import HAMLET
from desktop.sheets.lists.kinds.household_members import HEAD, RELATION
from desktop.vietnamese.sexes import sex_word
from desktop.wording import words


def households_given(workplace: Workplace, session: Session, extent: Extent) -> Given:
    """Find the households that live in a hamlet, by name; of all hamlets a column names that of each.

    Those of a past day stand under the hamlets' names then.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    registers = Registers(session, workplace, extent.on)
    rows = [
        {**_person(head), "members": members, HAMLET: _named(unit)}
        for unit in registers.each_unit(extent.place)
        for head, members in registers.heads(unit, Household.members)
    ]
    return _given(registers, extent, rows)


def members_given(workplace: Workplace, session: Session, extent: Extent) -> Given:
    """Find who belongs to these households, each head first; who is dead, moved or away is left out.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    registers = Registers(session, workplace, extent.on)
    rows = []
    for unit in registers.each_unit(extent.place):
        for head, lines in registers.homes(unit):
            of_home: dict[str, Any] = {HEAD: head.name, HAMLET: _named(unit)}
            rows.append({**_person(head), **of_home, RELATION: words("list.household.head")})
            rows += [{**_person(line.person), **of_home, RELATION: line.relation} for line in lines]
    return _given(registers, extent, rows)


def voters_given(workplace: Workplace, session: Session, extent: Extent) -> Given:
    """Find who votes in a hamlet where all voters do, by name: of its households, and without one.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    registers = Registers(session, workplace, extent.on)
    rows = [
        {**_person(one.person), HAMLET: _named(unit)}
        for unit in registers.each_unit(extent.place)
        for one in registers.voters(unit)
    ]
    return _given(registers, extent, rows)


def _given(registers: Registers, extent: Extent, rows: Sequence[Mapping[str, Any]]) -> Given:
    unit = own_unit(registers.session) if extent.place is None else registers.units(extent.place)[0]
    place = _named(unit)
    if extent.on is not None:
        place = words("list.on", place=place, day=f"{extent.on:%d/%m/%Y}")
    more = ((HAMLET, words("list.hamlet")),) if extent.place is None else ()
    return Given(rows, place, unit, more)


def _named(unit: Unit) -> str:
    return f"{unit.kind} {unit.name}"


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "birth": person.birth,
        "sex": sex_word(person.sex) if person.sex else None,
        "identity": person.identity,
        "ethnic": person.ethnic,
    }
