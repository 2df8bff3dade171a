"""Voters of a hamlet from a list: who belongs to a household is corrected there, anybody else is kept too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import EndReason, Household, HouseholdMember, Person, Voter, is_on_the_list
from desktop.models.places import Unit
from desktop.services.lists import taking as list_import
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict
from desktop.services.lists.sources import Said
from desktop.services.lists.taking import Into, ListKind, Taking
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.importing import new_person, person_fields
from desktop.services.people.known import known_people
from desktop.services.people.member_matching import differences, told
from desktop.services.people.someone import held_of
from desktop.services.people.voter_matching import FIELDS, Voters
from desktop.services.places import listed
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.kinds.voters import VOTERS
from desktop.sheets.lists.reading import Reading


@for_elections
def preview(workplace: Workplace, hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the people of a hamlet, and write nothing, as ``listed.preview`` does."""
    return listed.preview(workplace, _VOTERS, hamlet, reading)


@for_elections
def store(
    workplace: Workplace,
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, as ``list_import.store`` does.

    Who was without a household on another hamlet's list, decided to be the same, leaves that one today.
    """
    return list_import.store(workplace, _VOTERS, shown, choices, progress)


@for_elections
def open_file(workplace: Workplace, path: Path, hamlet: str | None) -> Preview:
    """Read a workbook and set it beside its hamlet's or hamlets' people, as ``listed.open_file`` does."""
    return listed.open_file(workplace, _VOTERS, path, hamlet)


@for_elections
def look_again(workplace: Workplace, shown: Preview, hamlet: str, said: Said) -> Preview:
    """Set a list beside people anew, as ``listed.look_again`` does."""
    return listed.look_again(workplace, _VOTERS, shown, hamlet, said)


@for_elections
def take_in_parts(workplace: Workplace, reading: Reading, progress: Progress | None = None) -> Import:
    """Store a list of several hamlets in one go, as ``listed.take_in_parts`` does."""
    return listed.take_in_parts(workplace, _VOTERS, reading, progress)


def _verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    return list(Voters(session, [into.of(number) for number in reading.numbers], reading).verdicts())


def _make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    batch = taking.batch
    known = known_people(batch.session, taking.unit.id, rows)
    made = iter(batch.insert(Person, [new_person(row) for n, row in enumerate(rows) if n not in known]))
    keys = []
    for number, row in enumerate(rows):
        person = known.get(number)
        if person is not None:
            birth = person.birth.iso() if person.birth else None
            batch.change(person, person_fields(told(row, {"birth": birth})))
        keys.append(person.id if person is not None else next(made))
    lines = [{"hamlet_id": taking.unit.id, "person_id": key, "without_capacity": False} for key in keys]
    batch.insert(Voter, lines)
    batch.counted(RowState.NEW, len(rows))


def _update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    batch, session = taking.batch, taking.batch.session
    people = {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(rows)))}
    heads = set(session.scalars(_living(taking.unit, Household.head_id).where(Household.head_id.in_(rows))))
    lines = _lines(session, taking.unit, rows)
    for key, row in rows.items():
        person = people[key]
        held = held_of(person)
        said = told(row, held, heads=True)
        fields = {name: said[name] for name in differences(held, row, heads=True)}
        changed = batch.change(person, person_fields(fields))
        line = lines.get(key)
        if line is not None:
            if line.ends_on is not None or line.end_reason is not None:
                changed |= batch.change(line, {"ends_on": None, "end_reason": None})
        elif key not in heads:
            _enter(taking, person)
            changed = True
        batch.count(RowState.CHANGED if changed else RowState.SAME)


def _living(unit: Unit, column: Any) -> Any:
    return select(column).where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))


def _lines(
    session: Session, unit: Unit, people: Mapping[int, Mapping[str, Any]]
) -> dict[int, HouseholdMember | Voter]:
    """Return by what line each person is of a hamlet: of a household, else of none."""
    alone = select(Voter).where(Voter.hamlet_id == unit.id, Voter.person_id.in_(people)).order_by(Voter.id)
    homes = _living(unit, Household.id)
    of_homes = select(HouseholdMember).where(
        HouseholdMember.person_id.in_(people), HouseholdMember.household_id.in_(homes)
    )
    found: dict[int, HouseholdMember | Voter] = {line.person_id: line for line in session.scalars(alone)}
    return found | {line.person_id: line for line in session.scalars(of_homes)}


def _enter(taking: Taking[Unit], person: Person) -> None:
    """Put somebody on the hamlet's list, and end their place on another hamlet's."""
    yesterday = taking.today - timedelta(days=1)
    elsewhere = select(Voter).where(Voter.person_id == person.id, *is_on_the_list())
    for line in taking.batch.session.scalars(elsewhere):
        last = max(yesterday, line.starts_on or yesterday)
        taking.batch.change(line, {"ends_on": last, "end_reason": EndReason.MOVED})
    taking.batch.make(Voter(hamlet=taking.unit, person=person, starts_on=taking.today))


_VOTERS = ListKind(VOTERS.name, FIELDS, unit_on, _verdicts, _make, _update)
