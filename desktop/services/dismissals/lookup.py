"""Finding a dismissal, its law, how far it has come, and the days that others are counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.dismissals import Dismissal, DismissalMeeting, DismissalRecord
from desktop.models.elections import ContestKind, Election, Occasion, is_on
from desktop.models.people import Household
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.rules.dismissal import (
    ENDED,
    DismissalDays,
    DismissalState,
    DismissalStep,
    Meeting,
    MeetingOutcome,
    meeting_outcome,
    next_steps,
    state_after,
)
from desktop.rules.statute import Statute, thawed
from desktop.services.office.workplace import Workplace
from desktop.services.people.residence import lives_there
from desktop.services.places.heads import holds_on


@dataclass(frozen=True, slots=True)
class Come:
    """How far a dismissal has come after a step, and what its meeting decided where it was one."""

    record: DismissalRecord
    state: DismissalState
    outcome: MeetingOutcome | None = None


def dismissal_of(session: Session, key: int) -> Dismissal:
    """Return a dismissal by its key.

    Raises:
        RequestRefused: ``unknown.dismissal``.
    """
    found = session.get(Dismissal, key)
    if found is None:
        raise RequestRefused("unknown.dismissal", where=str(key))
    return found


def law_of(workplace: Workplace, day: date) -> Statute:
    """Return the law of a dismissal that is asked for on a day, as it stands then.

    Raises:
        StatuteRefused: no statute is in force on the day.
    """
    return workplace.statutes.in_force("hamlet_head", day).as_of(day)


def statute_of(dismissal: Dismissal, on: date | None = None) -> Statute:
    """Return the statute frozen into a dismissal, as it stood when it was asked for, or on another day."""
    return thawed(dismissal.statute_bytes, dismissal.statute).as_of(on or dismissal.asked_on)


def meeting_facts(meeting: DismissalMeeting) -> Meeting:
    """Return what was counted as the rules take it."""
    return Meeting(
        form=meeting.form,
        entitled=meeting.entitled,
        present=meeting.present,
        agree=meeting.agree,
        against=meeting.against,
        abstain=meeting.abstain,
        issued=meeting.issued,
        returned=meeting.returned,
        valid=meeting.valid,
        invalid=meeting.invalid,
    )


def walked(statute: Statute, dismissal: Dismissal) -> tuple[Come, ...]:
    """Return how far a dismissal came with each of its steps."""
    state, found = DismissalState.ASKED, list[Come]()
    for record in dismissal.steps:
        outcome = (
            None
            if record.meeting is None
            else meeting_outcome(
                statute, meeting_facts(record.meeting), electorate_kind=record.meeting.electorate.value
            )
        )
        state = state_after(state, record.step, outcome)
        found.append(Come(record, state, outcome))
    return tuple(found)


def state_of(statute: Statute, dismissal: Dismissal) -> DismissalState:
    """Return how far a dismissal has come."""
    come = walked(statute, dismissal)
    return come[-1].state if come else DismissalState.ASKED


def days_of(dismissal: Dismissal) -> DismissalDays:
    """Return the days that others are counted from: of each kind of step the latest."""
    days = {record.step: record.on_day for record in dismissal.steps}
    meets = [record.meets_on for record in dismissal.steps if record.step is DismissalStep.ACCEPT]
    return DismissalDays(
        meets_on=meets[-1] if meets else None,
        held_on=days.get(DismissalStep.HOLD),
        received_on=days.get(DismissalStep.SEND),
        ended_on=days.get(DismissalStep.RECOGNISE) or days.get(DismissalStep.DECIDE),
    )


def dismissals_of(session: Session, unit: Unit | None = None) -> Sequence[Dismissal]:
    """Return the dismissals of all hamlets or of one, under whatever name it bore, the latest first."""
    found = select(Dismissal).order_by(Dismissal.asked_on.desc(), Dismissal.id.desc())
    if unit is not None:
        found = found.join(Unit, Dismissal.unit_id == Unit.id).where(Unit.code == unit.code)
    return session.scalars(found).all()


def is_open(statute: Statute, dismissal: Dismissal) -> bool:
    """Tell whether something is still to be done before it is refused, answered or decided."""
    return bool(next_steps(state_of(statute, dismissal)))


def replacement_of(session: Session, statute: Statute, dismissal: Dismissal) -> Election | None:
    """Return the election that replaces a head who was dismissed; None where none is planned."""
    ended = days_of(dismissal).ended_on
    if ended is None or state_of(statute, dismissal) not in ENDED:
        return None
    planned = (
        select(Election)
        .join(Unit, Election.unit_id == Unit.id)
        .where(
            Unit.code == dismissal.unit.code,
            Election.contest_kind == ContestKind.HAMLET_HEAD,
            Election.occasion == Occasion.REPLACEMENT,
            Election.held_on >= ended,
            is_on(),
        )
        .order_by(Election.held_on)
    )
    return session.scalars(planned).first()


def households_on(session: Session, unit: Unit, day: date) -> int:
    """Return how many households a hamlet has on a day: the base of a petition and of the meeting."""
    counted = select(func.count(Household.id)).where(Household.hamlet_id == unit.id, *lives_there(day))
    return session.scalar(counted) or 0


def front_board_head(session: Session, unit: Unit, day: date) -> str | None:
    """Return who heads a hamlet's Front board on a day; None where that isn't known."""
    held = select(Post).where(
        Post.kind == PostKind.FRONT_BOARD_HEAD, Post.unit_id == unit.id, *holds_on(Post, day)
    )
    found = session.scalars(held.order_by(Post.starts_on.desc().nulls_last(), Post.id.desc())).first()
    return None if found is None else found.holder


def chair_calls(session: Session, dismissal: Dismissal) -> bool:
    """Tell whether the chair of the commune calls the meeting, since both posts are one person's.

    Source: Decree 59/2023/NĐ-CP art. 3.1.c (rules.md §2, who decides what).
    """
    return front_board_head(session, dismissal.unit, dismissal.asked_on) == dismissal.name


def hamlet_words(unit: Unit) -> str:
    """Name a hamlet with its word: ``Thôn Nà Ếch``."""
    return f"{unit.kind} {unit.name}"
