"""By which day what concerns a member is due, by the clauses of the law of the day."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.bootstrap import shipped_statutes
from desktop.rules.member_terms import MemberTerms
from desktop.rules.timeline import WorkingDays


@pytest.fixture
def terms() -> MemberTerms:
    day = date(2025, 11, 3)
    return MemberTerms.of(shipped_statutes().in_force("branch_congress", day).as_of(day))


def test_a_paper_is_shown_in_30_working_days_and_the_move_done_in_60(terms: MemberTerms) -> None:
    # 2025-11-03 is a Monday: six weeks of five days, and twelve.
    assert terms.paper_shown_by(date(2025, 11, 3), WorkingDays()) == date(2025, 12, 15)
    assert terms.moved_by(date(2025, 11, 3), WorkingDays()) == date(2026, 1, 26)
    # A day off moves both by one.
    holiday = WorkingDays(days_off=frozenset({date(2025, 11, 20)}))
    assert terms.paper_shown_by(date(2025, 11, 3), holiday) == date(2025, 12, 16)


def test_the_superior_decides_in_30_working_days_and_after_45_the_branch_votes_again(
    terms: MemberTerms,
) -> None:
    assert terms.decided_by(date(2025, 11, 3), WorkingDays()) == date(2025, 12, 15)
    assert terms.voted_again_from(date(2025, 11, 3), WorkingDays()) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("last", "study", "fits"),
    [
        (date(2025, 3, 31), False, True),  # three months to the day
        (date(2025, 3, 30), False, False),
        (date(2025, 12, 30), False, True),
        (date(2025, 12, 31), False, False),  # a whole year is a formal move
        (date(2025, 12, 31), True, True),
        (date(2026, 12, 31), True, True),
        (date(2027, 1, 1), True, False),
    ],
)
def test_a_stay_lasts_3_months_to_under_a_year_and_to_2_years_for_studies(
    terms: MemberTerms, last: date, study: bool, fits: bool
) -> None:
    assert terms.temporary_fits(date(2025, 1, 1), last, study=study) is fits


def test_the_list_is_set_beside_the_files_every_six_months(terms: MemberTerms) -> None:
    assert terms.reconciled_by(date(2025, 8, 31)) == date(2026, 2, 28)


def test_every_day_since_2014_has_these_lengths() -> None:
    for day in (date(2014, 6, 9), date(2024, 11, 26), date(2025, 7, 1), date(2026, 4, 8), date(2026, 11, 30)):
        found = MemberTerms.of(shipped_statutes().in_force("branch_congress", day).as_of(day))
        assert (found.shown_days, found.done_days, found.reconcile_every) == (30, 60, 6)
