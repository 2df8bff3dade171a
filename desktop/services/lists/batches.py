"""Batches of changes, a list taken in or a change of hamlets: taken back while nothing rests on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, func, insert, inspect, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.errors import RequestRefused
from desktop.models.base import Keyed
from desktop.models.people import (
    Change,
    ImportBatch,
    ImportRow,
)
from desktop.models.store.recording import stored
from desktop.models.store.session import writing
from desktop.services.lists.preview import Preview, RowState
from desktop.services.lists.restoring import MADE, restore
from desktop.services.lists.use import use_of
from desktop.services.office.sides import refuse_noun
from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.kinds.known import KINDS
from desktop.vietnamese.partial_date import PartialDate

_GOES_BACK = frozenset(MADE)

Progress = Callable[[int, int, str], None]
"""Is told how many rows are done, of how many, and of what the last of them is in words."""


@dataclass(frozen=True, slots=True)
class Import:
    """What came of a workbook's rows, in rows; doubtful ones that nobody decided are not stored."""

    batch: int
    new: int
    changed: int
    same: int
    doubtful: int
    refused: int


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch as a list shows it."""

    batch: int
    kind: str
    file_name: str
    made_at: datetime
    new: int
    changed: int
    undone: bool


class Batch:
    """A batch that is being stored: what it makes and changes is remembered for taking it back.

    Attributes:
        session: the transaction that holds all of it.

    Args:
        workplace: the open office.
        session: of ``writing``.
        record: the batch as it begins.
        action: what the audit log calls it.
    """

    def __init__(self, workplace: Workplace, session: Session, record: ImportBatch, action: str) -> None:
        self.session = session
        self._workplace = workplace
        self._action = action
        self._made: list[Keyed] = []
        self._remembered: list[dict[str, Any]] = []
        self._first: dict[type[Keyed], int] = {}
        self._record = record
        session.add(record)
        session.flush()

    @classmethod
    def of_list(cls, workplace: Workplace, session: Session, preview: Preview) -> Self:
        """Begin the batch of a list."""
        record = ImportBatch(
            kind=preview.kind,
            file_name=preview.source.name,
            sha256=preview.source.sha256,
            made_at=workplace.clock(),
            refused=len(preview.reading.refused),
        )
        return cls(workplace, session, record, f"{preview.kind}.import")

    def count(self, state: RowState) -> None:
        """Count a row of a state."""
        self.counted(state, 1)

    def counted(self, state: RowState, rows: int) -> None:
        """Count so many rows of a state."""
        setattr(self._record, state.value, getattr(self._record, state.value) + rows)

    def insert(self, kind: type[Keyed], rows: Sequence[Mapping[str, Any]]) -> range:
        """Store new records of one kind in one go, and return their keys.

        Args:
            kind: their class; nothing of it waits for a flush.
            rows: the values of each, by attribute, the same of all; what follows from another column among
                them.
        """
        first = (self.session.scalar(select(func.max(kind.id))) or 0) + 1
        self._first.setdefault(kind, first)
        keys = range(first, first + len(rows))
        if rows:
            self._insert(kind, [{"id": key, **row} for key, row in zip(keys, rows, strict=True)])
        self._remembered += [_remembered(kind, key, Change.NEW) for key in keys]
        return keys

    def first_of(self, kind: type[Keyed]) -> int | None:
        """Return the key of the first record of a kind that was inserted; None where none was yet."""
        return self._first.get(kind)

    def make(self, *records: Keyed) -> None:
        """Store new records, at the end together."""
        self.session.add_all(records)
        self._made += records

    def change(self, record: Keyed, fields: Mapping[str, Any]) -> bool:
        """Set fields of a record; False when they are so already."""
        before = {name: getattr(record, name) for name, now in fields.items() if getattr(record, name) != now}
        for name in before:
            setattr(record, name, fields[name])
        if before:
            plain = {name: _plain(value) for name, value in before.items()}
            self._remembered.append(_remembered(type(record), record.id, Change.CHANGED, plain))
        return bool(before)

    def change_all(
        self, kind: type[Keyed], column: InstrumentedAttribute[Any], value: Any, *those: ColumnElement[bool]
    ) -> None:
        """Set one column of all records of a kind that fit, in one go: there may be fifty thousand.

        Args:
            kind: their class; nothing of it waits for a flush.
            column: that is set.
            value: that none of them has yet.
            those: the conditions.
        """
        before = self.session.execute(select(kind.id, column).where(*those)).all()
        self._remembered += [
            _remembered(kind, key, Change.CHANGED, {column.key: _plain(was)}) for key, was in before
        ]
        self.session.execute(update(kind).where(*those).values({column.key: value}))

    def end(self) -> Import:
        """Write everything down, and return what the batch did."""
        self.session.flush()
        self._remembered += [_remembered(type(record), record.id, Change.NEW) for record in self._made]
        if self._remembered:
            of_batch = [{"batch_id": self._record.id, **row} for row in self._remembered]
            self._insert(ImportRow, of_batch)
        fields = ("new", "changed", "same", "doubtful", "refused")
        done = self._record
        self._workplace.note(self.session, self._action, done, *fields)
        return Import(done.id, done.new, done.changed, done.same, done.doubtful, done.refused)

    def _insert(self, kind: type[Keyed], rows: Sequence[Mapping[str, Any]]) -> None:
        # Past the mapper, which would go through every row once more.
        self.session.execute(insert(inspect(kind).local_table), rows)
        stored(self.session, kind)


def undo(workplace: Workplace, batch: int) -> BatchView:
    """Take a list back: what it made is removed, what it changed is as it was.

    Raises:
        RequestRefused: ``import.unknown``, ``import.undone``, or ``import.used`` with the reason when records
            of it are used since: on a frozen roll, in an election, in a later list, or edited by hand;
            ``side.party``, ``side.elections`` for a list of the other side.
    """
    with writing(workplace.database) as session:
        found = session.get(ImportBatch, batch)
        if found is None or found.kind not in KINDS:
            raise RequestRefused("import.unknown", where=str(batch))
        refuse_noun(workplace.side, found.kind)
        take_back(workplace, session, found, "import")
        return _view(found)


def take_back(workplace: Workplace, session: Session, batch: ImportBatch, noun: str) -> None:
    """Take a batch back inside the caller's transaction.

    Args:
        workplace: the open office.
        session: of ``writing``.
        batch: what is taken back.
        noun: which the codes of refusals begin with.

    Raises:
        RequestRefused: ``….undone``, or ``….used`` with the reason.
    """
    if batch.undone_at is not None:
        raise RequestRefused(f"{noun}.undone", where=batch.file_name)
    reason = use_of(session, batch)
    if reason is not None:
        raise RequestRefused(f"{noun}.used", where=batch.file_name, reason=reason)
    restore(session, batch)
    batch.undone_at = workplace.clock()
    session.flush()
    workplace.note(session, f"{noun}.undo", batch, "undone_at")


def _view(batch: ImportBatch) -> BatchView:
    undone = batch.undone_at is not None
    return BatchView(batch.id, batch.kind, batch.file_name, batch.made_at, batch.new, batch.changed, undone)


def _remembered(
    kind: type[Keyed], key: int, change: Change, before: dict[str, Any] | None = None
) -> dict[str, Any]:
    if kind not in _GOES_BACK:
        message = f"a batch with {kind.__name__} can't be taken back: restoring.MADE doesn't name it"
        raise TypeError(message)
    return {"record_kind": kind.__name__, "record_id": key, "change": change, "before": before}


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.iso()
    return value.isoformat() if isinstance(value, date) else value
