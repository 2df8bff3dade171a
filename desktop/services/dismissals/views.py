"""A dismissal as the clerk sees it: what was done, what the law says and leaves open, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from desktop.models.dismissals import Dismissal, DismissalMeeting
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.rules.dismissal import (
    ENDED,
    AskedBy,
    DismissalState,
    DismissalStep,
    MeetingForm,
    dismissal_deadline,
    may_ask,
    meeting_forms,
    next_steps,
    open_points,
    petition_reached,
)
from desktop.rules.statute import Statute
from desktop.services.dismissals.lookup import (
    Come,
    chair_calls,
    days_of,
    dismissal_of,
    dismissals_of,
    hamlet_words,
    households_on,
    law_of,
    replacement_of,
    statute_of,
    walked,
)
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import held_vote
from desktop.services.office.sides import for_elections
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.places.heads import heads_of, provisional_heads_of
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.hamlet_kinds import head_of
from desktop.wording import problem_sentence

_CLAUSES = (
    *("dismissal_asked_by", "dismissal_petition", "dismissal_meeting_for", "dismissal_meeting_called_by"),
    *("dismissal_meeting_called_else_by", "dismissal_agreed", "dismissal_recognition"),
    *("dismissal_not_agreed_by", "dismissal_agreed_with", "replacement_within", "provisional_head_max"),
)


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The figures of a meeting and what they decide; ``needed`` are those who have to agree at least."""

    form: MeetingForm
    entitled: int
    present: int | None
    agree: int
    against: int | None
    needed: int
    problems: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step that was taken: how far it came with it, its day, paper and reason."""

    number: int
    step: DismissalStep
    state: DismissalState
    on: date
    paper_number: str
    reason: str
    meets_on: date | None
    opening: time | None
    venue: str
    meeting: MeetingView | None


@dataclass(frozen=True, slots=True)
class DueDay:
    """By when the next thing is due, and by which clause."""

    day: date
    clause: ClauseView


@dataclass(frozen=True, slots=True)
class DismissalView:
    """A dismissal as it stands.

    Attributes:
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        needed: how many households have to sign a petition; None where no law says.
        reached: whether as many did.
        entitled: households of the hamlet today, which a meeting is counted on.
        next: the steps that may be taken.
        forms: how a meeting may decide now.
        by_voters: whether the law of the day lets all voters decide, too.
        chair_calls: whether the chair of the commune calls the meeting, as both posts are one person's.
        due: by when the next thing is.
        open: what the law of the day leaves open, as words of the rules.
        clauses: what it says.
        head: who heads the hamlet today; ``provisional`` who serves until somebody does.
        replacement: code of the election that replaces the head; ``replaced_on`` its day.
    """

    key: int
    hamlet_code: str
    hamlet: str
    post: str
    name: str
    asked_by: AskedBy
    asked_on: date
    proposer: str
    reason: str
    households: int | None
    signed: int | None
    needed: int | None
    reached: bool | None
    entitled: int
    state: DismissalState
    steps: tuple[StepView, ...]
    next: tuple[DismissalStep, ...]
    forms: tuple[MeetingForm, ...]
    by_voters: bool
    chair_calls: bool
    due: DueDay | None
    law: str
    open: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    ended_on: date | None
    head: str
    provisional: str
    provisional_until: date | None
    replacement: str
    replaced_on: date | None

    @property
    def is_ended(self) -> bool:
        """Whether the head is dismissed."""
        return self.state in ENDED

    @property
    def has_work(self) -> bool:
        """Whether something is left to do: a step, or a hamlet that nobody heads after it."""
        return bool(self.next) or (self.is_ended and not self.head)


@dataclass(frozen=True, slots=True)
class AskingView:
    """What a dismissal in a hamlet is asked from: who heads it, who may ask by the law of the day.

    ``head`` is empty where nobody heads it; ``households`` are the base of a petition, ``needed`` how many
    have to sign, None where the law doesn't say.
    """

    hamlet: str
    head: str
    ways: tuple[AskedBy, ...]
    households: int
    needed: int | None
    law: str
    open: tuple[str, ...]


@for_elections
def dismissals(workplace: Workplace) -> tuple[DismissalView, ...]:
    """List the dismissals of the commune: those under way first, then the latest."""
    with reading(workplace.database) as session:
        views = [_view(workplace, session, each) for each in dismissals_of(session)]
    return tuple(sorted(views, key=lambda view: not view.has_work))


@for_elections
def dismissal_view(workplace: Workplace, key: int) -> DismissalView:
    """Return a dismissal as it stands.

    Raises:
        RequestRefused: ``unknown.dismissal``.
    """
    with reading(workplace.database) as session:
        return _view(workplace, session, dismissal_of(session, key))


@for_elections
def asking(workplace: Workplace, hamlet: str, on: date) -> AskingView:
    """Return what a dismissal is asked from in a hamlet on a day.

    Raises:
        RequestRefused: ``unknown.unit``.
        StatuteRefused: no statute is in force on the day.
    """
    with reading(workplace.database) as session:
        unit, statute = unit_on(session, hamlet, on), law_of(workplace, on)
        head = heads_of(session, [unit], on).get(unit.id)
        households = households_on(session, unit, on)
        return AskingView(
            hamlet=hamlet_words(unit),
            head=(head.holder if head is not None else None) or "",
            ways=may_ask(statute),
            households=households,
            needed=_needed(statute, households),
            law=statute.number,
            open=open_points(statute),
        )


def _view(workplace: Workplace, session: Session, found: Dismissal) -> DismissalView:
    statute = statute_of(found)
    come, days = walked(statute, found), days_of(found)
    state = come[-1].state if come else DismissalState.ASKED
    today = workplace.today()
    unit = _unit_now(session, found, today)
    replacement = replacement_of(session, statute, found)
    due = dismissal_deadline(statute, state, days, working_days(session, today))
    head = heads_of(session, [unit], today).get(unit.id)
    served = provisional_heads_of(session, [unit]).get(unit.id)
    households = found.households
    return DismissalView(
        key=found.id,
        hamlet_code=unit.code,
        hamlet=hamlet_words(found.unit),
        post=f"{head_of(found.unit.kind)} {found.unit.name}",
        name=found.name,
        asked_by=found.asked_by,
        asked_on=found.asked_on,
        proposer=found.proposer or "",
        reason=found.reason or "",
        households=households,
        signed=found.signed,
        needed=None if households is None else _needed(statute, households),
        reached=None if households is None else petition_reached(statute, found.signed or 0, households),
        entitled=households_on(session, unit, today),
        state=state,
        steps=tuple(map(_step, come)),
        next=next_steps(state),
        forms=meeting_forms(statute, state),
        by_voters="voters" in statute.clause("electorate").words(),
        chair_calls=chair_calls(session, found),
        due=None if due is None or replacement is not None else DueDay(due.day, clause_view(due.clause)),
        law=statute.number,
        open=open_points(statute),
        clauses=tuple(clause_view(clause) for key in _CLAUSES if (clause := statute.find(key)) is not None),
        ended_on=days.ended_on,
        head=(head.holder if head is not None else None) or "",
        provisional=(served.holder if served is not None else None) or "",
        provisional_until=served.until if served is not None else None,
        replacement="" if replacement is None else replacement.code,
        replaced_on=None if replacement is None else held_vote(replacement).held_on or replacement.held_on,
    )


def _unit_now(session: Session, found: Dismissal, today: date) -> Unit:
    """Return the hamlet under the name that it bears today, or the last one where it has ended."""
    return unit_on(session, found.unit.code, min(today, found.unit.ends_on or today))


def _needed(statute: Statute, households: int) -> int | None:
    clause = statute.find("dismissal_petition")
    return None if clause is None else clause.needed_of(households)


def _step(come: Come) -> StepView:
    record = come.record
    return StepView(
        number=record.number,
        step=record.step,
        state=come.state,
        on=record.on_day,
        paper_number=record.paper_number or "",
        reason=record.reason or "",
        meets_on=record.meets_on,
        opening=record.opening,
        venue=record.venue or "",
        meeting=None if record.meeting is None else _meeting(record.meeting, come),
    )


def _meeting(meeting: DismissalMeeting, come: Come) -> MeetingView:
    problems = () if come.outcome is None else come.outcome.problems
    return MeetingView(
        form=meeting.form,
        entitled=meeting.entitled,
        present=meeting.present,
        agree=meeting.agree,
        against=meeting.against,
        needed=0 if come.outcome is None else come.outcome.needed,
        problems=tuple(map(problem_sentence, problems)),
        explanation=meeting.explanation or "",
    )
