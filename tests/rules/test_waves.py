"""Waves: days early, and how many had finished by which hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.waves import days_early, finished_at, finished_by_hour

PLANNED = date(2023, 2, 28)
MORNING = datetime(2025, 1, 5, 2, 0, tzinfo=UTC)


def test_a_wave_is_early_by_the_days_from_its_last_unit_to_the_planned_last_day() -> None:
    # Mai Sơn held its congresses thirty days before its plan wanted them over (field-practice.md P41).
    held = [date(2023, 1, 8), date(2023, 1, 29)]
    assert days_early(PLANNED, held, units=2) == 30
    assert days_early(date(2023, 1, 20), held, units=2) == -9


def test_nothing_is_early_before_all_have_finished_or_without_a_planned_day() -> None:
    assert days_early(PLANNED, [date(2023, 1, 8)], units=2) is None
    assert days_early(None, [date(2023, 1, 8)], units=1) is None
    assert days_early(PLANNED, [], units=0) is None


def test_units_that_finish_at_one_moment_make_one_step() -> None:
    later = MORNING + timedelta(minutes=40)
    assert finished_by_hour([later, MORNING, later]) == ((MORNING, 1), (later, 3))
    assert finished_by_hour([]) == ()


def test_the_earlier_of_what_was_told_and_what_papers_say_counts() -> None:
    later = MORNING + timedelta(hours=1)
    assert finished_at(MORNING, later) == MORNING
    assert finished_at(later, MORNING) == MORNING
    assert finished_at(None, later) == later
    assert finished_at(None, None) is None


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=60))
def test_the_curve_never_falls_and_ends_at_all_who_finished(moments: list[datetime]) -> None:
    steps = finished_by_hour(moments)
    assert [moment for moment, _ in steps] == sorted(set(moments))
    numbers = [number for _, number in steps]
    assert numbers == sorted(set(numbers))
    assert (numbers[-1] if numbers else 0) == len(moments)
