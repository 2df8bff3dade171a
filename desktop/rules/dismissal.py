"""The dismissal of a hamlet's head: who may ask for it, how far it has come, and what each figure decides.

Source: Decree 59/2023/NĐ-CP arts 3.1.c and 9, Law 10/2022/QH15 arts 18 to 21 (rules.md §2, dismissal).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from desktop.errors import Problem
from desktop.rules.base import Base, base_of, quorum_met
from desktop.rules.facts import CandidateFacts, Facts, hand_out_is_allowed
from desktop.rules.reconciliation import is_error, reconcile
from desktop.rules.statute import Clause, Statute
from desktop.rules.timeline import Deadline, WorkingDays, deadline_after, deadline_before


class AskedBy(StrEnum):
    """Who asks for it; the words of the clause ``dismissal_asked_by``."""

    HEAD = "hamlet_head"
    FRONT_BOARD = "front_board_head"
    PETITION = "petition"


class DismissalState(StrEnum):
    """How far a dismissal has come."""

    ASKED = "asked"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    TOO_FEW = "too_few"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    SENT = "sent"
    RECOGNISED = "recognised"
    ANSWERED = "answered"
    DECIDED = "decided"
    KEPT = "kept"


class DismissalStep(StrEnum):
    """What brings a dismissal further."""

    REFUSE = "refuse"
    ACCEPT = "accept"
    HOLD = "hold"
    SEND = "send"
    RECOGNISE = "recognise"
    ANSWER = "answer"
    DECIDE = "decide"
    KEEP = "keep"


class MeetingForm(StrEnum):
    """How the community says whether it agrees: by hands, by ballots, or on slips after too few came."""

    HANDS = "hands"
    SECRET = "secret"  # noqa: S105 - a secret ballot
    SLIPS = "slips"


ENDED = frozenset({DismissalState.RECOGNISED, DismissalState.DECIDED})
"""The head is dismissed: the post has ended, and another is to be elected."""

_S, _D = DismissalStep, DismissalState

_NEXT: Mapping[DismissalState, Mapping[DismissalStep, DismissalState | None]] = MappingProxyType(
    {
        _D.ASKED: {_S.ACCEPT: _D.ACCEPTED, _S.REFUSE: _D.REFUSED},
        # What a meeting decided follows from its figures.
        _D.ACCEPTED: {_S.HOLD: None},
        _D.TOO_FEW: {_S.HOLD: None},
        _D.AGREED: {_S.SEND: _D.SENT},
        _D.SENT: {_S.RECOGNISE: _D.RECOGNISED, _S.ANSWER: _D.ANSWERED},
        _D.NOT_AGREED: {_S.DECIDE: _D.DECIDED, _S.KEEP: _D.KEPT},
    }
)

OPEN_POINTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "asked_by": ("dismissal_asked_by",),
        "petition": ("dismissal_petition",),
        "answer_to_request": ("dismissal_answer",),
        "called_by": ("dismissal_meeting_called_by",),
        "recognition": ("dismissal_recognition",),
        "not_agreed": ("dismissal_not_agreed_by",),
        "decision_days": ("dismissal_decision",),
        "replacement": ("replacement_within",),
        "provisional": ("provisional_head_max",),
    }
)
"""Questions of a dismissal, and the clauses that would answer them; one that a law has none for is open."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was counted on a dismissal; a count that was not made is None.

    Attributes:
        form: hands, ballots or slips.
        entitled: all household representatives of the hamlet, or all voters where these decide.
        present: who came; None of slips, since nobody meets.
        agree: those for the dismissal.
        against: those against it.
        abstain: hands raised for neither.
    """

    form: MeetingForm
    entitled: int
    present: int | None
    agree: int
    against: int | None = None
    abstain: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingOutcome:
    """What the figures of a meeting decide.

    Attributes:
        state: ``too_few``, ``agreed`` or ``not_agreed``.
        base: the whole that the share is taken of.
        needed: how many have to agree at least.
        problems: what cannot be true of the figures, or is remarkable.
        clauses: those that were applied.
    """

    state: DismissalState
    base: Base
    needed: int
    problems: tuple[Problem, ...]
    clauses: tuple[Clause, ...]

    @property
    def final(self) -> bool:
        """Tell whether no error stands in the way of the minutes."""
        return not any(is_error(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class DismissalDays:
    """The days that others are counted from; None where one isn't known yet.

    Attributes:
        meets_on: for which the meeting is called.
        held_on: on which it was held, or until which slips were collected.
        received_on: on which the commune received what it decided.
        ended_on: of the decision that dismisses the head.
    """

    meets_on: date | None = None
    held_on: date | None = None
    received_on: date | None = None
    ended_on: date | None = None


def next_steps(state: DismissalState) -> tuple[DismissalStep, ...]:
    """List what may be done next; nothing once it is refused, answered or decided."""
    return tuple(_NEXT.get(state, {}))


def state_after(
    state: DismissalState, step: DismissalStep, outcome: MeetingOutcome | None = None
) -> DismissalState:
    """Return how far a dismissal is after a step.

    Args:
        state: before it.
        step: what is done; one of ``next_steps``.
        outcome: of the meeting, for the step that holds it.

    Raises:
        ValueError: the step cannot be taken from there, or a meeting has no outcome.
    """
    steps = _NEXT.get(state, {})
    if step not in steps:
        raise ValueError(f"{step} doesn't follow {state}")
    following = steps[step] or (outcome.state if outcome is not None else None)
    if following is None:
        raise ValueError("a meeting decides by its figures")
    return following


def may_ask(statute: Statute) -> tuple[AskedBy, ...]:
    """List who may ask for a dismissal; all three where the law doesn't say.

    Source: Decree 59/2023/NĐ-CP art. 9.1.
    """
    clause = statute.find("dismissal_asked_by")
    return tuple(AskedBy) if clause is None else tuple(AskedBy(word) for word in clause.words())


def petition_reached(statute: Statute, signed: int, households: int) -> bool | None:
    """Tell whether enough households petition; None where the law names no share.

    Exactly half of the households is enough. Source: Decree 59/2023/NĐ-CP art. 9.1.b.
    """
    clause = statute.find("dismissal_petition")
    return None if clause is None else clause.passed_by(signed, households)


def open_points(statute: Statute) -> tuple[str, ...]:
    """List what a law leaves open of a dismissal, as words of ``OPEN_POINTS``."""
    return tuple(
        point for point, keys in OPEN_POINTS.items() if all(statute.find(key) is None for key in keys)
    )


def meeting_forms(statute: Statute, state: DismissalState) -> tuple[MeetingForm, ...]:
    """List how a meeting may decide; slips alone after one that too few attended, where the law knows them.

    Source: Law 10/2022/QH15 art. 19.1.b (rules.md §2, too few attended).
    """
    slips = state is DismissalState.TOO_FEW and hand_out_is_allowed(statute)
    return (MeetingForm.HANDS, MeetingForm.SECRET, *((MeetingForm.SLIPS,) if slips else ()))


def facts_of(statute: Statute, meeting: Meeting, *, electorate_kind: str = "households") -> Facts:
    """Write the figures of a meeting as facts of a vote about one person: one set of checks for both.

    Source: rules.md §4 (E2xx, E3xx).
    """
    by_hands, by_slips = meeting.form is MeetingForm.HANDS, meeting.form is MeetingForm.SLIPS
    return Facts(
        statute=statute,
        seats=1,
        vote="hand_out" if by_slips else "first",
        attempt=1,
        ballot="hands" if by_hands else "agree",
        entitled=meeting.entitled,
        present=None if by_slips else meeting.present or 0,
        candidates=(
            CandidateFacts("", meeting.agree, meeting.against, meeting.abstain if by_hands else None),
        ),
        electorate_kind=electorate_kind,
        issued=None if by_hands else meeting.issued,
        returned=None if by_hands else meeting.returned,
        valid=None if by_hands else meeting.valid,
        invalid=None if by_hands else meeting.invalid,
    )


def meeting_outcome(
    statute: Statute, meeting: Meeting, *, electorate_kind: str = "households"
) -> MeetingOutcome:
    """Decide what a meeting said; figures with errors are decided too, and are not final.

    Exactly half of all households is not enough, however many came.

    Source: Law 10/2022/QH15 art. 21.1, Decree 59/2023/NĐ-CP art. 9.
    """
    facts = facts_of(statute, meeting, electorate_kind=electorate_kind)
    agreed = statute.clause("dismissal_agreed")
    base, quorum = base_of(facts, agreed), quorum_met(facts)
    if quorum is False:
        state = DismissalState.TOO_FEW
    elif agreed.passed_by(meeting.agree, base.value):
        state = DismissalState.AGREED
    else:
        state = DismissalState.NOT_AGREED
    return MeetingOutcome(
        state=state,
        base=base,
        needed=agreed.needed_of(base.value),
        problems=tuple(replace(each, fields=_named(each.fields)) for each in reconcile(facts)),
        clauses=(*(() if quorum is None else (statute.clause("quorum"),)), agreed),
    )


def dismissal_deadline(
    statute: Statute, state: DismissalState, days: DismissalDays, working: WorkingDays
) -> Deadline | None:
    """Return by when the next thing is due as a dismissal stands; None where the law sets no days for it.

    Source: Law 10/2022/QH15 art. 20.3, Decree 59/2023/NĐ-CP arts 3.3, 3.5.d and 9 (rules.md §2).
    """
    if state in (DismissalState.ACCEPTED, DismissalState.TOO_FEW):
        return _counted(statute.find("notice_before"), days.meets_on, working, deadline_before)
    if state is DismissalState.AGREED:
        return _counted(statute.find("sending"), days.held_on, working, deadline_after)
    if state is DismissalState.SENT:
        return _counted(statute.find("dismissal_recognition"), days.received_on, working, deadline_after)
    if state in ENDED:
        return _counted(statute.find("replacement_within"), days.ended_on, working, deadline_after)
    return None


_FIELDS = {"candidates[0].votes": "agree", "candidates[0].against": "against", "electorate": "entitled"}


def _named(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Name the fields of a fault as the figures of a meeting are named."""
    return tuple(_FIELDS.get(field, field.rpartition(".")[2]) for field in fields if field != "seats")


def _counted(
    clause: Clause | None,
    day: date | None,
    working: WorkingDays,
    count: Callable[[date, Clause, WorkingDays], Deadline],
) -> Deadline | None:
    return None if day is None or clause is None else count(day, clause, working)
