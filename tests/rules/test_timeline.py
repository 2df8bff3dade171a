"""Deadlines of an election, and the working days that some of them are counted in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.resources import resource
from desktop.rules.library import Library
from desktop.rules.statute import Statute, read_statute
from desktop.rules.timeline import (
    SlipDays,
    WorkingDays,
    deadlines_before,
    hand_out_deadlines,
    held_again_deadline,
    recognition_deadline,
    sending_deadline,
)

EVERY_DAY_AS_USUAL = WorkingDays()
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
SOME_DAYS = st.frozensets(DAYS, max_size=60)
CALENDARS = st.builds(WorkingDays, days_off=SOME_DAYS, worked=SOME_DAYS)


@pytest.fixture(scope="module")
def laws() -> Library:
    return Library(read_statute(p.read_bytes(), p.name) for p in sorted(resource("statutes").glob("*.toml")))


def law(laws: Library, name: str) -> Statute:
    found = laws.get(name)
    assert found is not None
    return found


def test_the_decree_counts_five_deadlines_back_from_the_election_day(laws: Library) -> None:
    found = deadlines_before(law(laws, "nd59-2023"), date(2024, 12, 8), EVERY_DAY_AS_USUAL)
    assert [(d.clause.key, d.day) for d in found] == [
        ("decision_before", date(2024, 11, 18)),
        ("candidates_before", date(2024, 11, 23)),
        ("team_before", date(2024, 11, 28)),
        ("posting_before", date(2024, 12, 1)),
        ("notice_before", date(2024, 12, 6)),
    ]


def test_before_a_later_vote_only_its_meeting_is_announced(laws: Library) -> None:
    found = deadlines_before(law(laws, "nd59-2023"), date(2024, 12, 22), EVERY_DAY_AS_USUAL, first=False)
    assert [(d.clause.key, d.day) for d in found] == [("notice_before", date(2024, 12, 20))]
    assert (
        deadlines_before(law(laws, "nqlt09-2008"), date(2022, 6, 19), EVERY_DAY_AS_USUAL, first=False) == ()
    )


def test_the_decision_of_the_meeting_is_sent_within_five_working_days_after_it(laws: Library) -> None:
    sent = sending_deadline(law(laws, "nd59-2023"), date(2024, 12, 8), EVERY_DAY_AS_USUAL)
    assert sent is not None
    assert (sent.day, sent.clause.key) == (date(2024, 12, 13), "sending")
    assert "Điều 3" in sent.clause.article
    assert sending_deadline(law(laws, "nqlt09-2008"), date(2022, 6, 5), EVERY_DAY_AS_USUAL) is None


def test_slips_are_announced_two_days_before_and_their_result_is_sent_in_working_days(laws: Library) -> None:
    decree = law(laws, "nd59-2023")
    calendar = WorkingDays(days_off=frozenset({date(2025, 1, 1)}))
    days = SlipDays(planned=date(2024, 12, 10), begins=date(2024, 12, 14), ends=date(2024, 12, 29))
    plan, told, sent = hand_out_deadlines(decree, days, calendar)
    assert (plan.clause.key, plan.day) == ("hand_out_plan_sent", date(2024, 12, 12))
    assert (told.clause.key, told.day) == ("hand_out_notice_before", date(2024, 12, 12))
    # Collected until Sunday 29 December; New Year's Day is not counted.
    assert (sent.clause.key, sent.day) == ("hand_out_sending", date(2025, 1, 6))
    assert hand_out_deadlines(law(laws, "nqlt09-2008"), days, calendar) == ()
    assert hand_out_deadlines(decree, SlipDays(None, None, None), calendar) == ()


def test_a_congress_counts_working_days_before_and_after(laws: Library) -> None:
    day = date(2025, 8, 3)  # a Sunday
    regulation = law(laws, "qd190-2024").as_of(day)
    (told,) = deadlines_before(regulation, day, EVERY_DAY_AS_USUAL)
    assert (told.clause.key, told.day) == ("announcement_before", date(2025, 6, 23))
    up = sending_deadline(regulation, day, EVERY_DAY_AS_USUAL)
    approved = recognition_deadline(regulation, date(2025, 8, 12), EVERY_DAY_AS_USUAL)
    assert up is not None
    assert approved is not None
    assert (up.clause.key, up.day) == ("report", date(2025, 8, 12))
    assert (approved.clause.key, approved.day) == ("approval", date(2025, 9, 2))


def test_a_deadline_on_a_weekend_stays_and_names_the_last_working_day_before(laws: Library) -> None:
    found = deadlines_before(law(laws, "nd59-2023"), date(2024, 12, 8), EVERY_DAY_AS_USUAL)
    assert [d.last_working_day for d in found] == [
        date(2024, 11, 18),
        date(2024, 11, 22),  # the 23rd is a Saturday
        date(2024, 11, 28),
        date(2024, 11, 29),  # the 1st is a Sunday
        date(2024, 12, 6),
    ]


def test_the_joint_resolution_has_no_posting_and_no_days_for_recognition(laws: Library) -> None:
    old = law(laws, "nqlt09-2008")
    assert [d.clause.key for d in deadlines_before(old, date(2022, 6, 5), EVERY_DAY_AS_USUAL)] == [
        "decision_before",
        "candidates_before",
        "team_before",
    ]
    assert recognition_deadline(old, date(2022, 6, 5), EVERY_DAY_AS_USUAL) is None


def test_it_holds_an_election_again_within_fifteen_days_and_the_decree_lets_the_commune_decide(
    laws: Library,
) -> None:
    again = held_again_deadline(law(laws, "nqlt09-2008"), date(2022, 6, 5), EVERY_DAY_AS_USUAL)
    assert again is not None
    assert (again.day, again.clause.key) == (date(2022, 6, 20), "held_again")
    assert held_again_deadline(law(laws, "nd59-2023"), date(2024, 12, 8), EVERY_DAY_AS_USUAL) is None


def test_recognition_counts_five_working_days_from_the_day_after_the_result_came(laws: Library) -> None:
    decree = law(laws, "nd59-2023")
    # Received on Sunday 8 December: Monday to Friday are the five.
    sunday = recognition_deadline(decree, date(2024, 12, 8), EVERY_DAY_AS_USUAL)
    # Received on the Monday: Tuesday is the first, the weekend isn't counted.
    monday = recognition_deadline(decree, date(2024, 12, 9), EVERY_DAY_AS_USUAL)
    assert sunday is not None
    assert monday is not None
    assert (sunday.day, monday.day) == (date(2024, 12, 13), date(2024, 12, 16))
    assert sunday.clause.key == "recognition"


def test_a_holiday_puts_recognition_off_and_a_saturday_worked_in_exchange_brings_it_forward(
    laws: Library,
) -> None:
    decree = law(laws, "nd59-2023")
    received = date(2025, 4, 25)  # a Friday before the holidays of 30 April and 1 May
    calendar = WorkingDays(frozenset({date(2025, 4, 30), date(2025, 5, 1), date(2025, 5, 2)}))
    plain = recognition_deadline(decree, received, calendar)
    exchanged = recognition_deadline(
        decree, received, WorkingDays(calendar.days_off, frozenset({date(2025, 4, 26)}))
    )
    assert plain is not None
    assert exchanged is not None
    assert (plain.day, exchanged.day) == (date(2025, 5, 7), date(2025, 5, 6))


@given(CALENDARS, DAYS, st.integers(0, 30))
def test_counting_on_lands_on_a_working_day_with_so_many_between(
    working: WorkingDays, day: date, count: int
) -> None:
    end = working.after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(working.is_working(each) for each in between) == count
    assert count == 0 or working.is_working(end)


@given(CALENDARS, DAYS, st.integers(0, 30))
def test_counting_back_is_counting_on_turned_round(working: WorkingDays, day: date, count: int) -> None:
    start = working.before(day, count)
    between = [start + timedelta(days=n) for n in range((day - start).days)]
    assert sum(working.is_working(each) for each in between) == count
    assert count == 0 or working.is_working(start)


@given(CALENDARS, DAYS)
def test_the_last_working_day_is_working_and_nothing_between_is(working: WorkingDays, day: date) -> None:
    last = working.last_by(day)
    assert last <= day
    assert working.is_working(last)
    assert not any(working.is_working(last + timedelta(days=n)) for n in range(1, (day - last).days + 1))


@given(CALENDARS, DAYS)
def test_holidays_never_move_a_deadline_that_is_counted_in_days(working: WorkingDays, day: date) -> None:
    statute = read_statute(resource("statutes", "nd59-2023.toml").read_bytes(), "nd59-2023.toml")
    for with_days_off, without in zip(
        deadlines_before(statute, day, working),
        deadlines_before(statute, day, EVERY_DAY_AS_USUAL),
        strict=True,
    ):
        assert with_days_off.day == without.day
        assert with_days_off.last_working_day <= with_days_off.day
