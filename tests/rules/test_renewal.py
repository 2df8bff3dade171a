from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.renewal import (
    Difference,
    Group,
    Groups,
    Period,
    Share,
    check_counts,
    check_shares,
    counted,
    group_of,
    people_of,
    unfit_shares,
)

BEGAN, BEFORE = date(2022, 7, 1), date(2020, 1, 1)


def test_the_reported_27_and_63_percent_leave_10() -> None:
    parts = {Group.NEW: Share(27), Group.RE_ELECTED: Share(63)}
    assert check_shares(parts) == Difference(None, Fraction(10))
    assert check_shares(parts, 1452) == Difference(145, Fraction(10))
    assert check_shares(parts | {Group.UNKNOWN: Share(10)}) is None


def test_too_much_is_told_as_too_much() -> None:
    found = check_shares({Group.NEW: Share(40), Group.RE_ELECTED: Share(63)}, 100)
    assert found == Difference(-3, Fraction(-3))
    assert not found.lacks


def test_numbers_sum_to_the_elected() -> None:
    assert check_counts(13, {Group.NEW: 4, Group.RE_ELECTED: 9}) is None
    assert check_counts(13, {Group.NEW: 4, Group.RE_ELECTED: 8}) == Difference(1, Fraction(100, 13))
    assert check_counts(0, {Group.NEW: 1}) == Difference(-1, None)


def test_a_percentage_that_no_number_of_people_gives_is_named() -> None:
    # Of 13 nobody is 50 %.
    assert unfit_shares({Group.NEW: Share(50), Group.RE_ELECTED: Share(50)}, 13) == (
        Group.NEW,
        Group.RE_ELECTED,
    )
    assert people_of(Share(3077, 2), 13) == 4
    assert unfit_shares({Group.NEW: Share(31), Group.RE_ELECTED: Share(69)}, 13) == ()


@given(st.lists(st.integers(0, 500), min_size=3, max_size=3).filter(any), st.integers(0, 3))
def test_shares_of_real_numbers_pass_however_they_were_rounded(parts: list[int], decimals: int) -> None:
    base = sum(parts)
    shares = {
        group: Share((2 * 100 * 10**decimals * part + base) // (2 * base), decimals)
        for group, part in zip(Group, parts, strict=True)
    }
    assert check_shares(shares, base) is None
    assert unfit_shares(shares, base) == ()


@given(st.lists(st.sampled_from(Group)))
def test_the_groups_always_sum_to_the_elected(groups: list[Group]) -> None:
    found = counted(groups)
    assert found.elected == len(groups)
    assert sum(found.of(group) for group in Group) == found.elected
    assert check_counts(found.elected, {group: found.of(group) for group in Group}) is None


@pytest.mark.parametrize(
    ("before", "stated", "group"),
    [
        ((), None, Group.UNKNOWN),
        ((Period("a", BEFORE),), None, Group.RE_ELECTED),
        ((Period("b", BEFORE),), None, Group.NEW),
        ((Period(None, BEFORE),), None, Group.UNKNOWN),
        ((Period("a", BEFORE), Period("b", date(2021, 1, 1))), None, Group.NEW),
        ((), Group.NEW, Group.NEW),
        ((Period("b", BEFORE),), Group.RE_ELECTED, Group.RE_ELECTED),
    ],
)
def test_who_held_the_post_before_says_whether_somebody_is_new(
    before: tuple[Period, ...], stated: Group | None, group: Group
) -> None:
    assert group_of(Period("a", BEGAN), before, stated) is group


def test_the_first_holder_of_a_new_post_is_new() -> None:
    assert group_of(Period("a", BEGAN), (), whole=True) is Group.NEW
    assert group_of(Period(None, BEGAN), (), whole=True) is Group.UNKNOWN


def test_a_share_is_no_negative_number() -> None:
    with pytest.raises(ValueError, match="below 0"):
        Share(-1)
    assert Groups(1, 2, 3).elected == 6
