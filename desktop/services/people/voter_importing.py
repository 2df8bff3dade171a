"""Voters of a hamlet from a list: who belongs to a household is corrected there, anybody else is kept too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import EndReason, Household, HouseholdMember, Person, Voter, is_on_the_list
from desktop.models.places import Unit
from desktop.services.lists.list_kind import Into, Taking
from desktop.services.lists.preview import RowState, Verdict
from desktop.services.people.member_matching import differences, told
from desktop.services.people.someone import held_of
from desktop.services.people.taken import last_day, people_of, person_fields
from desktop.services.people.voter_matching import Voters
from desktop.sheets.lists.reading import Reading


def verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    """Say of each row what it is to the people of its hamlet."""
    return list(Voters(session, [into.of(number) for number in reading.numbers], reading).verdicts())


def make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as people without a household."""
    keys = people_of(taking, rows, lambda row, birth: told(row, {"birth": birth}), housed=False)
    lines = [{"hamlet_id": taking.unit.id, "person_id": key, "without_capacity": False} for key in keys]
    taking.batch.insert(Voter, lines)
    taking.batch.counted(RowState.NEW, len(rows))


def update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the people of their keys.

    Who was without a household on another hamlet's list, decided to be the same, leaves that one today.
    """
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
    elsewhere = select(Voter).where(Voter.person_id == person.id, *is_on_the_list())
    for line in taking.batch.session.scalars(elsewhere):
        last = last_day(taking.today, line.starts_on)
        taking.batch.change(line, {"ends_on": last, "end_reason": EndReason.MOVED})
    taking.batch.make(Voter(hamlet=taking.unit, person=person, starts_on=taking.today))
