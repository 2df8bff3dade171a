"""A hamlet split among new ones, or dissolved among those there are; both taken back whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.places import hamlets, shares, succession
from desktop.services.places.shares import Share
from tests.offices.commune import HAMLET, OTHER_HAMLET, listed, row, store
from tests.services.places.test_hamlets import homes, line, undo, units

ON = date(2024, 11, 1)
BY = succession.Decision("15/NQ-HĐND", date(2024, 10, 20), "Hội đồng nhân dân xã Mẫu")


def living(office: Workplace, code: str = HAMLET) -> list[int]:
    return [one.id for one in households(office, code).lines]


def halves(office: Workplace) -> list[Share]:
    keys = living(office)
    return [Share("Thôn", "Lục Ngù", tuple(keys[:5])), Share("Thôn", "Lục Thượng", tuple(keys[5:]))]


def test_a_split_hamlet_ends_and_each_household_lives_in_one_of_the_new_ones(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, head="Lò Thị Ơn", especially_difficult=True)
    before = units(office), homes(office)
    shares.split(office, HAMLET, halves(office), ON, BY)
    lines = {one.full_name: one for one in hamlets.hamlet_lines(office)}
    kept, new = lines["Thôn Lục Ngù"], lines["Thôn Lục Thượng"]
    assert [(one.code, one.counted, one.starts_on) for one in (kept, new)] == [
        (HAMLET, 5, ON),
        ("06859-T03", 7, ON),
    ]
    assert kept.predecessors == new.predecessors == ("Thôn Lục Ngù",)
    assert new.especially_difficult
    assert new.head is None, "whom the halves have for a head is yet to be said"
    assert kept.decision == new.decision == BY
    (old,) = [one for one in hamlets.hamlet_lines(office, ended=True) if one.ends_on is not None]
    assert (old.counted, old.successors) == (0, ("Thôn Lục Ngù", "Thôn Lục Thượng"))
    undo(office, "Lục Thượng")
    assert (units(office), homes(office)) == before


def test_a_dissolved_hamlets_households_go_to_hamlets_that_there_are_and_come_back(office: Workplace) -> None:
    store(office, [row("Vàng A Páo")], OTHER_HAMLET)
    before = units(office), homes(office), hamlets.hamlet_lines(office, ended=True)
    shares.dissolve(office, HAMLET, {OTHER_HAMLET: living(office)}, ON, BY)
    (only,) = hamlets.hamlet_lines(office)
    assert (only.full_name, only.counted, only.predecessors) == ("Khu phố Chợ", 13, ())
    assert only.joined == ("Thôn Lục Ngù",)
    old = line(office, "Lục Ngù")
    assert (old.ends_on, old.successors, old.decision) == (date(2024, 10, 31), ("Khu phố Chợ",), BY)
    undo(office, "Lục Ngù")
    assert (units(office), homes(office), hamlets.hamlet_lines(office, ended=True)) == before


def test_no_household_is_left_behind_or_shared_twice_and_nothing_is_written_then(office: Workplace) -> None:
    store(office, [row("Vàng A Páo")], OTHER_HAMLET)
    before, keys = (units(office), homes(office)), living(office)
    stranger = living(office, OTHER_HAMLET)
    for some in (keys[:-1], [*keys, keys[0]], [*keys[:-1], *stranger]):
        with pytest.raises(RequestRefused) as caught:
            shares.dissolve(office, HAMLET, {OTHER_HAMLET: some}, ON)
        assert caught.value.code == "hamlet.shares"
        parts = [Share("Thôn", "Một", tuple(some)), Share("Thôn", "Hai", ())]
        with pytest.raises(RequestRefused) as caught:
            shares.split(office, HAMLET, parts, ON)
        assert caught.value.code == "hamlet.shares"
    with pytest.raises(RequestRefused) as caught:
        shares.dissolve(office, HAMLET, {HAMLET: keys}, ON)
    assert caught.value.code == "hamlet.shares"
    with pytest.raises(RequestRefused) as caught:
        shares.split(office, HAMLET, [Share("Thôn", "Một", tuple(keys))], ON)
    assert caught.value.code == "hamlet.split"
    with pytest.raises(RequestRefused) as caught:
        shares.split(office, HAMLET, [Share("Thôn", "Một", tuple(keys)), Share("Thôn", "Hai", ())], ON)
    assert (caught.value.code, caught.value.where) == ("hamlet.share_empty", "Thôn Hai")
    assert (units(office), homes(office)) == before


@pytest.mark.parametrize(
    "does",
    [
        lambda office: shares.split(office, HAMLET, halves(office), ON),
        lambda office: shares.dissolve(office, HAMLET, {OTHER_HAMLET: living(office)}, ON),
        lambda office: shares.dissolve(office, OTHER_HAMLET, {HAMLET: []}, ON),
    ],
)
def test_a_hamlet_that_elects_is_neither_split_nor_dissolved_nor_given_households(
    office: Workplace, does: Callable[[Workplace], object]
) -> None:
    listed(office)
    before = units(office), homes(office)
    with pytest.raises(RequestRefused) as caught:
        does(office)
    assert caught.value.code == "hamlet.under_way"
    assert (units(office), homes(office)) == before
