"""What a member is on a day: from the days and what was stored, never guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.standing import (
    Days,
    Period,
    Standing,
    Trouble,
    probation_over,
    standing_on,
    troubles_on,
)
from desktop.vietnamese.partial_date import PartialDate

ADMITTED, OFFICIAL = PartialDate(2006, 2, 3), PartialDate(2007, 2, 3)
BOTH = Days(ADMITTED, OFFICIAL)
STORED = (Standing.CHARGED, Standing.SUSPENDED, Standing.EXEMPT, Standing.ELSEWHERE, Standing.HERE)

days = st.dates(date(1930, 1, 1), date(2090, 12, 31))
periods = st.builds(
    lambda kind, start, length: Period(kind, start, None if length is None else start + timedelta(length)),
    st.sampled_from(STORED),
    days,
    st.none() | st.integers(0, 2000),
)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2006, 2, 2), Standing.UNKNOWN),
        (date(2006, 2, 3), Standing.PROBATIONARY),
        (date(2007, 2, 2), Standing.PROBATIONARY),
        (date(2007, 2, 3), Standing.OFFICIAL),
    ],
)
def test_a_member_is_on_probation_from_admission_to_the_official_day(day: date, standing: Standing) -> None:
    assert standing_on(day, BOTH) is standing


def test_a_day_known_to_its_year_has_come_when_the_year_is_over() -> None:
    known = Days(PartialDate(1996), PartialDate(1997))
    assert standing_on(date(1997, 12, 30), known) is Standing.PROBATIONARY
    assert standing_on(date(1997, 12, 31), known) is Standing.OFFICIAL


def test_an_official_day_alone_is_enough_and_no_day_at_all_is_nothing() -> None:
    assert standing_on(date(2020, 1, 1), Days(official=OFFICIAL)) is Standing.OFFICIAL
    assert standing_on(date(2020, 1, 1), Days()) is Standing.UNKNOWN


@pytest.mark.parametrize("kind", STORED)
def test_what_is_stored_holds_from_its_first_day_to_its_last_and_not_longer(kind: Standing) -> None:
    period = Period(kind, date(2023, 3, 1), date(2023, 6, 30))
    for day, standing in (
        (date(2023, 2, 28), Standing.OFFICIAL),
        (date(2023, 3, 1), kind),
        (date(2023, 6, 30), kind),
        (date(2023, 7, 1), Standing.OFFICIAL),
    ):
        assert standing_on(day, BOTH, [period]) is standing


@given(days, st.lists(periods, max_size=5))
def test_of_several_the_one_that_takes_most_away_holds_whatever_their_order(
    day: date, held: list[Period]
) -> None:
    found = standing_on(day, BOTH, held)
    assert found is standing_on(day, BOTH, reversed(held))
    holding = [period.kind for period in held if period.holds_on(day)]
    if holding:
        assert found is min(holding, key=STORED.index)
    else:
        assert found not in STORED


@pytest.mark.parametrize(
    ("known", "over"),
    [
        (Days(ADMITTED), date(2007, 2, 3)),
        (Days(PartialDate(2024, 2, 29)), date(2025, 2, 28)),
        (Days(PartialDate(2024, 2)), None),
        (BOTH, None),
        (Days(), None),
    ],
)
def test_probation_is_over_after_so_many_months_where_the_day_is_known(
    known: Days, over: date | None
) -> None:
    assert probation_over(known, 12) == over


def test_what_wants_a_person_is_named() -> None:
    assert troubles_on(date(2026, 1, 1), BOTH, 12) == ()
    assert troubles_on(date(2026, 1, 1), Days(official=OFFICIAL), 12) == (Trouble.NO_ADMISSION,)
    assert troubles_on(date(2026, 1, 1), Days(OFFICIAL, ADMITTED), 12) == (Trouble.ORDER,)
    late = Days(PartialDate(2024, 5, 19))
    assert troubles_on(date(2025, 5, 19), late, 12) == ()
    assert troubles_on(date(2025, 5, 20), late, 12) == (Trouble.OVERDUE,)
