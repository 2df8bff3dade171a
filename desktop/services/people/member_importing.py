"""Members of households from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.people import EndReason, Household, HouseholdMember, Person
from desktop.models.places import Unit
from desktop.services.lists import taking as list_import
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict
from desktop.services.lists.sources import Said
from desktop.services.lists.taking import OWNER, Into, ListKind, Taking
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.importing import new_person, person_fields
from desktop.services.people.known import are_of_households, known_people
from desktop.services.people.member_matching import FIELDS, Members, differences, told
from desktop.services.people.someone import held_of
from desktop.services.places import listed
from desktop.services.places.heads import match_heads
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.kinds.household_members import HOUSEHOLD_MEMBERS
from desktop.sheets.lists.reading import Reading

KIND = HOUSEHOLD_MEMBERS.name


@for_elections
def preview(workplace: Workplace, hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the households of a hamlet, and write nothing, as ``listed.preview`` does."""
    return listed.preview(workplace, _MEMBERS, hamlet, reading)


@for_elections
def store(
    workplace: Workplace,
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, as ``list_import.store`` does.

    Somebody of another household, decided to be the same, leaves that one and is with this one from today.
    """
    return list_import.store(workplace, _MEMBERS, shown, choices, progress)


@for_elections
def open_file(workplace: Workplace, path: Path, hamlet: str | None) -> Preview:
    """Read a workbook and set it beside its hamlet's or hamlets' households, as ``listed.open_file`` does."""
    return listed.open_file(workplace, _MEMBERS, path, hamlet)


@for_elections
def look_again(workplace: Workplace, shown: Preview, hamlet: str, said: Said) -> Preview:
    """Set a list beside households anew, as ``listed.look_again`` does."""
    return listed.look_again(workplace, _MEMBERS, shown, hamlet, said)


@for_elections
def take_in_parts(workplace: Workplace, reading: Reading, progress: Progress | None = None) -> Import:
    """Store a list of several hamlets in one go, as ``listed.take_in_parts`` does."""
    return listed.take_in_parts(workplace, _MEMBERS, reading, progress)


def _verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    return list(Members(session, [into.of(number) for number in reading.numbers], reading).verdicts())


def _make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    batch = taking.batch
    known = known_people(batch.session, taking.unit.id, rows)
    are_of_households(taking, known.values())
    new = [row for number, row in enumerate(rows) if number not in known]
    made = iter(batch.insert(Person, [new_person(row) for row in new]))
    lines = []
    for number, row in enumerate(rows):
        person = known.get(number)
        if person is not None:
            birth = person.birth.iso() if person.birth else None
            batch.change(person, person_fields(told(row, {"birth": birth})))
        lines.append(
            {
                "household_id": row[OWNER],
                "person_id": person.id if person is not None else next(made),
                "relation": row.get("relation"),
                "without_capacity": False,
            }
        )
    batch.insert(HouseholdMember, lines)
    match_heads(batch, taking.unit)
    batch.counted(RowState.NEW, len(rows))


def _update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    batch, session = taking.batch, taking.batch.session
    heads = select(Household).where(Household.id.in_([-key for key in rows if key < 0]))
    homes = {-home.id: home for home in session.scalars(heads.options(joinedload(Household.head)))}
    some = select(HouseholdMember).where(HouseholdMember.id.in_([key for key in rows if key > 0]))
    lines = {line.id: line for line in session.scalars(some.options(joinedload(HouseholdMember.person)))}
    for key, row in rows.items():
        line = lines.get(key)
        person = line.person if line is not None else homes[key].head
        held = held_of(person, line)
        said = told(row, held, heads=line is None)
        fields = {name: said[name] for name in differences(held, row, heads=line is None)}
        changed = batch.change(person, person_fields(fields))
        if line is not None:
            changed |= _change_line(taking, line, row, fields)
        batch.count(RowState.CHANGED if changed else RowState.SAME)


def _change_line(
    taking: Taking[Unit], line: HouseholdMember, row: Mapping[str, Any], fields: Mapping[str, Any]
) -> bool:
    """Change what somebody is to the household; bring them back, or into another household, as decided."""
    owner = row.get(OWNER, line.household_id)
    if owner == line.household_id:
        gone = line.ends_on is not None or line.end_reason is not None
        back = {"ends_on": None, "end_reason": None} if gone else {}
        relation = {"relation": fields["relation"]} if "relation" in fields else {}
        return taking.batch.change(line, {**back, **relation})
    yesterday = taking.today - timedelta(days=1)
    last = max(yesterday, line.starts_on) if line.starts_on else yesterday
    taking.batch.change(line, {"ends_on": last, "end_reason": EndReason.MOVED})
    home = taking.batch.session.get_one(Household, owner)
    taking.batch.make(
        HouseholdMember(
            household=home, person=line.person, relation=row.get("relation"), starts_on=taking.today
        )
    )
    return True


_MEMBERS = ListKind(KIND, FIELDS, unit_on, _verdicts, _make, _update)
