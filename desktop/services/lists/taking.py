"""A list taken in, whatever it lists: shown beside the register first, then stored, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused, SheetRefused
from desktop.models import audit
from desktop.models.party import Organisation
from desktop.models.places import Unit
from desktop.models.store.session import reading as reading_session
from desktop.models.store.session import writing
from desktop.services.lists.batches import Batch, Import, Progress
from desktop.services.lists.list_kind import Into, ListKind, Taking, Target
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict, preview_rows
from desktop.services.office.workplace import Workplace
from desktop.sheets.files.formats import SUFFIXES
from desktop.sheets.lists.collector import paused
from desktop.sheets.lists.reading import Reading

ENDINGS = SUFFIXES
"""Of files that a list may come in, such as ``.xlsx``."""
# Rows stored together, after which progress is told.
_AT_ONCE = 250


OWNER = "owner"
"""Key of a row for the record that it belongs to, where what is stored of it does."""


def preview(
    workplace: Workplace,
    kind: ListKind[Target],
    code: str,
    reading: Reading,
    whole: Reading | None = None,
    places: Mapping[int, str] | None = None,
) -> Preview:
    """Set a list beside the register of a unit, and write nothing.

    Args:
        workplace: the open office.
        kind: of the list.
        code: of the unit that it is for.
        reading: what the file holds for that unit.
        whole: all that it holds, where that is more.
        places: by the number of a row the code of what it is for, where the unit only holds these.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    kind.guard(workplace)
    with paused(), reading_session(workplace.database) as session:
        into = _into(session, kind, code, places, workplace.today())
        unit = into.unit
        verdicts = kind.verdicts(session, into, reading, workplace.today())
        names = {number: unit_words(each) for number, each in (into.of_rows or {}).items()}
        return Preview(
            kind=kind.name,
            unit=unit.code,
            unit_name=unit_words(unit),
            source=reading.source,
            fields=kind.fields,
            rows=preview_rows(reading, verdicts, kind.fields, names),
            reading=reading,
            whole=whole or reading,
            seen=audit.head(session),
            places=places,
        )


def store(
    workplace: Workplace,
    kind: ListKind[Target],
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, in one transaction.

    A doubtful row that nobody decided, or any that is left out, is counted as doubtful and not stored.

    Args:
        workplace: the open office.
        kind: of the list.
        shown: what the clerk saw.
        choices: what was decided, by the row's number, as the reading gives it.
        progress: is told how many rows are done, of how many, and of which hamlet the last is; whatever it
            raises takes everything back.

    Raises:
        SheetRefused: ``sheet.no_header`` of a list whose column of names nobody told.
        RequestRefused: ``import.stale`` when the register has changed since the preview; ``import.decision``
            for one that the row does not allow, or that makes two rows one record.
    """
    kind.guard(workplace)
    if shown.is_unnamed:
        raise SheetRefused("sheet.no_header", where=shown.source.name)
    with paused(), writing(workplace.database) as session:
        today = workplace.today()
        into = _into(session, kind, shown.unit, shown.places, today)
        verdicts = shown.verdicts()
        # Whatever is written is in the log: while its end is the same, so is the register.
        if audit.head(session) != shown.seen and list(verdicts) != list(
            kind.verdicts(session, into, shown.reading, today)
        ):
            raise RequestRefused("import.stale", where=shown.source.name)
        batch = Batch.of_list(workplace, session, shown)
        written = set[int]()
        rows = [
            _Row(number, told, verdict, (choices or {}).get(number))
            for number, told, verdict in zip(shown.reading.numbers, shown.reading.rows, verdicts, strict=True)
        ]
        with session.no_autoflush:
            for start in range(0, len(rows), _AT_ONCE):
                some = rows[start : start + _AT_ONCE]
                for unit, of_unit in groupby(some, lambda row: into.of(row.number)):
                    # A row that is for nothing known is in doubt, and nobody can decide that it is taken.
                    taking = Taking(batch, unit or into.unit, today, shown.source.name)
                    _take(kind, taking, written, list(of_unit))
                session.flush()
                if progress is not None:
                    last = into.of(some[-1].number) or into.unit
                    progress(start + len(some), len(rows), unit_words(last))
        return batch.end()


def unit_words(unit: Unit | Organisation) -> str:
    """Return what a list is for in words: a hamlet or commune by kind and name, a branch by its name."""
    return f"{unit.kind} {unit.name}" if isinstance(unit, Unit) else unit.name


def _into(
    session: Session, kind: ListKind[Target], code: str, places: Mapping[int, str] | None, today: date
) -> Into[Target]:
    whole = kind.unit(session, code, today)
    if places is None:
        return Into(whole)
    units = {each: kind.unit(session, each, today) for each in set(places.values())}
    return Into(whole, {number: units[each] for number, each in places.items()})


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    told: Mapping[str, Any]
    verdict: Verdict
    choice: RowChoice | None


def _take(kind: ListKind[Target], taking: Taking[Target], written: set[int], rows: Sequence[_Row]) -> None:
    """Store rows as their verdicts, or a person, says."""
    new: list[Mapping[str, Any]] = []
    kept: dict[int, Mapping[str, Any]] = {}
    for row in rows:
        doubt, record = row.verdict.doubt, row.verdict.record
        if row.choice is RowChoice.OMIT or (doubt is not None and row.choice is None):
            taking.batch.count(RowState.DOUBTFUL)
            continue
        if doubt is not None and row.choice not in doubt.choices:
            raise RequestRefused("import.decision", where=str(row.number))
        if row.verdict.state is RowState.NEW or (doubt is not None and row.choice is RowChoice.NEW):
            owner = row.verdict.owner
            new.append(row.told if owner is None else {**row.told, OWNER: owner})
            continue
        if record is None or record in written:
            raise RequestRefused("import.decision", where=str(row.number))
        written.add(record)
        if row.verdict.state is RowState.SAME:
            taking.batch.count(RowState.SAME)
        else:
            owner = row.verdict.owner
            kept[record] = row.told if owner is None else {**row.told, OWNER: owner}
    # A record that a row changes may give up the number that a new one has.
    if kept:
        kind.update(taking, kept)
    if new:
        taking.batch.session.flush()
        kind.make(taking, new)
