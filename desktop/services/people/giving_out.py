"""The households of a hamlet or of all, their members, and voters, as workbooks that come back the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.services.lists.giving_out import list_workbook
from desktop.services.office.files import write_file
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.people.on_a_day import Registers
from desktop.sheets.lists.headings.columns import HAMLET
from desktop.sheets.lists.kinds.household_members import HEAD, HOUSEHOLD_MEMBERS, RELATION
from desktop.sheets.lists.kinds.households import HOUSEHOLDS
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.kinds.voters import VOTERS
from desktop.vietnamese.sexes import sex_word
from desktop.wording import words


@for_elections
def give_out_households(workplace: Workplace, hamlet: str | None, path: Path, on: date | None = None) -> int:
    """Write the households that live in a hamlet, by name, into a workbook, and return how many they are.

    Identity numbers stand there whole, so the log says that the list was given out.

    Args:
        workplace: the open office.
        hamlet: a hamlet's code; None for all, with a column that names the hamlet of each.
        path: of the workbook.
        on: those of that day, under the hamlets' names then; None for today's.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    with writing(workplace.database) as session:
        registers = Registers(session, workplace, on)
        rows = [
            {**_person(head), "members": members, HAMLET: _named(unit)}
            for unit in registers.units(hamlet)
            for head, members in registers.heads(unit, Household.members)
        ]
        _write(registers, HOUSEHOLDS, "list.households.title", hamlet, rows, path)
        return len(rows)


@for_elections
def give_out_members(workplace: Workplace, hamlet: str | None, path: Path, on: date | None = None) -> int:
    """Write who belongs to these households, each head first, into a workbook, and return how many they are.

    Who is dead, moved or away is left out. As ``give_out_households`` else.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    with writing(workplace.database) as session:
        registers = Registers(session, workplace, on)
        rows = []
        for unit in registers.units(hamlet):
            for head, lines in registers.homes(unit):
                of_home: dict[str, Any] = {HEAD: head.name, HAMLET: _named(unit)}
                rows.append({**_person(head), **of_home, RELATION: words("list.household.head")})
                rows += [{**_person(line.person), **of_home, RELATION: line.relation} for line in lines]
        _write(registers, HOUSEHOLD_MEMBERS, "list.household_members.title", hamlet, rows, path)
        return len(rows)


@for_elections
def give_out_voters(workplace: Workplace, hamlet: str | None, path: Path) -> int:
    """Write who votes in a hamlet where all voters do, by name, into a workbook, and return how many.

    They are the voters of its households and those without one. As ``give_out_households`` else.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    with writing(workplace.database) as session:
        registers = Registers(session, workplace, None)
        rows = [
            {**_person(one.person), HAMLET: _named(unit)}
            for unit in registers.units(hamlet)
            for one in registers.voters(unit)
        ]
        _write(registers, VOTERS, "list.voters.title", hamlet, rows, path)
        return len(rows)


def _write(
    registers: Registers,
    kind: ListKind,
    title: str,
    hamlet: str | None,
    rows: Sequence[Mapping[str, Any]],
    path: Path,
) -> None:
    workplace, session = registers.workplace, registers.session
    unit = own_unit(session) if hamlet is None else registers.units(hamlet)[0]
    place = _named(unit)
    if registers.on is not None:
        place = words("list.on", place=place, day=f"{registers.on:%d/%m/%Y}")
    more = ((HAMLET, words("list.hamlet")),) if hamlet is None else ()
    write_file(path, list_workbook(workplace, kind, words(title), place, rows, more), replace=True)
    workplace.note(session, f"{kind.name}.give_out", unit)


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
