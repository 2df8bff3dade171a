"""Households of a hamlet from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.people import Household, HouseholdMember, Person, Representative, with_search_keys
from desktop.models.places import Unit
from desktop.services.lists import taking as list_import
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict
from desktop.services.lists.sources import Said
from desktop.services.lists.taking import Into, ListKind, Taking
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.known import are_of_households, known_people
from desktop.services.people.matching import FIELDS, Register, differences, held_by, sex_stated, told
from desktop.services.places import listed
from desktop.services.places.heads import match_heads
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.block import read_block
from desktop.sheets.lists.reading import Reading, read
from desktop.sheets.lists.stated import hamlets_stated
from desktop.vietnamese.partial_date import parse_iso

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")


@for_elections
def preview(workplace: Workplace, hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the register of a hamlet, and write nothing, as ``listed.preview`` does."""
    return listed.preview(workplace, _HOUSEHOLDS, hamlet, reading)


@for_elections
def store(
    workplace: Workplace,
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, as ``list_import.store`` does.

    A household that is the same as one of another hamlet ends there and begins here today, with whoever
    belongs to it and with whom it lets vote.
    """
    return list_import.store(workplace, _HOUSEHOLDS, shown, choices, progress)


@for_elections
def open_file(workplace: Workplace, path: Path, hamlet: str | None) -> Preview:
    """Read a workbook and set it beside the register of its hamlet, or hamlets: ``listed.open_file``."""
    return listed.open_file(workplace, _HOUSEHOLDS, path, hamlet)


@for_elections
def look_again(workplace: Workplace, shown: Preview, hamlet: str, said: Said) -> Preview:
    """Set a list beside a register anew, as ``listed.look_again`` does."""
    return listed.look_again(workplace, _HOUSEHOLDS, shown, hamlet, said)


@for_elections
def take_in_parts(workplace: Workplace, reading: Reading, progress: Progress | None = None) -> Import:
    """Store a list of several hamlets in one go, as ``listed.take_in_parts`` does."""
    return listed.take_in_parts(workplace, _HOUSEHOLDS, reading, progress)


@for_elections
def open_block(workplace: Workplace, rows: Sequence[Sequence[str]], name: str, hamlet: str | None) -> Preview:
    """Set a block of cells that was copied from a spreadsheet beside the register, as ``open_file`` does.

    Args:
        workplace: the open office.
        rows: the copied cells as text.
        name: what the block is called in messages.
        hamlet: code of the hamlet on show; None for none.

    Raises:
        SheetRefused: the block is empty, or no list.
        RequestRefused: ``import.hamlet``.
    """
    reading = read_block(rows, _HOUSEHOLDS.name, name, workplace.today())
    return listed.for_the_named(workplace, _HOUSEHOLDS, reading, hamlet)


def take_in(workplace: Workplace, hamlet: str, path: Path) -> Import:
    """Read a workbook and store its households; doubtful rows wait for a person.

    Raises:
        SheetRefused: the workbook cannot be read.
        RequestRefused: ``unknown.unit``.
    """
    return store(workplace, preview(workplace, hamlet, read(path, "households", workplace.today())))


def _verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    hamlets = [into.of(number) for number in reading.numbers]
    stated = hamlets_stated(reading) if into.of_rows is not None else None
    register = Register(session, hamlets, reading.rows, stated=stated)
    return list(register.verdicts(reading.numbers, reading.rows))


def _make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    batch = taking.batch
    known = known_people(batch.session, taking.unit.id, rows)
    are_of_households(taking, known.values())
    new = [row for number, row in enumerate(rows) if number not in known]
    heads = iter(batch.insert(Person, [new_person(row) for row in new]))
    homes = []
    for number, row in enumerate(rows):
        person = known.get(number)
        if person is not None:
            birth = person.birth.iso() if person.birth else None
            batch.change(person, person_fields(told(row, birth)))
        head = person.id if person is not None else next(heads)
        homes.append({"hamlet_id": taking.unit.id, "head_id": head, "members": row.get("members")})
    batch.insert(Household, homes)
    match_heads(batch, taking.unit)
    batch.counted(RowState.NEW, len(rows))


def _update(taking: Taking[Unit], rows: Mapping[int, Mapping[str, Any]]) -> None:
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
    yesterday = taking.today - timedelta(days=1)
    last = max(yesterday, household.starts_on) if household.starts_on else yesterday
    taking.batch.change(household, {"ends_on": last})
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


def new_person(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of somebody whom a row brings in, for storing many in one go."""
    return with_search_keys({**dict.fromkeys(PERSON_FIELDS), **person_fields(told(row))})


def person_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of what a row says that a person's record keeps, as it keeps them."""
    found = {name: fields[name] for name in PERSON_FIELDS if name in fields}
    if "sex" in found:
        found["sex"] = sex_stated(found["sex"])
    if "birth" in found:
        found["birth"] = parse_iso(found["birth"])
    return found


_HOUSEHOLDS = ListKind("households", FIELDS, unit_on, _verdicts, _make, _update)
