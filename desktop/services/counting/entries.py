"""The two entries of a count: who typed what, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.counting import Count, Entry, EntryDraft, Operator
from desktop.models.elections import Round, Vote
from desktop.models.store.session import writing
from desktop.rules.agreement import differences
from desktop.rules.vote_state import VoteState
from desktop.services.counting.cluster_figures import cluster_fields
from desktop.services.counting.explanations import withdraw
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.operators import check_pin, operator_of
from desktop.services.office.workplace import Workplace

Typed = Mapping[str, int | None]

_MARKS = {"strike": ("votes",), "agree": ("votes", "against"), "hands": ("votes", "against", "abstain")}


@dataclass(frozen=True, slots=True)
class EntryView:
    """What an operator learns after an entry: the state, and which fields differ, never figures."""

    state: str
    differing: tuple[str, ...]


def enter(workplace: Workplace, code: str, operator: int, pin: str, typed: Typed) -> EntryView:
    """Take one operator's entry of a count, the first or the second; or that operator's correction.

    A correction of an agreed count takes back the explanations of the figures that it changes.

    Args:
        workplace: the open office.
        code: the election's.
        operator: key of who types.
        pin: of the same.
        typed: figures by field, named as in the facts (``valid``, ``candidates[0].votes``).

    Raises:
        StepRefused: the election is not at its count.
        RequestRefused: as ``check_pin``; ``entry.same_operator`` when the first entry's operator makes
            the second; ``entry.two`` for a third person; ``entry.field`` for a field that the form does not
            have or a figure that is none.
    """
    check_pin(workplace, operator, pin)
    with writing(workplace.database) as session:
        return take_entry(workplace, session, code, operator, typed)


def enter_alone(workplace: Workplace, code: str, operator: int, pin: str, typed: Typed) -> EntryView:
    """Take the only entry, where one person works alone by explicit choice; the minutes print it.

    Raises:
        StepRefused, RequestRefused: as ``enter``.
    """
    check_pin(workplace, operator, pin)
    with writing(workplace.database) as session:
        return take_only_entry(workplace, session, code, operator, typed)


def take_entry(workplace: Workplace, session: Session, code: str, operator: int, typed: Typed) -> EntryView:
    """Take an entry, or a correction, of an operator whose PIN was checked; in the caller's transaction.

    Raises:
        StepRefused, RequestRefused: as ``enter``.
    """
    vote = vote_of(session, code)
    state = state_of(vote)
    state.demand("enter", *IN_MEETING)
    who = operator_of(session, operator)
    _check_typed(vote, typed)
    revision = next_revision(session, vote)
    entries = entries_of(session, vote, revision)
    own = next((entry for entry in entries if entry.operator_id == who.id), None)
    # An agreed count may still be corrected by whoever entered it, and is then compared anew.
    if own is None or state is not VoteState.AGREED:
        _refuse_operator(code, own, entries)
    if own is None:
        own = _new_entry(workplace, vote, len(entries) + 1, revision, who, typed)
        session.add(own)
        entries.append(own)
    else:
        withdraw(session, vote, revision, _changed_fields(own.typed, typed))
        own.typed = dict(typed)
    found: tuple[Problem, ...] = ()
    if state is VoteState.MEETING:
        vote.state = state.enter_first()
    elif len(entries) == 2:
        found = differences(entries[0].typed, entries[1].typed)
        vote.state = state.enter_second(agrees=not found)
    session.flush()
    _forget_draft(session, own)
    _note(workplace, session, "count.enter", own)
    return EntryView(vote.state, tuple(p.fields[0] for p in found if p.code == "W001"))


def take_only_entry(
    workplace: Workplace, session: Session, code: str, operator: int, typed: Typed
) -> EntryView:
    """Take the only entry of an operator whose PIN was checked; in the caller's transaction.

    Raises:
        StepRefused, RequestRefused: as ``enter``.
    """
    vote = vote_of(session, code)
    vote.state = state_of(vote).enter_alone()
    who = operator_of(session, operator)
    _check_typed(vote, typed)
    entry = _new_entry(workplace, vote, 1, next_revision(session, vote), who, typed)
    session.add(entry)
    session.flush()
    _forget_draft(session, entry)
    _note(workplace, session, "count.enter_alone", entry)
    return EntryView(vote.state, ())


def typed_fields(current: Round) -> tuple[str, ...]:
    """Name the fields of the entry form of a round, in the order of the paper form, perhaps by cluster."""
    hands = current.ballot == "hands"
    # Nobody is present where slips are handed to households.
    present = () if current.vote is Vote.HAND_OUT else ("present",)
    totals = present if hands else (*present, "issued", "unused", "returned", "valid", "invalid")
    marks = [
        f"candidates[{index}].{name}"
        for index in range(len(current.candidacies))
        for name in _MARKS[current.ballot]
    ]
    return cluster_fields(current, (*totals, *marks))


def entries_of(session: Session, current: Round, revision: int) -> list[Entry]:
    """Return the entries of a revision, the first operator's first."""
    entries = select(Entry).where(Entry.round_id == current.id, Entry.revision == revision)
    return list(session.scalars(entries.order_by(Entry.number)))


def next_revision(session: Session, current: Round) -> int:
    """Return the revision that the next finalised count of a round will have, from 1."""
    newest = session.scalar(select(func.max(Count.revision)).where(Count.round_id == current.id))
    return (newest or 0) + 1


def demand_count(field: str, value: object) -> None:
    """Refuse a figure that is neither left empty nor a whole number of things.

    Raises:
        RequestRefused: ``entry.field``.
    """
    if value is not None and (type(value) is not int or value < 0):
        raise RequestRefused("entry.field", where=field)


def _new_entry(
    workplace: Workplace, current: Round, number: int, revision: int, who: Operator, typed: Typed
) -> Entry:
    return Entry(
        round=current,
        number=number,
        revision=revision,
        operator=who,
        typed=dict(typed),
        made_at=workplace.clock(),
    )


def _forget_draft(session: Session, entry: Entry) -> None:
    session.execute(
        delete(EntryDraft).where(
            EntryDraft.round_id == entry.round_id, EntryDraft.operator_id == entry.operator_id
        )
    )


def _note(workplace: Workplace, session: Session, action: str, entry: Entry) -> None:
    typist = replace(workplace, actor=f"operator:{entry.operator_id}")
    typist.note(session, action, entry, *entry.typed)


def _refuse_operator(code: str, own: Entry | None, entries: Sequence[Entry]) -> None:
    if own is not None and len(entries) < 2:
        raise RequestRefused("entry.same_operator", where=code)
    if own is None and len(entries) == 2:
        raise RequestRefused("entry.two", where=code)


def _changed_fields(before: Typed, now: Typed) -> set[str]:
    return {field for field in {*before, *now} if before.get(field) != now.get(field)}


def _check_typed(current: Round, typed: Typed) -> None:
    known = typed_fields(current)
    for field, value in typed.items():
        if field not in known:
            raise RequestRefused("entry.field", where=field)
        demand_count(field, value)
