from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.eligibility import Aspirant, aspirants_who_may_not, residence_area
from desktop.rules.statute import Clause
from desktop.vietnamese.partial_date import PartialDate, age_by, age_on, parse_iso

if TYPE_CHECKING:
    from desktop.errors import Problem

DAY = date(2024, 12, 8)


def of_age(checked: str = "read") -> Clause:
    return Clause("age_min", 21, "years", None, "Điều mẫu", "Từ đủ 21 tuổi.", checked, None)


def found(birth: str | None, *, listed: bool = True, checked: str = "read") -> list[Problem]:
    aspirant = Aspirant(parse_iso(birth) if birth else None, listed)
    return list(aspirants_who_may_not([aspirant], DAY, of_age(checked)))


@pytest.mark.parametrize(
    ("birth", "code"),
    [
        ("2003-12-08", None),  # 21 on the very day
        ("2003-12-09", "E503"),
        ("2004", "E503"),
        ("2002", None),
        ("2003", "N504"),  # counts from 01/01/2003
        ("2003-12", "N504"),
        ("2003-11", None),
        (None, "W504"),
    ],
)
def test_a_candidate_is_twenty_one_on_the_day_and_an_unknown_part_counts_from_its_first(
    birth: str | None, code: str | None
) -> None:
    assert [problem.code for problem in found(birth)] == ([code] if code else [])


def test_a_clause_that_nobody_read_warns_and_stops_nothing() -> None:
    for checked in ("second_hand", "unread"):
        assert [problem.code for problem in found("2005-01-01", checked=checked)] == ["W503"]


def test_somebody_outside_the_hamlets_list_is_to_be_looked_into() -> None:
    (problem,) = found("1980", listed=False)
    assert (problem.code, problem.fields) == ("W505", ("candidates[0].residence",))


def test_where_a_candidate_must_live_is_told_with_the_finding() -> None:
    def living(area: str) -> Clause:
        return Clause("residence", area, None, None, "Điều mẫu", "Cư trú.", "read", None)

    assert [residence_area(each) for each in (None, living("hamlet"), living("commune"))] == [
        "hamlet",
        "hamlet",
        "commune",
    ]
    aspirant = Aspirant(parse_iso("1980"), listed=False)
    for area in ("hamlet", "commune"):
        (problem,) = aspirants_who_may_not([aspirant], DAY, of_age(), area)
        assert problem.context == {"area": area}


def test_a_statute_without_an_age_asks_for_none() -> None:
    assert aspirants_who_may_not([Aspirant(None, listed=True)], DAY, None) == ()


def test_each_finding_names_the_candidate_and_the_years() -> None:
    people = [Aspirant(parse_iso("1980"), listed=True), Aspirant(parse_iso("2010-05"), listed=True)]
    (problem,) = aspirants_who_may_not(people, DAY, of_age())
    assert problem.fields == ("candidates[1].birth",)
    assert problem.context == {"age": 14, "least": 21}


def test_everybody_who_is_too_young_is_named() -> None:
    people = [Aspirant(parse_iso(birth), listed=True) for birth in ("2010", "1980", "2008")]
    assert [(p.code, p.fields) for p in aspirants_who_may_not(people, DAY, of_age())] == [
        ("E503", ("candidates[0].birth",)),
        ("E503", ("candidates[2].birth",)),
    ]


@pytest.mark.parametrize(
    ("birth", "code", "told"), [(None, "W504", {"least": 21}), ("2003", "N504", {"age": 21, "least": 21})]
)
def test_a_birth_to_be_asked_for_names_the_candidate_and_the_years(
    birth: str | None, code: str, told: dict[str, int]
) -> None:
    (problem,) = found(birth)
    assert (problem.code, problem.fields) == (code, ("candidates[0].birth",))
    assert problem.context == told


@given(
    st.integers(1990, 2010),
    st.none() | st.integers(1, 12),
    st.dates(date(2008, 1, 1), date(2030, 12, 31)),
)
def test_the_age_that_counts_is_never_below_the_age_that_is_certain(
    year: int, month: int | None, day: date
) -> None:
    birth = PartialDate(year, month)
    assert 0 <= age_on(birth, day) - age_by(birth, day) <= 1
