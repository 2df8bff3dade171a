"""Members of households from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.people import EndReason, Household, HouseholdMember
from desktop.models.places import Unit
from desktop.services.lists.list_kind import Into, Taking
from desktop.services.lists.preview import RowState, Verdict
from desktop.services.lists.taking import OWNER
from desktop.services.people.member_matching import Members, differences, told
from desktop.services.people.someone import held_of
from desktop.services.people.taken import last_day, people_of, person_fields
from desktop.services.places.heads import match_heads
from desktop.sheets.lists.reading import Reading


def verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    """Say of each row what it is to the households of its hamlet and their members."""
    return list(Members(session, [into.of(number) for number in reading.numbers], reading).verdicts())


def make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as new members of their households."""
    keys = people_of(taking, rows, lambda row, birth: told(row, {"birth": birth}), housed=True)
    lines = [
        {
            "household_id": row[OWNER],
            "person_id": key,
            "relation": row.get("relation"),
            "without_capacity": False,
        }
        for key, row in zip(keys, rows, strict=True)
    ]
    taking.batch.insert(HouseholdMember, lines)
    match_heads(taking.batch, taking.unit)
    taking.batch.counted(RowState.NEW, len(rows))


def update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the members of their keys; a key below zero is that of the household of a head.

    Somebody of another household, decided to be the same, leaves that one and is with this one from today.
    """
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
    last = last_day(taking.today, line.starts_on)
    taking.batch.change(line, {"ends_on": last, "end_reason": EndReason.MOVED})
    home = taking.batch.session.get_one(Household, owner)
    taking.batch.make(
        HouseholdMember(
            household=home, person=line.person, relation=row.get("relation"), starts_on=taking.today
        )
    )
    return True
