"""What a batch made is removed, and what it changed is as it was: fifty thousand households as few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Enum, delete, select, update
from sqlalchemy.orm import Session, class_mapper
from sqlalchemy.types import TypeEngine

from desktop.long_work import step
from desktop.models.base import Keyed
from desktop.models.party import (
    BranchHamlet,
    Member,
    Membership,
    Organisation,
    OrganisationEvent,
    Term,
)
from desktop.models.people import (
    Change,
    Household,
    HouseholdMember,
    ImportBatch,
    ImportRow,
    Person,
    Representative,
    Voter,
    with_search_keys,
)
from desktop.models.places import HamletFacts, Unit, UnitDecision
from desktop.models.posts import Assignment, Post
from desktop.models.types import PartialDateText
from desktop.vietnamese.partial_date import parse_iso

# Of these there are as many as people; each is removed after what refers to it, nothing else hangs on them.
_MANY: tuple[type[Keyed], ...] = (Representative, HouseholdMember, Voter, Household, Person)
_FEW: tuple[type[Keyed], ...] = (
    *(Unit, HamletFacts, UnitDecision),
    *(Organisation, OrganisationEvent, Term, BranchHamlet, Member, Membership, Post, Assignment),
)
MADE = (*_MANY, *_FEW)
"""All that a batch may make or change; a batch refuses any other kind."""

_PART = 2000  # records between two words on how far it is


class _Row(NamedTuple):
    """What a batch did to one record."""

    record_id: int
    change: Change
    before: Mapping[str, Any] | None


def restore(session: Session, batch: ImportBatch) -> None:
    """Set the records of a batch back; they are read anew by whoever knows them already.

    Last written is first set back, so that what must be unique stays so on the way.
    """
    session.flush()
    told = (
        select(ImportRow.record_kind, ImportRow.record_id, ImportRow.change, ImportRow.before)
        .where(ImportRow.batch_id == batch.id)
        .order_by(ImportRow.id.desc())
    )
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for kind, *of_record in session.execute(told):
        rows[kind].append(_Row(*of_record))
    counted = _Counted(sum(map(len, rows.values())))
    for kind in _MANY:
        _change_many(session, kind, rows[kind.__name__], counted)
    *of_people, people = _MANY
    for kind in of_people:
        _remove_many(session, kind, rows[kind.__name__], counted)
    session.expire_all()
    _set_back(session, rows, counted)
    session.flush()
    _remove_many(session, people, rows[people.__name__], counted)
    session.expire_all()


class _Counted:
    """Says after each part how many records are done."""

    def __init__(self, total: int) -> None:
        self._done, self._total = 0, total

    def parts(self, rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
        """Yield rows part by part."""
        for at in range(0, len(rows), _PART):
            step(self._done, self._total)
            part = rows[at : at + _PART]
            yield part
            self._done += len(part)


def _change_many(session: Session, kind: type[Keyed], rows: Sequence[_Row], counted: _Counted) -> None:
    # One statement for many needs the same columns of all.
    alike: defaultdict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for row in rows:
        if row.change is Change.CHANGED:
            alike[tuple(sorted(row.before or {}))].append(row)
    for some in alike.values():
        for part in counted.parts(some):
            session.execute(update(kind), [{"id": row.record_id, **_before(kind, row)} for row in part])


def _remove_many(session: Session, kind: type[Keyed], rows: Sequence[_Row], counted: _Counted) -> None:
    made = [row.record_id for row in rows if row.change is Change.NEW]
    for part in counted.parts(made):
        session.execute(
            delete(kind).where(kind.id.in_(part)), execution_options={"synchronize_session": False}
        )


def _set_back(session: Session, rows: Mapping[str, Sequence[_Row]], counted: _Counted) -> None:
    # All are known before any is gone: what refers to them goes with them, in the order that fits.
    records = {
        (kind.__name__, record.id): record
        for kind in _FEW
        for part in counted.parts(rows[kind.__name__])
        for record in session.scalars(select(kind).where(kind.id.in_([row.record_id for row in part])))
    }
    for kind in _FEW:
        for row in rows[kind.__name__]:
            record = records[kind.__name__, row.record_id]
            if row.change is Change.NEW:
                session.delete(record)
            for name, value in _typed(kind, row).items():
                setattr(record, name, value)


def _before(kind: type[Keyed], row: _Row) -> dict[str, Any]:
    fields = _typed(kind, row)
    return with_search_keys(fields) if kind is Person and "name" in fields else fields


def _typed(kind: type[Keyed], row: _Row) -> dict[str, Any]:
    """Return what a record held before, which JSON has as texts, as the columns of its kind hold it."""
    columns = class_mapper(kind).columns
    return {name: _of_type(columns[name].type, value) for name, value in (row.before or {}).items()}


def _of_type(column: TypeEngine[Any], value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if isinstance(column, PartialDateText):
        return parse_iso(value)
    if isinstance(column, Date):
        return date.fromisoformat(value)
    if isinstance(column, Enum) and column.enum_class is not None:
        return column.enum_class(value)
    return value
