"""Households of a hamlet from a list: shown beside the register first, then stored, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.models.session import reading as reading_session
from desktop.models.session import writing
from desktop.services.hamlet_choice import stated_hamlet
from desktop.services.household_matching import FIELDS, SEXES, Register, differences, told
from desktop.services.import_batches import Batch, Import, Progress, refuse_stale
from desktop.services.import_preview import Decision, Preview, RowState, Verdict, preview_rows
from desktop.services.lookup import unit_on
from desktop.services.workplace import Workplace
from desktop.sheets.block import read_block
from desktop.sheets.reading import Reading, read
from desktop.vietnamese.partial_date import parse_iso

_PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")
_TOLD_EVERY = 50


def preview(workplace: Workplace, hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the register of a hamlet, and write nothing.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    with reading_session(workplace.database) as session:
        unit = unit_on(session, hamlet, workplace.today())
        verdicts = _verdicts(session, unit, reading)
        return Preview(
            kind="households",
            unit=unit.code,
            unit_name=f"{unit.kind} {unit.name}",
            source=reading.source,
            fields=FIELDS,
            rows=preview_rows(reading, verdicts, FIELDS),
            reading=reading,
        )


def store(
    workplace: Workplace,
    shown: Preview,
    decisions: Mapping[int, Decision] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, in one transaction.

    A doubtful row that nobody decided, or that is left out, is counted and not stored. A household that is
    the same as one of another hamlet ends there and begins here today.

    Args:
        workplace: the open office.
        shown: what the clerk saw.
        decisions: what was decided, by the row's number in the sheet.
        progress: is told how many rows are done, of how many; whatever it raises takes everything back.

    Raises:
        RequestRefused: ``import.stale`` when the register has changed since the preview; ``import.decision``
            for one that the row does not allow, or that makes two rows one household.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, shown.unit, workplace.today())
        verdicts = _verdicts(session, unit, shown.reading)
        refuse_stale(shown.verdicts(), verdicts, shown.source.name)
        batch = Batch(workplace, session, shown)
        taking = _Taking(batch, unit, workplace.today())
        rows = list(zip(shown.reading.numbers, shown.reading.rows, verdicts, strict=True))
        with session.no_autoflush:
            for done, (number, row, verdict) in enumerate(rows, 1):
                taking.take(number, row, verdict, (decisions or {}).get(number, Decision.OMIT))
                if done % _TOLD_EVERY == 0 or done == len(rows):
                    session.flush()
                    if progress is not None:
                        progress(done, len(rows))
        return batch.end()


def open_file(workplace: Workplace, path: Path, hamlet: str | None) -> Preview:
    """Read a workbook and set it beside the register of the hamlet that it names, else of the given one.

    Raises:
        SheetRefused: the workbook cannot be read.
        RequestRefused: ``import.hamlet`` when neither tells the hamlet.
    """
    return _opened(workplace, read(path, "households"), hamlet)


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
    return _opened(workplace, read_block(rows, name), hamlet)


def take_in(workplace: Workplace, hamlet: str, path: Path) -> Import:
    """Read a workbook and store its households; doubtful rows wait for a person.

    Raises:
        SheetRefused: the workbook cannot be read.
        RequestRefused: ``unknown.unit``.
    """
    return store(workplace, preview(workplace, hamlet, read(path, "households")))


def _opened(workplace: Workplace, reading: Reading, hamlet: str | None) -> Preview:
    code = stated_hamlet(workplace, reading) or hamlet
    if code is None:
        raise RequestRefused("import.hamlet", where=reading.source.name)
    return preview(workplace, code, reading)


def _verdicts(session: Session, unit: Unit, reading: Reading) -> list[Verdict]:
    return list(Register(session, unit, reading.rows).verdicts(reading.numbers, reading.rows))


class _Taking:
    """The rows of one batch on their way into the register."""

    def __init__(self, batch: Batch, unit: Unit, today: date) -> None:
        self._today = today
        self._session = batch.session
        self._batch = batch
        self._unit = unit
        self._written: set[int] = set()

    def take(self, number: int, row: Mapping[str, Any], verdict: Verdict, decision: Decision) -> None:
        """Store one row as its verdict, or a person, says."""
        if verdict.doubt is not None:
            if decision is Decision.OMIT:
                self._batch.count(RowState.DOUBTFUL)
                return
            if decision not in verdict.doubt.choices:
                raise RequestRefused("import.decision", where=str(number))
            if decision is Decision.NEW:
                verdict = Verdict(RowState.NEW)
        if verdict.state is RowState.NEW:
            self._make(row)
        elif verdict.record is None or verdict.record in self._written:
            raise RequestRefused("import.decision", where=str(number))
        else:
            self._written.add(verdict.record)
            self._update(self._session.get_one(Household, verdict.record), row)

    def _make(self, row: Mapping[str, Any]) -> None:
        fields = _person_fields(told(row))
        identity = fields.get("identity")
        found = select(Person).where(Person.identity == identity)
        person = self._session.scalars(found).one_or_none() if identity else None
        if person is None:
            person = Person(**fields)
            self._batch.make(person)
        else:
            birth = person.birth.iso() if person.birth else None
            self._batch.change(person, _person_fields(told(row, birth)))
        household = Household(hamlet=self._unit, head=person, members=row.get("members"))
        self._batch.make(household)
        self._batch.count(RowState.NEW)

    def _update(self, household: Household, row: Mapping[str, Any]) -> None:
        fields = {field: told(row)[field] for field in differences(household, row)}
        changed = self._batch.change(household.head, _person_fields(fields))
        members = {"members": fields["members"]} if "members" in fields else {}
        if household.hamlet_id == self._unit.id:
            changed |= self._batch.change(household, members)
        else:
            changed = True
            self._move(household, members.get("members", household.members))
        self._batch.count(RowState.CHANGED if changed else RowState.SAME)

    def _move(self, household: Household, members: int | None) -> None:
        yesterday = self._today - timedelta(days=1)
        last = max(yesterday, household.starts_on) if household.starts_on else yesterday
        self._batch.change(household, {"ends_on": last})
        here = Household(hamlet=self._unit, head=household.head, members=members, starts_on=self._today)
        self._batch.make(here)


def _person_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: fields[name] for name in _PERSON_FIELDS if name in fields}
    if "sex" in found:
        found["sex"] = SEXES.get(found["sex"])
    if "birth" in found:
        found["birth"] = parse_iso(found["birth"])
    return found
