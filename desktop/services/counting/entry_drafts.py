"""Where an operator types: what of an entry was typed so far, kept so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import FactsRefused, Problem, RequestRefused
from desktop.models.counting import Entry, EntryDraft, Operator
from desktop.models.elections import Round
from desktop.models.store.session import reading, writing
from desktop.rules.agreement import differences
from desktop.rules.reconciliation import is_error
from desktop.rules.vote_state import VoteState
from desktop.services.counting.cluster_figures import with_parts
from desktop.services.counting.deciding import decided
from desktop.services.counting.entries import (
    EntryView,
    Typed,
    demand_count,
    enter,
    entries_of,
    next_revision,
    typed_fields,
)
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.operators import OperatorView, check_pin, operator_of
from desktop.services.office.workplace import Workplace

Task = Literal["first", "second", "correct"]


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An operator before the paper form.

    Attributes:
        task: the first entry, the second, or a correction of the operator's own entry.
        fields: what is to be typed, in the order of the paper form; of a correction some of them.
        typed: figures typed so far by this operator alone.
    """

    operator: OperatorView
    task: Task
    fields: tuple[str, ...]
    typed: Mapping[str, int | None]


def sit_down(
    workplace: Workplace, code: str, operator: int, pin: str, *, correct: tuple[str, ...] = ()
) -> OpenEntry:
    """Let an operator type: a new entry where one is due, else a correction of the operator's own.

    Args:
        workplace: the open office.
        code: the election's.
        operator: key of who types.
        pin: of the same.
        correct: fields of an agreed count that are to be typed anew.

    Raises:
        StepRefused: the election is not at its count.
        RequestRefused: as ``check_pin``; ``entry.same_operator`` when the first entry's operator would
            make the second; ``entry.two`` for a third person.
    """
    check_pin(workplace, operator, pin)
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        state = state_of(vote)
        state.demand("enter", *IN_MEETING)
        who = operator_of(session, operator)
        entries = entries_of(session, vote, next_revision(session, vote))
        task = task_of(code, state, who.id, entries)
        fields = typed_fields(vote)
        if task == "correct":
            wanted = correct or _differing(entries)
            fields = with_parts(fields, wanted)
        draft = _draft(session, vote, who.id)
        typed = {field: value for field, value in (draft.typed if draft else {}).items() if field in fields}
        return OpenEntry(OperatorView(who.id, who.name), task, fields, typed)


def keep_draft(workplace: Workplace, code: str, operator: int, typed: Typed) -> tuple[Problem, ...]:
    """Keep figures that an operator has typed; those that are not named stay as they were kept.

    Returns:
        Errors in the figures once a whole entry is typed, for a neutral word to the typist; they stop
        nothing.

    Raises:
        RequestRefused: ``entry.field`` for a field that the form does not have or a figure that is none.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        known = typed_fields(vote)
        for field, value in typed.items():
            if field not in known:
                raise RequestRefused("entry.field", where=field)
            demand_count(field, value)
        draft = _draft(session, vote, operator)
        if draft is None:
            draft = EntryDraft(
                round=vote,
                operator=session.get_one(Operator, operator),
                revision=next_revision(session, vote),
                typed={},
                saved_at=workplace.clock(),
            )
            session.add(draft)
        whole = {field: value for field, value in {**draft.typed, **typed}.items() if value is not None}
        draft.typed, draft.saved_at = whole, workplace.clock()
        session.flush()
        if len(whole) < len(known):
            return ()
        try:
            outcome, _ = decided(session, vote, whole)
        except FactsRefused:
            return ()
        return tuple(problem for problem in outcome.problems if is_error(problem))


def correct(workplace: Workplace, code: str, operator: int, pin: str, typed: Typed) -> EntryView:
    """Put figures read anew from the paper into the operator's own entry, and compare again.

    Raises:
        StepRefused, RequestRefused: as ``enter``; ``entry.two`` for somebody who made neither entry.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        entries = entries_of(session, vote, next_revision(session, vote))
        own = next((entry for entry in entries if entry.operator_id == operator), None)
        if own is None:
            raise RequestRefused("entry.two", where=code)
        whole = {**own.typed, **typed}
    return enter(workplace, code, operator, pin, whole)


def task_of(code: str, state: VoteState, operator: int, entries: list[Entry]) -> Task:
    """Return what an operator would do to a count now.

    Raises:
        RequestRefused: ``entry.same_operator`` when the first entry's operator would make the second;
            ``entry.two`` for a third person.
    """
    own = any(entry.operator_id == operator for entry in entries)
    if state is VoteState.MEETING:
        return "first"
    if state is VoteState.COUNTED_ONCE:
        if own:
            raise RequestRefused("entry.same_operator", where=code)
        return "second"
    if not own:
        raise RequestRefused("entry.two", where=code)
    return "correct"


def _differing(entries: list[Entry]) -> tuple[str, ...]:
    if len(entries) < 2:
        return ()
    found = differences(entries[0].typed, entries[1].typed)
    return tuple(problem.fields[0] for problem in found if problem.code == "W001")


def _draft(session: Session, current: Round, operator: int) -> EntryDraft | None:
    return session.scalars(
        select(EntryDraft).where(
            EntryDraft.round_id == current.id,
            EntryDraft.operator_id == operator,
            EntryDraft.revision == next_revision(session, current),
        )
    ).one_or_none()
