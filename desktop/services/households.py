"""Households of a hamlet, stored from the list that a workbook gave."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import Change, Household, ImportBatch, ImportRow, Person, Sex
from desktop.models.places import Unit
from desktop.models.session import writing
from desktop.services.lookup import unit_on
from desktop.services.workplace import Workplace
from desktop.vietnamese.partial_date import PartialDate, parse_iso
from desktop.vietnamese.text import fold, tidy

_SEXES = {"Nam": Sex.MALE, "Nữ": Sex.FEMALE}


@dataclass(frozen=True, slots=True)
class Import:
    """What came of a workbook's rows, in rows; doubtful ones wait for a person and are not stored."""

    batch: int
    new: int
    changed: int
    same: int
    doubtful: int
    refused: int


def import_households(
    workplace: Workplace,
    hamlet: str,
    rows: Sequence[Mapping[str, Any]],
    *,
    refused: int,
    file_name: str,
    data: bytes,
) -> Import:
    """Store the households of one hamlet: a person once, whatever lists name them.

    A row is matched by its identity number, else by name and birth within the hamlet. A row that names a
    household which this list named already, or a person who heads one in another hamlet, is doubtful.

    Args:
        workplace: the open office.
        hamlet: the hamlet's code.
        rows: as ``sheets`` reads them.
        refused: how many rows the reader refused.
        file_name: what the clerk picked, for the batch's record.
        data: the file's bytes, kept as a digest only.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, hamlet, workplace.clock().date())
        batch = ImportBatch(
            kind="households",
            file_name=file_name,
            sha256=hashlib.sha256(data).hexdigest(),
            made_at=workplace.clock(),
            refused=refused,
        )
        session.add(batch)
        session.flush()
        known = _Known(session, unit)
        for row in rows:
            _take(session, batch, known, row)
        workplace.note(session, "households.import", batch, "new", "changed", "same", "doubtful", "refused")
        return Import(batch.id, batch.new, batch.changed, batch.same, batch.doubtful, batch.refused)


class _Known:
    """The people and households that a row may already be."""

    def __init__(self, session: Session, hamlet: Unit) -> None:
        self.hamlet = hamlet
        everybody = session.scalars(select(Person)).all()
        self.by_identity = {person.identity: person for person in everybody if person.identity}
        living = select(Household).where(Household.ends_on.is_(None))
        self.households = {household.head_id: household for household in session.scalars(living)}
        here = {head for head, household in self.households.items() if household.hamlet_id == hamlet.id}
        self.by_name = {(p.folded, p.birth): p for p in everybody if p.id in here}
        self.seen: set[int] = set()

    def person(self, row: Mapping[str, Any]) -> Person | None:
        identity = row.get("identity")
        named = self.by_name.get((fold(row["name"]), _birth(row)))
        if identity:
            found = self.by_identity.get(identity)
            # A number that was not known before is no sign of another person.
            return found or (named if named is not None and named.identity is None else None)
        return named


def _take(session: Session, batch: ImportBatch, known: _Known, row: Mapping[str, Any]) -> None:
    person = known.person(row)
    household = known.households.get(person.id) if person else None
    elsewhere = household is not None and household.hamlet_id != known.hamlet.id
    if person is not None and (person.id in known.seen or elsewhere):
        batch.doubtful += 1
        return
    if person is None:
        person = _person(row)
        session.add(person)
        session.flush()
        _made(batch, "Person", person.id)
        known.by_name[person.folded, person.birth] = person
        if person.identity:
            known.by_identity[person.identity] = person
    else:
        changed = _changed(batch, "Person", person, _person_fields(row))
        if household is not None:
            changed |= _changed(batch, "Household", household, {"members": row.get("members")})
            batch.changed += changed
            batch.same += not changed
    if household is None:
        household = Household(hamlet=known.hamlet, head=person, members=row.get("members"))
        session.add(household)
        session.flush()
        _made(batch, "Household", household.id)
        known.households[person.id] = household
        batch.new += 1
    known.seen.add(person.id)


def _person_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    name = tidy(row["name"])
    return {
        "name": name,
        "sex": _SEXES.get(row.get("sex") or ""),
        "birth": _birth(row),
        "identity": row.get("identity"),
        "ethnic": row.get("ethnic"),
    }


def _birth(row: Mapping[str, Any]) -> PartialDate | None:
    return parse_iso(row["birth"]) if row.get("birth") else None


def _person(row: Mapping[str, Any]) -> Person:
    return Person(**_person_fields(row))


def _changed(batch: ImportBatch, kind: str, record: Person | Household, fields: dict[str, Any]) -> bool:
    # A list that leaves a field out says nothing about it.
    told = {name: value for name, value in fields.items() if value is not None}
    before = {name: getattr(record, name) for name, value in told.items() if getattr(record, name) != value}
    for name in before:
        setattr(record, name, told[name])
    if isinstance(before.get("birth"), PartialDate):
        before["birth"] = before["birth"].iso()
    if before:
        batch.rows.append(_row(batch, kind, record.id, Change.CHANGED, before))
    return bool(before)


def _made(batch: ImportBatch, kind: str, record_id: int) -> None:
    batch.rows.append(_row(batch, kind, record_id, Change.NEW, None))


def _row(
    batch: ImportBatch, kind: str, record_id: int, change: Change, before: dict[str, Any] | None
) -> ImportRow:
    return ImportRow(batch=batch, record_kind=kind, record_id=record_id, change=change, before=before)
