"""The steps of a dismissal, each with its day and paper, and the last one taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.dismissals import Dismissal, DismissalMeeting, DismissalRecord
from desktop.models.posts import Post, PostKind
from desktop.models.rolls import ElectorateKind
from desktop.models.store.session import writing
from desktop.rules.dismissal import (
    ENDED,
    AskedBy,
    DismissalStep,
    Meeting,
    MeetingForm,
    meeting_forms,
    meeting_outcome,
    next_steps,
    petition_reached,
)
from desktop.rules.statute import Statute
from desktop.services.dismissals.lookup import (
    dismissal_of,
    hamlet_words,
    replacement_of,
    state_of,
    statute_of,
)
from desktop.services.office.sides import for_elections
from desktop.services.office.signing import signature_of
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.places.heads import Plain, end_post, heads_of, provisional_heads_of
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy
from desktop.wording import problem_sentence

_DAY = timedelta(days=1)
_WITH_REASON = (DismissalStep.REFUSE, DismissalStep.ANSWER, DismissalStep.KEEP)
# What ends the matter with a paper of the commune.
_NUMBERED = (DismissalStep.RECOGNISE, DismissalStep.ANSWER, DismissalStep.DECIDE)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """What is written of a step.

    Attributes:
        on: its day.
        number: of its paper.
        reason: why it is refused, answered so or the head stays.
        meets_on: for which day the meeting is called, with ``opening`` and ``venue``; of accepting alone.
    """

    on: date
    number: str = ""
    reason: str = ""
    meets_on: date | None = None
    opening: time | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """What a meeting did besides its figures; ``explanation`` is wanted where these contradict each other."""

    on: date
    figures: Meeting
    by_voters: bool = False
    chair: str = ""
    secretary: str = ""
    witnesses: tuple[str, str] = ("", "")
    opinions: str = ""
    explanation: str = ""


@for_elections
def take_step(workplace: Workplace, key: int, step: DismissalStep, taken: StepTaken) -> None:
    """Bring a dismissal further by a step that is no meeting; the head's post ends with the last.

    Raises:
        RequestRefused: ``unknown.dismissal``; ``dismissal.step`` for one that doesn't come next;
            ``dismissal.day`` before the step before, ``dismissal.future``; ``dismissal.petition_short`` for a
            petition that too few signed; ``dismissal.meets_on`` for a meeting before it is called;
            ``dismissal.reason``, ``dismissal.number`` where it needs one; ``dismissal.other_head`` where
            somebody else heads the hamlet by then.
    """
    with writing(workplace.database) as session:
        found = dismissal_of(session, key)
        statute = statute_of(found)
        _demand(workplace, statute, found, step, taken.on)
        if step is DismissalStep.ACCEPT:
            _demand_share(statute, found)
            if taken.meets_on is not None and taken.meets_on < taken.on:
                raise RequestRefused("dismissal.meets_on", where=hamlet_words(found.unit))
        if step in _WITH_REASON and not tidy(taken.reason):
            raise RequestRefused("dismissal.reason", where=hamlet_words(found.unit))
        if step in _NUMBERED and not tidy(taken.number):
            raise RequestRefused("dismissal.number", where=hamlet_words(found.unit))
        signature = signature_of(own_office(session).settings)
        record = DismissalRecord(
            dismissal=found,
            number=len(found.steps) + 1,
            step=step,
            on_day=taken.on,
            paper_number=tidy(taken.number) or None,
            reason=tidy(taken.reason) or None,
            meets_on=taken.meets_on,
            opening=taken.opening,
            venue=tidy(taken.venue) or None,
            by_deputy=signature.by_deputy,
            signer=signature.name,
        )
        session.add(record)
        session.flush()
        session.refresh(found, ["steps"])
        workplace.note(session, f"dismissal.{step}", found, "on_day", "paper_number")
        if state_of(statute, found) in ENDED:
            _end_post(workplace, session, found, taken.on)


@for_elections
def hold_meeting(workplace: Workplace, key: int, held: MeetingHeld) -> None:
    """Write down what the meeting on a dismissal, or the slips after it, decided by their figures.

    Raises:
        RequestRefused: as ``take_step``; ``dismissal.form`` for slips where they may not be handed out;
            ``dismissal.voters`` where the law lets households alone decide; ``dismissal.figures`` for figures
            that cannot be true and are not explained.

    Source: rules.md §4 (an error is corrected, or explained in a signed line of the minutes).
    """
    with writing(workplace.database) as session:
        found = dismissal_of(session, key)
        statute = statute_of(found)
        _demand(workplace, statute, found, DismissalStep.HOLD, held.on)
        figures, kind = held.figures, ElectorateKind.HOUSEHOLDS
        if held.by_voters:
            kind = ElectorateKind.VOTERS
            if kind.value not in statute.clause("electorate").words():
                raise RequestRefused("dismissal.voters", where=hamlet_words(found.unit))
        if figures.form not in meeting_forms(statute, state_of(statute, found)):
            raise RequestRefused("dismissal.form", where=hamlet_words(found.unit))
        outcome = meeting_outcome(statute, figures, electorate_kind=kind.value)
        if not outcome.final and not tidy(held.explanation):
            raise RequestRefused("dismissal.figures", problem=problem_sentence(outcome.problems[0]))
        first, second = (tidy(name) or None for name in held.witnesses)
        by_hands, by_slips = figures.form is MeetingForm.HANDS, figures.form is MeetingForm.SLIPS
        record = DismissalRecord(
            dismissal=found, number=len(found.steps) + 1, step=DismissalStep.HOLD, on_day=held.on
        )
        meeting = DismissalMeeting(
            record=record,
            form=figures.form,
            electorate=kind,
            entitled=figures.entitled,
            present=None if by_slips else figures.present or 0,
            agree=figures.agree,
            against=figures.against,
            abstain=figures.abstain if by_hands else None,
            issued=None if by_hands else figures.issued,
            returned=None if by_hands else figures.returned,
            valid=None if by_hands else figures.valid,
            invalid=None if by_hands else figures.invalid,
            chair=tidy(held.chair) or None,
            secretary=tidy(held.secretary) or None,
            first_witness=first,
            second_witness=second,
            opinions=tidy(held.opinions) or None,
            explanation=tidy(held.explanation) or None,
        )
        session.add_all([record, meeting])
        session.flush()
        session.refresh(found, ["steps"])
        workplace.note(session, "dismissal.hold", found, "on_day", "form", "present", "agree", "against")


@for_elections
def undo_last_step(workplace: Workplace, key: int) -> None:
    """Take the last step of a dismissal back; a head whose post it ended heads the hamlet again.

    Raises:
        RequestRefused: ``unknown.dismissal``; ``dismissal.nothing`` where there is none;
            ``dismissal.replaced`` once the replacement is planned, a provisional head is named, or somebody
            else heads the hamlet.
    """
    with writing(workplace.database) as session:
        found = dismissal_of(session, key)
        if not found.steps:
            raise RequestRefused("dismissal.nothing", where=hamlet_words(found.unit))
        last, statute = found.steps[-1], statute_of(found)
        if state_of(statute, found) in ENDED:
            _give_back(workplace, session, statute, found, last.on_day)
        workplace.note(session, "dismissal.undo", found, "step")
        found.steps.remove(last)
        session.flush()


def _demand(
    workplace: Workplace, statute: Statute, dismissal: Dismissal, step: DismissalStep, on: date
) -> None:
    if step not in next_steps(state_of(statute, dismissal)):
        raise RequestRefused("dismissal.step", where=hamlet_words(dismissal.unit))
    before = dismissal.steps[-1].on_day if dismissal.steps else dismissal.asked_on
    if on < before:
        raise RequestRefused("dismissal.day", where=f"{before:%d/%m/%Y}")
    if on > workplace.today():
        raise RequestRefused("dismissal.future", where=f"{on:%d/%m/%Y}")


def _demand_share(statute: Statute, dismissal: Dismissal) -> None:
    """Refuse a petition that too few households signed; where no law names a share, the commune decides."""
    if dismissal.asked_by is not AskedBy.PETITION:
        return
    households, signed = dismissal.households or 0, dismissal.signed or 0
    if petition_reached(statute, signed, households) is False:
        needed = statute.clause("dismissal_petition").needed_of(households)
        raise RequestRefused(
            "dismissal.petition_short", where=hamlet_words(dismissal.unit), signed=signed, needed=needed
        )


def _end_post(workplace: Workplace, session: Session, dismissal: Dismissal, on: date) -> None:
    """End the post of the head on the day before the decision, as that of one whom another follows."""
    unit = unit_on(session, dismissal.unit.code, on)
    head = heads_of(session, [unit], on).get(unit.id)
    if head is None or head.holder != dismissal.name:
        raise RequestRefused("dismissal.other_head", where=hamlet_words(unit), name=dismissal.name)
    end_post(Plain(session), head, on - _DAY)
    session.flush()
    workplace.note(session, "post.end", head, "ends_on")


def _give_back(
    workplace: Workplace, session: Session, statute: Statute, dismissal: Dismissal, on: date
) -> None:
    unit = unit_on(session, dismissal.unit.code, on)
    served = provisional_heads_of(session, [unit]).get(unit.id)
    another = heads_of(session, [unit], workplace.today()).get(unit.id)
    if replacement_of(session, statute, dismissal) is not None or another is not None or served is not None:
        raise RequestRefused("dismissal.replaced", where=hamlet_words(unit))
    head = _ended_then(session, unit.id, dismissal.name, on)
    if head is not None:
        head.ends_on = None
        session.flush()
        workplace.note(session, "post.begin", head, "ends_on")


def _ended_then(session: Session, unit: int, name: str, on: date) -> Post | None:
    ended = select(Post).where(
        Post.kind == PostKind.HAMLET_HEAD,
        Post.unit_id == unit,
        Post.ends_on.is_not(None),
        Post.ends_on <= on,
    )
    held = [post for post in session.scalars(ended.order_by(Post.ends_on, Post.id)) if post.holder == name]
    return held[-1] if held else None
