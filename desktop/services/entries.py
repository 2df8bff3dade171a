"""The two entries of a count: who typed what, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.counting import Count, Entry, Operator
from desktop.models.elections import Round
from desktop.models.pins import hash_pin, pin_matches
from desktop.models.session import writing
from desktop.rules.agreement import differences
from desktop.services.lookup import election_of, round_of, state_of
from desktop.services.workplace import Workplace
from desktop.vietnamese.text import tidy

Typed = Mapping[str, int | None]

_MARKS = {"strike": ("votes",), "agree": ("votes", "against"), "hands": ("votes", "against", "abstain")}


@dataclass(frozen=True, slots=True)
class EntryView:
    """What an operator learns after an entry: the state, and which fields differ, never figures."""

    state: str
    differing: tuple[str, ...]


def register_operator(workplace: Workplace, name: str, pin: str) -> int:
    """Register somebody who types counts; the PIN is kept as an Argon2 hash only.

    Raises:
        RequestRefused: ``operator.exists``, or ``operator.pin`` for one shorter than four signs.
    """
    if len(pin) < 4:
        raise RequestRefused("operator.pin")
    with writing(workplace.database) as session:
        if session.scalar(select(Operator.id).where(Operator.name == tidy(name))):
            raise RequestRefused("operator.exists")
        operator = Operator(name=tidy(name), pin_hash=hash_pin(pin))
        session.add(operator)
        session.flush()
        workplace.note(session, "operator.register", operator, "name", "pin_hash")
        return operator.id


def enter(workplace: Workplace, code: str, operator: int, pin: str, typed: Typed) -> EntryView:
    """Take one operator's entry of a count, the first or the second; or that operator's correction.

    Args:
        workplace: the open office.
        code: the election's.
        operator: key of who types.
        pin: of the same.
        typed: figures by field, named as in the facts (``valid``, ``candidates[0].votes``).

    Raises:
        StepRefused: the election is not at its count.
        RequestRefused: ``operator.unknown``; ``entry.same_operator`` when the first entry's operator makes
            the second; ``entry.field`` for a field that the form does not have or a figure that is none.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        current = round_of(election)
        who = _operator(session, operator, pin)
        _check_typed(current, typed)
        revision = next_revision(session, current)
        entries = entries_of(session, current, revision)
        own = next((entry for entry in entries if entry.operator_id == who.id), None)
        if own is not None and len(entries) < 2:
            raise RequestRefused("entry.same_operator", where=code)
        if own is None and len(entries) == 2:
            raise RequestRefused("entry.two", where=code)
        state = state_of(election)
        if own is None:
            own = Entry(
                round=current,
                number=len(entries) + 1,
                revision=revision,
                operator=who,
                typed=dict(typed),
                made_at=workplace.clock(),
            )
            session.add(own)
            entries.append(own)
        else:
            own.typed = dict(typed)
        found: tuple[Problem, ...] = ()
        if len(entries) == 1:
            election.state = state.enter_first()
        else:
            found = differences(entries[0].typed, entries[1].typed)
            election.state = state.enter_second(agrees=not found)
        session.flush()
        workplace.note(session, "count.enter", own, *typed)
        return EntryView(election.state, tuple(p.fields[0] for p in found if p.code == "W001"))


def enter_alone(workplace: Workplace, code: str, operator: int, pin: str, typed: Typed) -> EntryView:
    """Take the only entry, where one person works alone by explicit choice; the minutes print it.

    Raises:
        StepRefused, RequestRefused: as ``enter``.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        current = round_of(election)
        who = _operator(session, operator, pin)
        _check_typed(current, typed)
        election.state = state_of(election).enter_alone()
        entry = Entry(
            round=current,
            number=1,
            revision=next_revision(session, current),
            operator=who,
            typed=dict(typed),
            made_at=workplace.clock(),
        )
        session.add(entry)
        session.flush()
        workplace.note(session, "count.enter_alone", entry, *typed)
        return EntryView(election.state, ())


def typed_fields(current: Round) -> tuple[str, ...]:
    """Name the fields of the entry form of a round, in the order of the paper form."""
    hands = current.ballot == "hands"
    totals = ("present",) if hands else ("present", "issued", "unused", "returned", "valid", "invalid")
    marks = [
        f"candidates[{index}].{name}"
        for index in range(len(current.candidacies))
        for name in _MARKS[current.ballot]
    ]
    return (*totals, *marks)


def entries_of(session: Session, current: Round, revision: int) -> list[Entry]:
    """Return the entries of a revision, the first operator's first."""
    entries = select(Entry).where(Entry.round_id == current.id, Entry.revision == revision)
    return list(session.scalars(entries.order_by(Entry.number)))


def next_revision(session: Session, current: Round) -> int:
    """Return the revision that the next finalised count of a round will have, from 1."""
    newest = session.scalar(select(func.max(Count.revision)).where(Count.round_id == current.id))
    return (newest or 0) + 1


def _operator(session: Session, operator: int, pin: str) -> Operator:
    found = session.get(Operator, operator)
    if found is None or not pin_matches(found.pin_hash, pin):
        raise RequestRefused("operator.unknown")
    return found


def _check_typed(current: Round, typed: Typed) -> None:
    known = typed_fields(current)
    for field, value in typed.items():
        if field not in known or isinstance(value, bool) or (value is not None and value < 0):
            raise RequestRefused("entry.field", where=field)
