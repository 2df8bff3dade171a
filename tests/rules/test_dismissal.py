"""The dismissal of a head by the law of its day: who asks, what a meeting decides, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.resources import resource
from desktop.rules.dismissal import (
    ENDED,
    AskedBy,
    DismissalDays,
    DismissalState,
    DismissalStep,
    Meeting,
    MeetingForm,
    MeetingOutcome,
    dismissal_deadline,
    may_ask,
    meeting_forms,
    meeting_outcome,
    next_steps,
    open_points,
    petition_reached,
    state_after,
)
from desktop.rules.library import Library
from desktop.rules.statute import Statute, read_statute
from desktop.rules.timeline import WorkingDays

AS_USUAL = WorkingDays()
TET = date(2026, 9, 2)


@pytest.fixture(scope="module")
def laws() -> Library:
    return Library(read_statute(p.read_bytes(), p.name) for p in sorted(resource("statutes").glob("*.toml")))


@pytest.fixture(scope="module")
def today(laws: Library) -> Statute:
    day = date(2026, 8, 3)
    return laws.in_force("hamlet_head", day).as_of(day)


@pytest.fixture(scope="module")
def before(laws: Library) -> Statute:
    day = date(2023, 6, 30)
    return laws.in_force("hamlet_head", day).as_of(day)


def by_hands(entitled: int, present: int, agree: int, against: int = 0) -> Meeting:
    return Meeting(MeetingForm.HANDS, entitled, present, agree, against)


def by_ballots(entitled: int, present: int, agree: int, against: int, invalid: int = 0) -> Meeting:
    return Meeting(
        MeetingForm.SECRET,
        entitled,
        present,
        agree,
        against,
        issued=present,
        returned=present,
        valid=present - invalid,
        invalid=invalid,
    )


def test_head_front_board_and_households_may_ask_by_todays_law(today: Statute) -> None:
    assert may_ask(today) == (AskedBy.HEAD, AskedBy.FRONT_BOARD, AskedBy.PETITION)
    assert set(today.clause("dismissal_meeting_for").words()) == set(AskedBy)


@pytest.mark.parametrize(
    ("signed", "households", "reached"),
    [(39, 80, False), (40, 80, True), (41, 80, True), (40, 81, False), (41, 81, True), (0, 0, False)],
)
def test_half_of_the_households_is_enough_for_a_petition(
    today: Statute, signed: int, households: int, reached: bool
) -> None:
    assert petition_reached(today, signed, households) is reached


def test_the_law_before_names_no_share_for_a_petition_and_leaves_more_open(
    before: Statute, today: Statute
) -> None:
    assert petition_reached(before, 80, 80) is None
    assert may_ask(before) == tuple(AskedBy)
    assert open_points(before) == (
        *("asked_by", "petition", "answer_to_request", "called_by"),
        *("recognition", "not_agreed", "decision_days", "replacement", "provisional"),
    )
    assert open_points(today) == ("answer_to_request", "decision_days")


def test_until_the_decree_of_2026_no_months_were_set_for_a_provisional_head(laws: Library) -> None:
    day = date(2026, 5, 25)
    assert "provisional" in open_points(laws.in_force("hamlet_head", day).as_of(day))


@pytest.mark.parametrize(
    ("meeting", "state"),
    [
        (by_hands(80, 60, 41, 19), DismissalState.AGREED),
        # Half of all households, though two thirds of those who came.
        (by_hands(80, 60, 40, 20), DismissalState.NOT_AGREED),
        (by_hands(81, 41, 41), DismissalState.AGREED),
        (by_hands(81, 60, 40, 20), DismissalState.NOT_AGREED),
        # Half of the households came: nobody could reach the rate.
        (by_hands(80, 40, 40), DismissalState.TOO_FEW),
        (by_hands(80, 41, 41), DismissalState.AGREED),
        (by_ballots(80, 60, 41, 17, 2), DismissalState.AGREED),
        (by_ballots(80, 60, 40, 20), DismissalState.NOT_AGREED),
    ],
)
def test_more_than_half_of_all_households_have_to_agree(
    today: Statute, before: Statute, meeting: Meeting, state: DismissalState
) -> None:
    for law in (today, before):
        found = meeting_outcome(law, meeting)
        assert found.state is state
        assert found.needed == meeting.entitled // 2 + 1
        assert found.final


def test_slips_after_a_meeting_that_too_few_attended_ask_for_no_quorum(
    today: Statute, before: Statute
) -> None:
    slips = Meeting(MeetingForm.SLIPS, 80, None, 41, 10, issued=70, returned=52, valid=51, invalid=1)
    assert meeting_outcome(today, slips).state is DismissalState.AGREED
    assert MeetingForm.SLIPS in meeting_forms(today, DismissalState.TOO_FEW)
    assert MeetingForm.SLIPS not in meeting_forms(today, DismissalState.ACCEPTED)
    assert MeetingForm.SLIPS not in meeting_forms(before, DismissalState.TOO_FEW)


@pytest.mark.parametrize(
    ("meeting", "code", "fields"),
    [
        (by_hands(80, 81, 41), "E204", ("present", "entitled")),
        (by_hands(80, 60, 61), "E301", ("agree", "present")),
        (by_hands(80, 60, 41, 20), "E302", ("agree", "against", "present")),
        (
            Meeting(MeetingForm.SECRET, 80, 60, 41, 10, issued=60, returned=60, valid=50, invalid=9),
            "E201",
            ("valid", "invalid", "returned"),
        ),
        (
            Meeting(MeetingForm.SECRET, 80, 60, 41, 10, issued=61, returned=60, valid=60, invalid=0),
            "E205",
            ("issued", "present"),
        ),
    ],
)
def test_figures_that_cannot_be_true_are_not_final(
    today: Statute, meeting: Meeting, code: str, fields: tuple[str, ...]
) -> None:
    found = meeting_outcome(today, meeting)
    assert (code, fields) in {(problem.code, problem.fields) for problem in found.problems}
    assert not found.final


DAY = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("state", "key", "by"),
    [
        (DismissalState.ACCEPTED, "notice_before", date(2026, 8, 1)),
        # Monday to Monday: five working days.
        (DismissalState.AGREED, "sending", date(2026, 8, 10)),
        (DismissalState.SENT, "dismissal_recognition", date(2026, 8, 10)),
        (DismissalState.RECOGNISED, "replacement_within", date(2026, 10, 2)),
        (DismissalState.DECIDED, "replacement_within", date(2026, 10, 2)),
    ],
)
def test_days_of_the_law_are_counted_from_the_step_before(
    today: Statute, state: DismissalState, key: str, by: date
) -> None:
    days = DismissalDays(meets_on=DAY, held_on=DAY, received_on=DAY, ended_on=DAY)
    found = dismissal_deadline(today, state, days, AS_USUAL)
    assert found is not None
    assert (found.clause.key, found.day) == (key, by)
    assert dismissal_deadline(today, state, DismissalDays(), AS_USUAL) is None


def test_working_days_pass_over_the_offices_days_off(today: Statute) -> None:
    days, off = DismissalDays(received_on=date(2026, 8, 31)), WorkingDays(frozenset({TET}))
    found = dismissal_deadline(today, DismissalState.SENT, days, off)
    assert found is not None
    assert found.day == date(2026, 9, 8)


def test_the_law_before_sets_no_days(before: Statute) -> None:
    day = date(2022, 5, 4)
    for state in DismissalState:
        assert dismissal_deadline(before, state, DismissalDays(day, day, day, day), AS_USUAL) is None


MEETINGS = st.builds(
    by_hands, st.integers(0, 400), st.integers(0, 400), st.integers(0, 400), st.integers(0, 400)
)


@given(MEETINGS)
def test_nobody_is_dismissed_by_half_of_the_hamlet_or_less(today: Statute, meeting: Meeting) -> None:
    found = meeting_outcome(today, meeting)
    if found.state is DismissalState.AGREED:
        assert 2 * meeting.agree > meeting.entitled
        assert 2 * (meeting.present or 0) > meeting.entitled
    if meeting.agree < found.needed:
        assert found.state is not DismissalState.AGREED


@given(st.lists(st.tuples(st.integers(0, 7), MEETINGS), max_size=12))
def test_whatever_is_done_a_head_is_dismissed_only_after_a_meeting(
    today: Statute, done: list[tuple[int, Meeting]]
) -> None:
    state, held = DismissalState.ASKED, list[MeetingOutcome]()
    for choice, meeting in done:
        steps = next_steps(state)
        if not steps:
            break
        step = steps[choice % len(steps)]
        outcome = meeting_outcome(today, meeting) if step is DismissalStep.HOLD else None
        held += [outcome] if outcome is not None else []
        state = state_after(state, step, outcome)
    if state in ENDED:
        agreed = held[-1].state is DismissalState.AGREED
        assert agreed == (state is DismissalState.RECOGNISED)
    if held and held[-1].state is DismissalState.TOO_FEW:
        assert state is DismissalState.TOO_FEW


@pytest.mark.parametrize("state", DismissalState)
@pytest.mark.parametrize("step", DismissalStep)
def test_a_step_that_does_not_follow_is_refused(state: DismissalState, step: DismissalStep) -> None:
    if step not in next_steps(state):
        with pytest.raises(ValueError, match="doesn't follow"):
            state_after(state, step)


def test_a_meeting_without_figures_decides_nothing() -> None:
    with pytest.raises(ValueError, match="figures"):
        state_after(DismissalState.ACCEPTED, DismissalStep.HOLD)


def test_sixty_days_are_days_and_not_working_days(today: Statute) -> None:
    found = dismissal_deadline(today, DismissalState.DECIDED, DismissalDays(ended_on=DAY), AS_USUAL)
    assert found is not None
    assert found.day - DAY == timedelta(days=60)
