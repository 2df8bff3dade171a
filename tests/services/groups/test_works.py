"""Works registered to welcome congresses: the late ones first, done in time or late, opened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.errors import RequestRefused
from desktop.models.office import Side
from desktop.services.groups.cared_for import units_to_choose
from desktop.services.groups.works import (
    NewWork,
    WorkState,
    change_work,
    finish_work,
    register_work,
    remove_work,
    works,
)
from desktop.services.office.workplace import Workplace

YEAR = 2022


def _states(place: Workplace) -> list[tuple[str, WorkState, int]]:
    return [(view.said.what, view.state, view.days) for view in works(place, YEAR)]


def test_late_works_stand_first_and_what_is_done_last(place: Workplace) -> None:
    today, unit = place.today(), units_to_choose(place)[0]
    road = NewWork(YEAR, "Bê tông 300 m đường thôn", "Chi bộ và Nhân dân", today - timedelta(days=3), unit)
    hall = NewWork(YEAR, "Sửa nhà văn hóa", "Ban công tác Mặt trận", today + timedelta(days=2))
    trees = replace(hall, what="Trồng 500 cây", due_on=today)
    keys = {one.what: register_work(place, one) for one in (hall, trees, road)}
    assert _states(place) == [
        (road.what, WorkState.LATE, 3),
        (trees.what, WorkState.TO_DO, 0),
        (hall.what, WorkState.TO_DO, -2),
    ]
    assert works(place, YEAR)[0].said.unit == unit
    finish_work(place, keys[road.what], today)
    finish_work(place, keys[hall.what], today)
    assert _states(place) == [
        (trees.what, WorkState.TO_DO, 0),
        (road.what, WorkState.DONE_LATE, 3),
        (hall.what, WorkState.DONE, -2),
    ]
    finish_work(place, keys[road.what], None)
    assert _states(place)[0] == (road.what, WorkState.LATE, 3)
    change_work(place, keys[road.what], replace(road, due_on=today, note="chờ xi măng"))
    assert (_states(place)[0][1], works(place, 2025)) == (WorkState.TO_DO, ())
    told = remove_work(place, keys[road.what])
    assert told.said.note == "chờ xi măng"
    assert road.what not in [what for what, _, _ in _states(place)]


def test_a_work_without_what_or_who_is_refused(place: Workplace) -> None:
    whole = NewWork(YEAR, "Sửa nhà văn hóa", "Chi bộ", place.today())
    for code, told in (
        ("work.what", replace(whole, what=" ")),
        ("work.who", replace(whole, who="")),
        ("group.year", replace(whole, year=12)),
    ):
        with pytest.raises(RequestRefused) as refused:
            register_work(place, told)
        assert refused.value.code == code
    key = register_work(place, whole)
    with pytest.raises(RequestRefused, match=r"work\.future"):
        finish_work(place, key, place.today() + timedelta(days=1))
    with pytest.raises(RequestRefused, match=r"unknown\.work"):
        remove_work(place, key + 1)
    with pytest.raises(RequestRefused, match=r"side\.party"):
        works(replace(place, side=Side.ELECTIONS), YEAR)
