"""Who belongs to a household: the head first, those who are with it, then those who left it and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.errors import RequestRefused
from desktop.models.people import EndReason, HouseholdMember, Person
from desktop.models.store.session import reading
from desktop.services.lists.batches import undo
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.members import MemberSaid, household_members, member_said, write_member
from desktop.services.people.record import add_household, end_household
from desktop.services.people.retention import Kept, delete_due, set_rule
from tests.offices import commune
from tests.offices.election_example import Example, make_example


@pytest.fixture
def made(tmp_path: Path) -> Example:
    return make_example(tmp_path / "office")


@pytest.fixture
def office(made: Example) -> Workplace:
    return made.workplace


@pytest.fixture
def home(office: Workplace) -> int:
    return add_household(office, commune.HAMLET, "Lò Văn Chủ")


def test_the_head_comes_first_and_who_left_comes_last(office: Workplace, home: int) -> None:
    moved = MemberSaid("Lò Thị Xa", relation="Con", end_reason=EndReason.MOVED, ends_on=date(2024, 9, 1))
    gone = write_member(office, home, moved)
    wife = write_member(office, home, MemberSaid("Vì Thị Ở", relation="Vợ"))
    told = [(line.name, line.relation, line.end_reason) for line in household_members(office, home)]
    assert told == [
        ("Lò Văn Chủ", "Chủ hộ", None),
        ("Vì Thị Ở", "Vợ", None),
        ("Lò Thị Xa", "Con", EndReason.MOVED),
    ]
    write_member(office, home, replace(moved, end_reason=None), gone)
    assert [line.member for line in household_members(office, home)] == [None, gone, wife]
    assert member_said(office, gone).ends_on is None


def test_each_field_is_read_as_it_is_typed_and_the_number_is_masked(office: Workplace, home: int) -> None:
    said = MemberSaid("Vì Thị Ở", "12/1980", "Nữ", "022180000123", "Vợ", True, date(2001, 2, 3))
    wife = write_member(office, home, said)
    line = household_members(office, home)[1]
    assert (line.birth, line.sex, line.relation, line.starts_on) == ("12/1980", "Nữ", "Vợ", date(2001, 2, 3))
    assert line.without_capacity
    assert "180000" not in line.identity
    assert member_said(office, wife) == said
    with pytest.raises(RequestRefused, match=r"household\.birth"):
        write_member(office, home, replace(said, birth="32/13/1980"), wife)
    dead = replace(said, end_reason=EndReason.DIED, ends_on=date(2000, 1, 1))
    with pytest.raises(RequestRefused, match=r"lives_here\.days"):
        write_member(office, home, dead, wife)
    assert member_said(office, wife) == said


def test_two_people_of_a_name_are_told_apart_by_their_births(office: Workplace, home: int) -> None:
    first = write_member(office, home, MemberSaid("Lò Văn Hoà"))
    with pytest.raises(RequestRefused, match=r"member\.twice"):
        write_member(office, home, MemberSaid("Lò Văn Hòa", "1995"))
    write_member(office, home, MemberSaid("Lò Văn Hoà", "1990"), first)
    assert write_member(office, home, MemberSaid("Lò Văn Hòa", "1995")) != first
    with pytest.raises(RequestRefused, match=r"member\.twice"):
        write_member(office, home, MemberSaid("Lò Văn Chủ"))


def test_a_list_of_households_stays_while_somebody_was_added_to_one_of_them(office: Workplace) -> None:
    batch = commune.store(office, [commune.row("Hộ Mới Nhập")], commune.OTHER_HAMLET).batch
    home = next(
        line.id for line in households(office, commune.OTHER_HAMLET).lines if line.head == "Hộ Mới Nhập"
    )
    write_member(office, home, MemberSaid("Con Mới Nhập"))
    with pytest.raises(RequestRefused, match=r"import\.used"):
        undo(office, batch)


def test_the_members_of_a_household_whose_time_is_over_go_with_it(made: Example, home: int) -> None:
    office = made.workplace
    people = _count(office, Person)
    write_member(office, home, MemberSaid("Vì Thị Ở", relation="Vợ"))
    end_household(office, home, date(2024, 12, 6))
    set_rule(office, Kept.ENDED, 5)
    made.clock.put(date(2030, 1, 1), 8, 0)
    assert delete_due(office, Kept.ENDED).deleted == 1
    assert _count(office, HouseholdMember) == 0
    assert _count(office, Person) == people - 1


def _count(office: Workplace, kind: type) -> int:
    with reading(office.database) as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0
