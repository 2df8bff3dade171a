"""What becomes of hamlets: renamed, merged, ended; each can be taken back while nothing rests on it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.long_work import step
from desktop.models.elections import ContestKind, Election, Round, is_held, is_on
from desktop.models.people import Change, Household, ImportBatch, ImportRow, Voter, is_on_the_list
from desktop.models.places import HamletFacts, Unit, UnitDecision, UnitEvent, unit_predecessors
from desktop.models.store.session import reading, writing
from desktop.rules.vote_state import VoteState
from desktop.services.lists.batches import Batch, take_back
from desktop.services.lists.use import records_of
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.gathered import go_along
from desktop.services.places.heads import heads_of, posts_go_along
from desktop.services.places.importing import next_code
from desktop.services.places.lookup import facts_of, unit_on
from desktop.services.places.names import checked_name
from desktop.services.places.provisional import serve_on
from desktop.vietnamese.text import tidy

ADD, RENAME, MERGE, MERGERS, SPLIT, DISSOLVE, END = CHANGES = (
    "hamlet.add",
    "hamlet.rename",
    "hamlet.merge",
    "hamlet.mergers",
    "hamlet.split",
    "hamlet.dissolve",
    "hamlet.end",
)
DIFFICULT = ("especially_difficult", "especially_difficult_from", "especially_difficult_until")
_OVER = (VoteState.RECOGNISED,)


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last change that a hamlet came of or ended with: the number of its batch, and which it was."""

    batch: int
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """By whose decision a hamlet changes; None for what isn't known.

    Since 2025 the commune's People's Council issues it.
    """

    number: str | None = None
    decided_on: date | None = None
    issuer: str | None = None

    def is_known(self) -> bool:
        """Tell whether anything is written down of it."""
        return any((self.number, self.decided_on, self.issuer))


NO_DECISION = Decision()


@dataclass(frozen=True, slots=True)
class Successor:
    """A hamlet that is to come.

    Attributes:
        kind, name: of it.
        codes: of those that it is made of: one is renamed, several are merged.
        provisional: code of the one whose head serves until a head is elected; None where nobody is named.
        exception: why it has fewer households than the law asks for; empty for nothing said.
    """

    kind: str
    name: str
    codes: tuple[str, ...]
    provisional: str | None = None
    exception: str = ""


def rename(
    workplace: Workplace, code: str, kind: str, name: str, on: date, decision: Decision = NO_DECISION
) -> int:
    """Give a hamlet another name from a day on: the old name ends the day before, the households go along.

    Returns:
        The batch that takes it back.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    return succeed(workplace, RENAME, (Successor(kind, name, (code,)),), on, decision)


def merge(
    workplace: Workplace,
    codes: Sequence[str],
    kind: str,
    name: str,
    on: date,
    decision: Decision = NO_DECISION,
) -> int:
    """Make one hamlet of several from a day on: they end the day before, their households go along.

    Returns:
        The batch that takes it back.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, ``hamlet.merge`` for fewer than two, or
            ``hamlet.under_way`` while one of them elects.
    """
    if len(set(codes)) < 2:
        raise RequestRefused("hamlet.merge")
    return succeed(workplace, MERGE, (Successor(kind, name, tuple(codes)),), on, decision)


def end_hamlet(workplace: Workplace, code: str, on: date, decision: Decision = NO_DECISION) -> int:
    """End a hamlet that has no households left, nor voters without one; ``on`` is its last day.

    Returns:
        The batch that takes it back.

    Raises:
        RequestRefused: ``hamlet.households``, ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        check_free(session, unit)
        check_day(unit, on, workplace.today())
        living = select(Household.id).where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
        alone = select(Voter.id).where(Voter.hamlet_id == unit.id, *is_on_the_list())
        if session.scalar(living.limit(1)) or session.scalar(alone.limit(1)):
            raise RequestRefused("hamlet.households", where=_named(unit))
        batch = change_batch(workplace, session, END, _named(unit))
        batch.change(unit, {"ends_on": on})
        posts_go_along(batch, [unit], None, on + timedelta(days=1))
        by_decision(batch, unit, UnitEvent.ENDED, decision)
        workplace.note(session, "unit.end", unit, "ends_on")
        return batch.end().batch


def undo_change(workplace: Workplace, batch: int) -> None:
    """Take a change of hamlets back: the old ones live on, with the households that they had.

    Raises:
        RequestRefused: ``hamlet.undone``; ``hamlet.used`` with the reason when something rests on it since;
            ``hamlet.name`` when another hamlet bears an old name by now.
    """
    with writing(workplace.database) as session:
        found = session.get_one(ImportBatch, batch)
        take_back(workplace, session, found, "hamlet")
        # A hamlet that is there again has gone into none of those that took its households.
        ended = list(session.scalars(records_of(found, "Unit")))
        session.execute(delete(unit_predecessors).where(unit_predecessors.c.predecessor_id.in_(ended)))
        session.expire_all()
        for unit in session.scalars(select(Unit).where(Unit.id.in_(ended)).order_by(Unit.id)):
            checked_name(session, workplace.today(), unit.kind, unit.name, unit)


def made_by(workplace: Workplace, batch: int) -> str:
    """Return the code of the hamlet that a change made, of several the first."""
    with reading(workplace.database) as session:
        made = records_of(session.get_one(ImportBatch, batch), "Unit", Change.NEW)
        return session.scalars(select(Unit.code).where(Unit.id.in_(made)).order_by(Unit.id)).first() or ""


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


def electing(session: Session, unit: Unit) -> tuple[tuple[str, date], ...]:
    """Return code and day of a unit's elections that are not over; a unit that elects stays as it is."""
    running = (
        select(Election.code, Election.held_on)
        .join(Round, Round.election_id == Election.id)
        .where(
            Election.unit_id == unit.id,
            Election.contest_kind == ContestKind.HAMLET_HEAD,
            is_on(),
            is_held(),
            Round.state.not_in(_OVER),
        )
        .order_by(Election.held_on)
    )
    return tuple((code, day) for code, day in session.execute(running))


def succeed(
    workplace: Workplace,
    change: str,
    successors: Sequence[Successor],
    on: date,
    decision: Decision = NO_DECISION,
    file: tuple[str, str] | None = None,
) -> int:
    """Make hamlets of others from a day on, all in one transaction, and return the batch that takes it back.

    A name may go from a hamlet that ends to another that comes: all end before any begins.

    Args:
        workplace: the open office.
        change: what the batch is: ``hamlet.rename``, ``hamlet.merge`` or ``hamlet.mergers``.
        successors: what is to come, one at least.
        on: the first day of them all.
        decision: by which it is so.
        file: name and SHA-256 of the workbook that says so, where one does.

    Raises:
        RequestRefused: ``hamlet.name``, ``hamlet.day``, or ``hamlet.under_way`` while one of them elects.
    """
    with writing(workplace.database) as session:
        today = workplace.today()
        before = {
            one: [unit_on(session, code, today) for code in dict.fromkeys(one.codes)] for one in successors
        }
        every = [unit for units in before.values() for unit in units]
        for unit in every:
            check_free(session, unit)
            check_day(unit, on - timedelta(days=1), today)
        batch = change_batch(workplace, session, change, _said(successors), file)
        heads = heads_of(session, every, on - timedelta(days=1))
        for unit in every:
            batch.change(unit, {"ends_on": on - timedelta(days=1)})
        for done, (one, units) in enumerate(before.items()):
            step(done, len(before), f"{one.kind} {one.name}")
            kind, name = checked_name(session, today, one.kind, one.name, *every)
            # A hamlet that only changes its name keeps its code; a merged one is another hamlet.
            alone = len(units) == 1
            successor = Unit(
                code=units[0].code if alone else next_code(session, own_unit(session)),
                level=units[0].level,
                kind=kind,
                name=name,
                starts_on=on,
                parent=own_unit(session),
                predecessors=units,
            )
            batch.make(successor)
            session.flush()
            _take_over(batch, successor, units)
            go_along(batch, units, [successor], on)
            posts_go_along(batch, units, successor if alone else None, on)
            for unit in units:
                if one.provisional is not None and unit.code == one.provisional and unit.id in heads:
                    serve_on(workplace, batch, successor, heads[unit.id], on)
            by_decision(batch, successor, UnitEvent.MADE, decision, tidy(one.exception))
            workplace.note(session, "unit.succeed", successor, "code", "kind", "name", "predecessors")
        return batch.end().batch


def _said(successors: Sequence[Successor]) -> str:
    return ", ".join(f"{one.kind} {one.name}" for one in successors)


def by_decision(batch: Batch, unit: Unit, what: UnitEvent, decision: Decision, exception: str = "") -> None:
    """Write down by whose decision a hamlet came to be or ended, as far as known, and why it is small."""
    if decision.is_known() or exception:
        batch.make(
            UnitDecision(
                unit=unit,
                what=what,
                number=decision.number,
                decided_on=decision.decided_on,
                issuer=decision.issuer,
                exception=exception or None,
            )
        )


def _take_over(batch: Batch, successor: Unit, before: Sequence[Unit]) -> None:
    session, keys = batch.session, [unit.id for unit in before]
    living = Household.hamlet_id.in_(keys), Household.ends_on.is_(None)
    batch.change_all(Household, Household.hamlet_id, successor.id, *living)
    batch.change_all(Voter, Voter.hamlet_id, successor.id, Voter.hamlet_id.in_(keys), *is_on_the_list())
    facts = facts_of(session, before)
    if len(facts) != len(before):
        return
    stated = [facts[key].households for key in keys]
    made = HamletFacts(unit=successor, households=sum(stated) if None not in stated else None)  # type: ignore[arg-type] # none is None here
    if len(before) == 1:
        for field in DIFFICULT:
            setattr(made, field, getattr(facts[keys[0]], field))
    batch.make(made)
    session.flush()


def change_batch(
    workplace: Workplace, session: Session, kind: str, said: str, file: tuple[str, str] | None = None
) -> Batch:
    """Begin the batch of a change: in place of a file it has the names of what came of it."""
    name, digest = file or (said, hashlib.sha256(said.encode()).hexdigest())
    record = ImportBatch(kind=kind, file_name=name, sha256=digest, made_at=workplace.clock())
    return Batch(workplace, session, record, kind)


def check_free(session: Session, unit: Unit) -> None:
    """Refuse while an election of the unit is not over."""
    if electing(session, unit):
        raise RequestRefused("hamlet.under_way", where=_named(unit))


def check_day(unit: Unit, last: date, today: date) -> None:
    """Refuse a last day before the unit's first, or to come."""
    # Its households go along at once, so a day to come is written down when it has come.
    if last > today or (unit.starts_on is not None and last < unit.starts_on):
        raise RequestRefused("hamlet.day", where=_named(unit))


def _named(unit: Unit) -> str:
    return f"{unit.kind} {unit.name}"
