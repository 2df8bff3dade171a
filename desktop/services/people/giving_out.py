"""The households of a hamlet or of all, and their members, given out as workbooks that come back the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.people import Household, HouseholdMember, Person
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.services.lists.giving_out import list_workbook
from desktop.services.office.files import write_file
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.lookup import hamlets_of, unit_on
from desktop.sheets.lists.headings.columns import HAMLET
from desktop.sheets.lists.kinds.household_members import HEAD, HOUSEHOLD_MEMBERS, RELATION
from desktop.sheets.lists.kinds.households import HOUSEHOLDS
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.vietnamese.sexes import sex_word
from desktop.wording import words


@for_elections
def give_out_households(workplace: Workplace, hamlet: str | None, path: Path) -> int:
    """Write the households that live in a hamlet, by name, into a workbook, and return how many they are.

    Identity numbers stand there whole, so the log says that the list was given out.

    Args:
        workplace: the open office.
        hamlet: a hamlet's code; None for all, with a column that names the hamlet of each.
        path: of the workbook.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    with writing(workplace.database) as session:
        units = _units(workplace, session, hamlet)
        rows = [
            {**_person(head), "members": members, HAMLET: _named(unit)}
            for unit in units
            for head, members in session.execute(_heads(unit).add_columns(Household.members)).all()
        ]
        _write(workplace, session, HOUSEHOLDS, "list.households.title", hamlet, rows, path)
        return len(rows)


@for_elections
def give_out_members(workplace: Workplace, hamlet: str | None, path: Path) -> int:
    """Write who belongs to these households, each head first, into a workbook, and return how many they are.

    Who is dead, moved or away is left out. As ``give_out_households`` else.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    with writing(workplace.database) as session:
        rows = []
        for unit in _units(workplace, session, hamlet):
            for head, lines in homes_of(session, unit):
                of_home: dict[str, Any] = {HEAD: head.name, HAMLET: _named(unit)}
                rows.append({**_person(head), **of_home, RELATION: words("list.household.head")})
                rows += [{**_person(line.person), **of_home, RELATION: line.relation} for line in lines]
        _write(workplace, session, HOUSEHOLD_MEMBERS, "list.household_members.title", hamlet, rows, path)
        return len(rows)


def homes_of(session: Session, unit: Unit) -> Iterator[tuple[Person, Sequence[HouseholdMember]]]:
    """Yield the households that live in a hamlet by the names of their heads: the head, and who is with them.

    Who is dead, moved or away is none of them.
    """
    here = (
        select(HouseholdMember)
        .join(Household, HouseholdMember.household_id == Household.id)
        .where(
            Household.hamlet_id == unit.id,
            Household.ends_on.is_(None),
            Household.head_id != HouseholdMember.person_id,
            HouseholdMember.ends_on.is_(None),
            HouseholdMember.end_reason.is_(None),
        )
        .options(joinedload(HouseholdMember.person))
        .order_by(HouseholdMember.id)
    )
    of_homes: dict[int, list[HouseholdMember]] = {}
    for line in session.scalars(here):
        of_homes.setdefault(line.household_id, []).append(line)
    for head, key in session.execute(_heads(unit).add_columns(Household.id)):
        yield head, of_homes.get(key, [])


def _heads(unit: Unit) -> Any:
    return (
        select(Person)
        .join(Household, Household.head_id == Person.id)
        .where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
        .order_by(Person.sort_key, Household.id)
    )


def _units(workplace: Workplace, session: Session, hamlet: str | None) -> Sequence[Unit]:
    today = workplace.today()
    return hamlets_of(session, today) if hamlet is None else [unit_on(session, hamlet, today)]


def _write(  # noqa: PLR0917 - what is written where
    workplace: Workplace,
    session: Session,
    kind: ListKind,
    title: str,
    hamlet: str | None,
    rows: Sequence[Mapping[str, Any]],
    path: Path,
) -> None:
    unit = own_unit(session) if hamlet is None else unit_on(session, hamlet, workplace.today())
    more = ((HAMLET, words("list.hamlet")),) if hamlet is None else ()
    write_file(path, list_workbook(workplace, kind, words(title), _named(unit), rows, more), replace=True)
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
