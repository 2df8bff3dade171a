"""The same person at the head of two households, found in the register after it was written."""

from __future__ import annotations

import pytest

from desktop.services.office.workplace import Workplace
from desktop.services.people.doubles import doubles
from desktop.services.people.record import add_household, edit_household, end_household, household
from tests.offices.commune import HAMLET, OTHER_HAMLET


def add(office: Workplace, hamlet: str, name: str, birth: str, identity: str = "") -> int:
    key = add_household(office, hamlet, name)
    for field, value in (("birth", birth), ("identity", identity)):
        if value:
            edit_household(office, key, field, value)
    return key


def found(office: Workplace) -> list[int]:
    return [one.household for one in doubles(office)]


def test_one_name_and_one_birth_in_two_hamlets_are_found_and_each_names_the_other(office: Workplace) -> None:
    assert found(office) == []
    here = add(office, HAMLET, "Vàng A Hoà", "5/1980")
    there = add(office, OTHER_HAMLET, "Vàng A Hòa", "5/1980", "022080000001")
    assert found(office) == [here, there]
    assert [one.hamlet for one in household(office, here).elsewhere] == ["Khu phố Chợ"]
    assert [one.hamlet for one in household(office, there).elsewhere] == ["Thôn Lục Ngù"]


@pytest.mark.parametrize(
    ("name", "birth", "identity"),
    [
        ("Vàng A Hoa", "5/1980", ""),  # another mark is another name
        ("Vàng A Hòa", "6/1980", ""),
        ("Vàng A Hòa", "1980", ""),  # a year alone tells nobody apart, nor together
        ("Vàng A Hòa", "", ""),
        ("Vàng A Hòa", "5/1980", "022080000002"),
    ],
)
def test_namesakes_are_two_people(office: Workplace, name: str, birth: str, identity: str) -> None:
    add(office, HAMLET, "Vàng A Hòa", "5/1980", "022080000001")
    add(office, OTHER_HAMLET, name, birth, identity)
    assert found(office) == []


def test_namesakes_of_whom_only_the_year_is_known_are_two_people(office: Workplace) -> None:
    for hamlet in (HAMLET, OTHER_HAMLET):
        add(office, hamlet, "Vàng A Hòa", "1980")
    assert found(office) == []


def test_the_number_of_an_old_card_may_be_the_same_person_and_who_has_left_is_not_there_twice(
    office: Workplace,
) -> None:
    here = add(office, HAMLET, "Vàng A Hòa", "5/1980", "022080000001")
    there = add(office, OTHER_HAMLET, "Vàng A Hòa", "5/1980", "101234567")
    assert found(office) == [here, there]
    end_household(office, here, household(office, here).starts_on)
    assert found(office) == []
    assert household(office, here).elsewhere == ()
