"""What becomes of hamlets: renamed, merged, ended; each can be taken back while nothing rests on it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election, Round, is_held, is_on
from desktop.models.people import Household, ImportBatch, ImportRow
from desktop.models.places import HamletFacts, Unit
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.lists.batches import Batch, take_back
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.importing import next_code
from desktop.services.places.lookup import facts_of, unit_on
from desktop.services.places.names import checked_name
from desktop.services.places.provisional import PROVISIONAL

RENAME, MERGE, END = CHANGES = ("hamlet.rename", "hamlet.merge", "hamlet.end")
_OVER = (VoteState.RECOGNISED,)


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last change that a hamlet came of or ended with: the number of its batch, and which it was."""

    batch: int
    kind: str


def rename(workplace: Workplace, code: str, kind: str, name: str, on: date) -> None:
    """Give a hamlet another name from a day on: the old name ends the day before, the households go along.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    _succeed(workplace, (code,), kind, name, on)


def merge(workplace: Workplace, codes: Sequence[str], kind: str, name: str, on: date) -> None:
    """Make one hamlet of several from a day on: they end the day before, their households go along.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, ``hamlet.merge`` for fewer than two, or
            ``hamlet.under_way`` while one of them elects.
    """
    if len(set(codes)) < 2:
        raise RequestRefused("hamlet.merge")
    _succeed(workplace, codes, kind, name, on)


def end_hamlet(workplace: Workplace, code: str, on: date) -> None:
    """End a hamlet that has no households left; ``on`` is its last day.

    Raises:
        RequestRefused: ``hamlet.households``, ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        _check_free(session, unit)
        _check_day(unit, on, workplace.today())
        living = select(Household.id).where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
        if session.scalar(living.limit(1)):
            raise RequestRefused("hamlet.households", where=_named(unit))
        batch = _batch(workplace, session, END, unit)
        batch.change(unit, {"ends_on": on})
        workplace.note(session, "unit.end", unit, "ends_on")
        batch.end()


def undo_change(workplace: Workplace, batch: int) -> None:
    """Take a change of hamlets back: the old ones live on, with the households that they had.

    Raises:
        RequestRefused: ``hamlet.undone``; ``hamlet.used`` with the reason when something rests on it since;
            ``hamlet.name`` when another hamlet bears an old name by now.
    """
    with writing(workplace.database) as session:
        found = session.get_one(ImportBatch, batch)
        take_back(workplace, session, found, "hamlet")
        session.expire_all()
        for row in found.rows:
            unit = session.get(Unit, row.record_id) if row.record_kind == "Unit" else None
            if unit is not None:
                checked_name(session, workplace.today(), unit.kind, unit.name, unit)


def last_changes(session: Session) -> dict[int, LastChange]:
    """Return the last change of each hamlet that was changed, by the hamlet's key."""
    found = (
        select(ImportRow.record_id, ImportBatch.id, ImportBatch.kind)
        .join(ImportBatch, ImportRow.batch_id == ImportBatch.id)
        .where(
            ImportBatch.kind.in_(CHANGES), ImportBatch.undone_at.is_(None), ImportRow.record_kind == "Unit"
        )
        .order_by(ImportBatch.id)
    )
    return {row[0]: LastChange(row[1], row[2]) for row in session.execute(found)}


def _succeed(workplace: Workplace, codes: Sequence[str], kind: str, name: str, on: date) -> None:
    with writing(workplace.database) as session:
        today = workplace.today()
        before = [unit_on(session, code, today) for code in dict.fromkeys(codes)]
        for unit in before:
            _check_free(session, unit)
            _check_day(unit, on - timedelta(days=1), today)
        kind, name = checked_name(session, today, kind, name, *before)
        # A hamlet that only changes its name keeps its code; a merged one is another hamlet.
        alone = len(before) == 1
        successor = Unit(
            code=before[0].code if alone else next_code(session, own_unit(session)),
            level=before[0].level,
            kind=kind,
            name=name,
            starts_on=on,
            parent=own_unit(session),
            predecessors=before,
        )
        batch = _batch(workplace, session, RENAME if alone else MERGE, successor)
        for unit in before:
            batch.change(unit, {"ends_on": on - timedelta(days=1)})
        batch.make(successor)
        session.flush()
        _take_over(batch, successor, before)
        workplace.note(session, "unit.succeed", successor, "code", "kind", "name", "predecessors")
        batch.end()


def _take_over(batch: Batch, successor: Unit, before: Sequence[Unit]) -> None:
    session, keys = batch.session, [unit.id for unit in before]
    living = select(Household).where(Household.hamlet_id.in_(keys), Household.ends_on.is_(None))
    for household in session.scalars(living):
        batch.change(household, {"hamlet_id": successor.id})
    facts = facts_of(session, before)
    if len(facts) != len(before):
        return
    stated = [facts[key].households for key in keys]
    made = HamletFacts(unit=successor, households=sum(stated) if None not in stated else None)  # type: ignore[arg-type] # none is None here
    if len(before) == 1:
        own = facts[keys[0]]
        made.head, made.head_is_member = own.head, own.head_is_member
        made.especially_difficult = own.especially_difficult
        for field in PROVISIONAL:
            setattr(made, field, getattr(own, field))
    batch.make(made)
    session.flush()


def _batch(workplace: Workplace, session: Session, kind: str, unit: Unit) -> Batch:
    name = _named(unit)
    record = ImportBatch(
        kind=kind,
        file_name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        made_at=workplace.clock(),
    )
    return Batch(workplace, session, record, kind)


def _check_free(session: Session, unit: Unit) -> None:
    """Refuse while an election of the unit is not over."""
    running = (
        select(Round.id)
        .join(Election, Round.election_id == Election.id)
        .where(Election.unit_id == unit.id, is_on(), is_held(), Round.state.not_in(_OVER))
    )
    if session.scalar(running.limit(1)):
        raise RequestRefused("hamlet.under_way", where=_named(unit))


def _check_day(unit: Unit, last: date, today: date) -> None:
    # Its households go along at once, so a day to come is written down when it has come.
    if last > today or (unit.starts_on is not None and last < unit.starts_on):
        raise RequestRefused("hamlet.day", where=_named(unit))


def _named(unit: Unit) -> str:
    return f"{unit.kind} {unit.name}"
