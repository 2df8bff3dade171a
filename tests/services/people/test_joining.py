"""A voter without a household joins one of the hamlet, and is taken back out of it."""

from __future__ import annotations

import pytest

from desktop.errors import RequestRefused
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.joining import Joining, join_household, undo_joining
from desktop.services.people.members import household_members
from desktop.services.people.record import add_household
from desktop.services.people.representatives import represent
from desktop.services.people.voters import add_voter, edit_voter, voter, voters
from tests.offices.commune import HAMLET, OTHER_HAMLET


def test_who_joins_a_household_is_its_member_from_today_and_on_the_list_no_longer(office: Workplace) -> None:
    key = add_voter(office, HAMLET, "Sùng A Lẻ")
    edit_voter(office, key, "birth", "1990")
    home = households(office, HAMLET).lines[0].id
    member = join_household(office, key, Joining(home, " Cháu "))
    assert voters(office, HAMLET).lines == ()
    line = next(line for line in household_members(office, home) if line.member == member)
    assert (line.name, line.relation, line.birth, line.starts_on) == (
        "Sùng A Lẻ",
        "Cháu",
        "1990",
        office.today(),
    )
    before = len(household_members(office, home))
    assert undo_joining(office, member) == key
    assert len(household_members(office, home)) == before - 1
    again = voter(office, key)
    assert (again.name, again.ends_on, again.end_reason) == ("Sùng A Lẻ", None, "")


def test_only_a_household_that_lives_in_the_hamlet_is_joined_and_once(office: Workplace) -> None:
    key = add_voter(office, HAMLET, "Sùng A Lẻ")
    elsewhere = add_household(office, OTHER_HAMLET, "Vàng A Páo")
    with pytest.raises(RequestRefused) as caught:
        join_household(office, key, Joining(elsewhere))
    assert caught.value.code == "unknown.household"
    home = households(office, HAMLET).lines[0].id
    join_household(office, key, Joining(home))
    with pytest.raises(RequestRefused) as caught:
        join_household(office, key, Joining(home))
    assert caught.value.code == "unknown.voter"


def test_what_rests_on_it_since_keeps_it(office: Workplace) -> None:
    home = households(office, HAMLET).lines[0].id
    key = add_voter(office, HAMLET, "Sùng A Lẻ")
    edit_voter(office, key, "birth", "1990")
    member = join_household(office, key, Joining(home))
    person = next(line.person for line in household_members(office, home) if line.member == member)
    represent(office, home, person)
    with pytest.raises(RequestRefused) as caught:
        undo_joining(office, member)
    assert caught.value.code == "voter.joined"
