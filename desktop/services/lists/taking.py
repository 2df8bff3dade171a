"""A list taken in, whatever it lists: shown beside the register first, then stored, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models import audit
from desktop.models.party import Organisation
from desktop.models.places import Unit
from desktop.models.store.session import reading as reading_session
from desktop.models.store.session import writing
from desktop.services.lists.batches import Batch, Import, Progress
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict, preview_rows
from desktop.services.office.workplace import Workplace
from desktop.sheets.files.formats import SUFFIXES
from desktop.sheets.lists.collector import paused
from desktop.sheets.lists.reading import Reading

ENDINGS = SUFFIXES
"""Of files that a list may come in, such as ``.xlsx``."""
# Rows stored together, after which progress is told.
_AT_ONCE = 250


Target = TypeVar("Target", Unit, Organisation)
"""What a list is for: a unit, or a Party branch."""


@dataclass(frozen=True, slots=True)
class Taking(Generic[Target]):
    """What the writing of rows is given: their batch, what the list is for, the day, the file's name."""

    batch: Batch
    unit: Target
    today: date
    source: str


@dataclass(frozen=True, slots=True)
class ListKind(Generic[Target]):
    """A kind of list.

    Attributes:
        name: as batches and previews name it.
        fields: keys of the cells in each row.
        unit: finds what a list is for, by its code.
        verdicts: says of each row what it is to the register.
        make: stores rows as new records.
        update: stores rows over the records of their keys.
    """

    name: str
    fields: tuple[str, ...]
    unit: Callable[[Session, str, date], Target]
    verdicts: Callable[[Session, Target, Reading, date], Sequence[Verdict]]
    make: Callable[[Taking[Target], Sequence[Mapping[str, Any]]], None]
    update: Callable[[Taking[Target], Mapping[int, Mapping[str, Any]]], None]


def preview(
    workplace: Workplace, kind: ListKind[Target], code: str, reading: Reading, whole: Reading | None = None
) -> Preview:
    """Set a list beside the register of a unit, and write nothing.

    Args:
        workplace: the open office.
        kind: of the list.
        code: of the unit that it is for.
        reading: what the file holds for that unit.
        whole: all that it holds, where that is more.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    with reading_session(workplace.database) as session:
        unit = kind.unit(session, code, workplace.today())
        verdicts = kind.verdicts(session, unit, reading, workplace.today())
        return Preview(
            kind=kind.name,
            unit=unit.code,
            unit_name=f"{unit.kind} {unit.name}" if isinstance(unit, Unit) else unit.name,
            source=reading.source,
            fields=kind.fields,
            rows=preview_rows(reading, verdicts, kind.fields),
            reading=reading,
            whole=whole or reading,
            seen=audit.head(session),
        )


def store(
    workplace: Workplace,
    kind: ListKind[Target],
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, in one transaction.

    A doubtful row that nobody decided, or that is left out, is counted and not stored.

    Args:
        workplace: the open office.
        kind: of the list.
        shown: what the clerk saw.
        choices: what was decided, by the row's number, as the reading gives it.
        progress: is told how many rows are done, of how many; whatever it raises takes everything back.

    Raises:
        RequestRefused: ``import.stale`` when the register has changed since the preview; ``import.decision``
            for one that the row does not allow, or that makes two rows one record.
    """
    with paused(), writing(workplace.database) as session:
        today = workplace.today()
        unit = kind.unit(session, shown.unit, today)
        verdicts = shown.verdicts()
        # Whatever is written is in the log: while its end is the same, so is the register.
        if audit.head(session) != shown.seen and list(verdicts) != list(
            kind.verdicts(session, unit, shown.reading, today)
        ):
            raise RequestRefused("import.stale", where=shown.source.name)
        batch = Batch.of_list(workplace, session, shown)
        taking, written = Taking(batch, unit, today, shown.source.name), set[int]()
        rows = [
            _Row(number, told, verdict, (choices or {}).get(number, RowChoice.OMIT))
            for number, told, verdict in zip(shown.reading.numbers, shown.reading.rows, verdicts, strict=True)
        ]
        with session.no_autoflush:
            for start in range(0, len(rows), _AT_ONCE):
                some = rows[start : start + _AT_ONCE]
                _take(kind, taking, written, some)
                session.flush()
                if progress is not None:
                    progress(start + len(some), len(rows))
        return batch.end()


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    told: Mapping[str, Any]
    verdict: Verdict
    choice: RowChoice


def _take(kind: ListKind[Target], taking: Taking[Target], written: set[int], rows: Sequence[_Row]) -> None:
    """Store rows as their verdicts, or a person, says."""
    new: list[Mapping[str, Any]] = []
    kept: dict[int, Mapping[str, Any]] = {}
    for row in rows:
        doubt, record = row.verdict.doubt, row.verdict.record
        if doubt is not None and row.choice is RowChoice.OMIT:
            taking.batch.count(RowState.DOUBTFUL)
            continue
        if doubt is not None and row.choice not in doubt.choices:
            raise RequestRefused("import.decision", where=str(row.number))
        if row.verdict.state is RowState.NEW or (doubt is not None and row.choice is RowChoice.NEW):
            new.append(row.told)
            continue
        if record is None or record in written:
            raise RequestRefused("import.decision", where=str(row.number))
        written.add(record)
        if row.verdict.state is RowState.SAME:
            taking.batch.count(RowState.SAME)
        else:
            kept[record] = row.told
    # A record that a row changes may give up the number that a new one has.
    if kept:
        kind.update(taking, kept)
    if new:
        taking.batch.session.flush()
        kind.make(taking, new)
