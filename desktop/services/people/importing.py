"""Households of a hamlet from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.people import Household, HouseholdMember, Representative
from desktop.models.places import Unit
from desktop.services.lists.list_kind import Into, Taking
from desktop.services.lists.preview import RowState, Verdict
from desktop.services.people.matching import Register, differences, held_by, told
from desktop.services.people.taken import last_day, people_of, person_fields
from desktop.services.places.heads import match_heads
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.stated import hamlets_stated


def verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    """Say of each row what it is to the households of its hamlet."""
    hamlets = [into.of(number) for number in reading.numbers]
    stated = hamlets_stated(reading) if into.of_rows is not None else None
    register = Register(session, hamlets, reading.rows, stated=stated)
    return list(register.verdicts(reading.numbers, reading.rows))


def make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as new households."""
    heads = people_of(taking, rows, told, housed=True)
    homes = [
        {"hamlet_id": taking.unit.id, "head_id": head, "members": row.get("members")}
        for head, row in zip(heads, rows, strict=True)
    ]
    taking.batch.insert(Household, homes)
    match_heads(taking.batch, taking.unit)
    taking.batch.counted(RowState.NEW, len(rows))


def update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the households of their keys.

    A household that is the same as one of another hamlet ends there and begins here today, with whoever
    belongs to it and with whom it lets vote.
    """
    batch = taking.batch
    found = select(Household).where(Household.id.in_(rows)).options(joinedload(Household.head))
    households = {household.id: household for household in batch.session.scalars(found)}
    for key, row in rows.items():
        household = households[key]
        fields = {field: told(row)[field] for field in differences(held_by(household), row)}
        changed = batch.change(household.head, person_fields(fields))
        members = {"members": fields["members"]} if "members" in fields else {}
        if household.hamlet_id == taking.unit.id:
            changed |= batch.change(household, members)
        else:
            changed = True
            _move(taking, household, members.get("members", household.members))
        batch.count(RowState.CHANGED if changed else RowState.SAME)


def _move(taking: Taking[Unit], household: Household, members: int | None) -> None:
    taking.batch.change(household, {"ends_on": last_day(taking.today, household.starts_on)})
    here = Household(hamlet=taking.unit, head=household.head, members=members, starts_on=taking.today)
    taking.batch.make(here)
    _take_along(taking, household, here)


def _take_along(taking: Taking[Unit], there: Household, here: Household) -> None:
    """Let whoever still belongs to a household, and whom it lets vote, be here too; the past stays there."""
    session = taking.batch.session
    lines = select(HouseholdMember).where(HouseholdMember.household_id == there.id)
    for line in session.scalars(lines.order_by(HouseholdMember.id)):
        gone = line.ends_on is not None or line.end_reason is not None
        # What became of the head is told by the head's own line.
        if gone and line.person_id != there.head_id:
            continue
        taking.batch.make(
            HouseholdMember(
                household=here,
                person=line.person,
                relation=line.relation,
                without_capacity=line.without_capacity,
                starts_on=None if gone else taking.today,
                ends_on=line.ends_on,
                end_reason=line.end_reason,
            )
        )
    kept = session.scalars(select(Representative).where(Representative.household_id == there.id)).first()
    if kept is not None:
        taking.batch.make(
            Representative(
                household=here,
                person=kept.person,
                authority=kept.authority,
                paper_number=kept.paper_number,
                paper_on=kept.paper_on,
            )
        )
