"""Households of a hamlet from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.people import Household, Person, with_search_keys
from desktop.models.places import Unit
from desktop.models.store.session import reading as reading_session
from desktop.services.lists import taking as list_import
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict
from desktop.services.lists.sources import Said, read_as_remembered, read_as_said
from desktop.services.lists.taking import Into, ListKind, Taking
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.people.matching import FIELDS, Register, differences, held_by, sex_stated, told
from desktop.services.places.choice import sheets_of, stated_hamlet
from desktop.services.places.heads import match_heads
from desktop.services.places.lookup import unit_on
from desktop.services.places.parts import is_of_several, parts_of, preview_parts, with_hamlets
from desktop.sheets.lists.block import read_block
from desktop.sheets.lists.reading import Reading, open_list, read
from desktop.sheets.lists.stated import hamlets_stated
from desktop.vietnamese.partial_date import parse_iso

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")


@for_elections
def preview(workplace: Workplace, hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the register of a hamlet, and write nothing.

    Of a workbook with sheets of several hamlets only those of the hamlet count.

    Raises:
        RequestRefused: ``unknown.unit``; ``import.sheets`` when none of several sheets is the hamlet's.
    """
    own = sheets_of(workplace, reading, hamlet)
    return list_import.preview(workplace, _HOUSEHOLDS, hamlet, own, reading)


@for_elections
def store(
    workplace: Workplace,
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, as ``list_import.store`` does.

    A household that is the same as one of another hamlet ends there and begins here today.
    """
    return list_import.store(workplace, _HOUSEHOLDS, shown, choices, progress)


@for_elections
def open_file(workplace: Workplace, path: Path, hamlet: str | None) -> Preview:
    """Read a workbook and set it beside the register of the hamlet that it names, else of the given one.

    One that names several, a sheet or a value of a column for each, is set beside all of theirs. What a
    person said before of lists with the same headings holds.

    Raises:
        SheetRefused: the workbook cannot be read.
        RequestRefused: ``import.hamlet`` when neither tells the hamlet.
    """
    file = open_list(path)
    reading, said = read_as_remembered(workplace, "households", file)
    if any(part.hamlet for part in parts_of(workplace, reading, said.hamlets)) and is_of_several(reading):
        shown = preview_parts(workplace, _HOUSEHOLDS, reading, said.hamlets)
    else:
        shown = _opened(workplace, reading, hamlet)
    return replace(shown, file=file, said=said)


@for_elections
def look_again(workplace: Workplace, shown: Preview, hamlet: str, said: Said) -> Preview:
    """Set a list beside a register anew: another hamlet's, or read in another way.

    Args:
        workplace: the open office.
        shown: what was shown of it.
        hamlet: the hamlet's code; the commune's where each part is for its own.
        said: of its columns and of its parts.

    Raises:
        SheetRefused: so read it is no list.
        RequestRefused: ``unknown.unit``, ``import.sheets``.
    """
    whole = shown.whole
    if shown.file is not None and said.columns != shown.said.columns:
        whole = read_as_said(workplace, "households", shown.file, said)
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    if hamlet == commune:
        again = preview_parts(workplace, _HOUSEHOLDS, whole, said.hamlets)
    else:
        again = preview(workplace, hamlet, whole)
    return replace(again, file=shown.file, said=said)


@for_elections
def take_in_parts(workplace: Workplace, reading: Reading, progress: Progress | None = None) -> Import:
    """Store a list of several hamlets in one go; doubtful rows wait for a person.

    Raises:
        RequestRefused: ``import.parts`` where a part is no known hamlet's, and the office isn't for training.
    """
    said = with_hamlets(workplace, parts_of(workplace, reading), reading.source.name)
    return store(workplace, preview_parts(workplace, _HOUSEHOLDS, reading, said), progress=progress)


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
    return _opened(workplace, read_block(rows, "households", name, workplace.today()), hamlet)


def take_in(workplace: Workplace, hamlet: str, path: Path) -> Import:
    """Read a workbook and store its households; doubtful rows wait for a person.

    Raises:
        SheetRefused: the workbook cannot be read.
        RequestRefused: ``unknown.unit``.
    """
    return store(workplace, preview(workplace, hamlet, read(path, "households", workplace.today())))


def _opened(workplace: Workplace, reading: Reading, hamlet: str | None) -> Preview:
    code = stated_hamlet(workplace, reading, hamlet)
    if code is None:
        raise RequestRefused("import.hamlet", where=reading.source.name)
    return preview(workplace, code, reading)


def _verdicts(session: Session, into: Into[Unit], reading: Reading, _: date) -> list[Verdict]:
    hamlets = [into.of(number) for number in reading.numbers]
    stated = hamlets_stated(reading) if into.of_rows is not None else None
    register = Register(session, hamlets, reading.rows, stated=stated)
    return list(register.verdicts(reading.numbers, reading.rows))


def _make(taking: Taking[Unit], rows: Sequence[Mapping[str, Any]]) -> None:
    batch = taking.batch
    numbers = [row["identity"] for row in rows if row.get("identity")]
    found = batch.session.scalars(select(Person).where(Person.identity.in_(numbers)))
    known = {person.identity: person for person in found}
    new = [row for row in rows if row.get("identity") not in known]
    heads = iter(batch.insert(Person, [_columns(row) for row in new]))
    homes = []
    for row in rows:
        person = known.get(row.get("identity"))
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


def _columns(row: Mapping[str, Any]) -> dict[str, Any]:
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
