from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.errors import RequestRefused
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.elections.planning import plan_election
from desktop.services.lists import taking
from desktop.services.office.workplace import Workplace
from desktop.services.places.units import NewUnit, add_unit, hamlets
from tests.offices.commune import COMMUNE, HAMLET, OTHER_HAMLET, as_read, plan, traces

JANUARY = date(2025, 1, 1)


def merged(**changes: object) -> NewUnit:
    facts = {"starts_on": JANUARY, "parent": COMMUNE, "predecessors": (HAMLET, OTHER_HAMLET)} | changes
    return NewUnit("06859-T09", "hamlet", "Thôn", "Lục Chợ", **facts)  # type: ignore[arg-type]  # facts of a test


def test_a_successor_ends_its_predecessors_the_day_before_it_begins(office: Workplace) -> None:
    add_unit(office, merged())
    assert plan_election(office, plan(held_on=date(2024, 12, 31))).unit == "Thôn Lục Ngù"
    with pytest.raises(RequestRefused) as caught:
        plan_election(office, plan(held_on=JANUARY))
    assert caught.value.code == "unknown.unit"
    view = plan_election(office, plan(hamlet="06859-T09", held_on=JANUARY, campaign="2025"))
    assert view.unit == "Thôn Lục Chợ"


def test_a_predecessor_that_was_ended_already_is_still_found(office: Workplace) -> None:
    add_unit(office, NewUnit("06859-T05", "hamlet", "Thôn", "Cũ", ends_on=date(2024, 12, 31), parent=COMMUNE))
    add_unit(office, merged(predecessors=("06859-T05",)))
    assert plan_election(office, plan(hamlet="06859-T05")).unit == "Thôn Cũ"


def test_a_unit_can_be_renamed_under_its_own_code_from_a_day_on(office: Workplace) -> None:
    add_unit(
        office,
        NewUnit(
            HAMLET, "hamlet", "Thôn", "Lục Ngù Mới", starts_on=JANUARY, parent=COMMUNE, predecessors=(HAMLET,)
        ),
    )
    assert plan_election(office, plan()).unit == "Thôn Lục Ngù"
    assert plan_election(office, plan(held_on=JANUARY)).unit == "Thôn Lục Ngù Mới"


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewUnit(HAMLET, "hamlet", "Thôn", "Khác", parent=COMMUNE), "unit.exists"),
        (merged(starts_on=None), "unit.period"),
        (merged(ends_on=date(2024, 12, 31)), "unit.period"),
        (merged(predecessors=("06859-T77",)), "unknown.unit"),
        (merged(parent="00001"), "unknown.unit"),
    ],
)
def test_a_unit_that_cannot_be_is_refused_and_nothing_is_stored(
    office: Workplace, new: NewUnit, code: str
) -> None:
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        add_unit(office, new)
    assert caught.value.code == code
    assert traces(office) == before
    assert plan_election(office, plan(held_on=date(2025, 6, 1))).unit == "Thôn Lục Ngù"


def test_a_district_of_the_past_can_be_entered_long_after_it_ended(office: Workplace) -> None:
    add_unit(office, NewUnit("100", "district", "Huyện", "Mẫu", ends_on=date(2020, 6, 30)))
    add_unit(office, NewUnit("100-1", "commune", "Xã", "Xưa", ends_on=date(2020, 6, 30), parent="100"))


def test_hamlets_of_a_list_are_added_once_and_numbered_after_those_that_are_there(office: Workplace) -> None:
    listed = [
        {"kind": "Thôn", "name": " Lục  Ngù"},
        {"kind": "Bản", "name": "Xa"},
        {"kind": "Bản", "name": "Xa"},
    ]
    add_listed(office, listed)
    assert [unit.code for unit in hamlets(office, COMMUNE)] == [HAMLET, OTHER_HAMLET, "06859-T03"]
    add_listed(office, listed)
    assert [unit.full_name for unit in hamlets(office, COMMUNE)] == ["Thôn Lục Ngù", "Khu phố Chợ", "Bản Xa"]


def test_a_hamlet_that_ended_is_not_listed_and_its_number_is_not_given_again(office: Workplace) -> None:
    add_unit(office, NewUnit("06859-T03", "hamlet", "Thôn", "Cũ", ends_on=date(2024, 1, 1), parent=COMMUNE))
    add_unit(office, NewUnit("06859-T04", "hamlet", "Thôn", "Sắp hết", ends_on=JANUARY, parent=COMMUNE))
    names = [unit.name for unit in hamlets(office, COMMUNE)]
    assert "Cũ" not in names
    assert "Sắp hết" in names
    add_listed(office, [{"kind": "Thôn", "name": "Mới"}])
    assert hamlets(office, COMMUNE)[-1].code == "06859-T05"


def add_listed(office: Workplace, listed: list[dict[str, Any]]) -> None:
    taking.store(office, HAMLETS, taking.preview(office, HAMLETS, "", as_read(listed)))
