from __future__ import annotations

from datetime import date

import pytest

from desktop.resources import resource
from desktop.services.places.unit_list import MOST, find_units, units_above

UNITS = resource("units", "units.csv")
TODAY = date(2026, 11, 22)
BEFORE = date(2024, 12, 8)


def names(text: str, on: date = TODAY, **options: object) -> list[str]:
    return [choice.full_name for choice in find_units(UNITS, text, on, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed", ["Bình Liêu", "binh lieu", "BINH LIEU", "bình liêu quảng ninh", "06838", "xa binh lieu"]
)
def test_a_commune_is_found_with_or_without_marks_by_name_province_or_code(typed: str) -> None:
    assert names(typed) == ["Xã Bình Liêu"]


def test_units_are_offered_as_they_are_on_the_day() -> None:
    assert names("huc dong") == []
    assert names("huc dong", BEFORE) == ["Xã Húc Động"]
    assert find_units(UNITS, "huc dong", BEFORE)[0].above == "huyện Bình Liêu, tỉnh Quảng Ninh"


def test_a_name_that_begins_with_what_was_typed_stands_first_and_marks_decide_between_look_alikes() -> None:
    for typed in ("lạc", "vĩnh"):
        first = names(typed)[0]
        assert first.split(" ", 1)[1].lower().startswith(typed), (typed, first)
    assert all("a" in name.lower() for name in names("a")[:5])


def test_nothing_typed_offers_nothing_and_much_is_cut() -> None:
    assert names("  ") == []
    assert len(names("a")) == MOST


def test_a_receiving_office_chooses_among_provinces() -> None:
    assert names("quang ninh", levels=("province",)) == ["Tỉnh Quảng Ninh"]


def test_a_unit_and_those_above_it_are_found_by_code() -> None:
    (commune,) = find_units(UNITS, "06859", BEFORE)
    assert [unit.full_name for unit in units_above(UNITS, commune.unit, BEFORE)] == [
        "Huyện Bình Liêu",
        "Tỉnh Quảng Ninh",
    ]
    assert find_units(UNITS, "06859", TODAY) == ()
