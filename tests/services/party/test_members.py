"""Members one by one: added, changed field by field, a standing stored, moved out; the past keeps them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.rules.standing import Standing, Trouble
from desktop.services.office.log import LogFilter, log_part
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.member_views import MemberDetail, member, member_lines
from desktop.services.party.members import add_member, edit_member
from desktop.services.party.moves import (
    Ending,
    Leaving,
    NewStanding,
    change_standing,
    end_standing,
    leave,
)
from desktop.services.people.households import households
from desktop.services.people.record import household
from desktop.services.training.clock import TrainingClock
from tests.offices.register_example import FIRST


@pytest.fixture
def branch(place: Workplace) -> str:
    add_hamlet_branches(place)
    return next(line.code for line in branch_lines(place) if "Nà Ếch" in line.name)


def official(place: Workplace, branch: str, name: str = "Vàng Xuân Long") -> MemberDetail:
    key = add_member(place, branch, name)
    edit_member(place, key, "admitted", "03/02/2006")
    return edit_member(place, key, "official", "2007")


def test_a_member_stands_in_the_branch_with_what_is_known(place: Workplace, branch: str) -> None:
    key = add_member(place, branch, "  Vàng  Xuân Long ")
    found = member(place, key)
    assert (found.name, found.line.standing, found.line.troubles) == (
        "Vàng Xuân Long",
        Standing.UNKNOWN,
        (Trouble.NO_ADMISSION,),
    )
    edit_member(place, key, "admitted", "02/2006")
    assert edit_member(place, key, "official", "2007").line.standing is Standing.OFFICIAL
    assert [line.name for line in member_lines(place, branch)] == ["Vàng Xuân Long"]
    assert [(each.branch, each.starts_on, each.ends_on) for each in found.branches] == [
        ("Chi bộ thôn Nà Ếch", place.today(), None)
    ]


def test_a_number_of_the_registers_is_that_person(place: Workplace, branch: str) -> None:
    line = households(place, FIRST, limit=1).lines[0]
    head = household(place, line.id)
    key = add_member(place, branch, head.name, head.identity)
    assert (member(place, key).birth, member(place, key).ethnic) == (head.birth, head.ethnic)
    with pytest.raises(RequestRefused, match=r"member\.exists"):
        add_member(place, branch, head.name, head.identity)
    with pytest.raises(RequestRefused, match=r"member\.other_name"):
        add_member(place, branch, "Người Khác Tên", head.identity)
    edit_member(place, key, "ethnic", "Dao")
    assert household(place, line.id).ethnic == "Dao"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("admitted", "31/02/2006", "member.day"),
        ("official", "mai", "member.day"),
        ("admitted", "01/01/2999", "member.future"),
        ("name", "  ", "household.name"),
        ("identity", "12", "household.identity"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    place: Workplace, branch: str, field: str, value: str, code: str
) -> None:
    key = official(place, branch).id
    before = member(place, key)
    with pytest.raises(RequestRefused) as refused:
        edit_member(place, key, field, value)
    assert refused.value.code == code
    assert member(place, key) == before


def test_somebody_elses_number_is_refused(place: Workplace, branch: str) -> None:
    head = household(place, households(place, FIRST, limit=1).lines[0].id)
    key = add_member(place, branch, "Vàng Xuân Long")
    with pytest.raises(RequestRefused, match=r"household\.identity_taken"):
        edit_member(place, key, "identity", head.identity)


def test_a_standing_holds_from_its_day_and_one_of_its_kind_ends_before(
    place: Workplace, branch: str, clock: TrainingClock
) -> None:
    key = official(place, branch).id
    clock.put(date(2025, 6, 1), 8, 0)
    change_standing(
        place, key, NewStanding(Standing.ELSEWHERE, date(2024, 9, 1), place="Hạ Long", number="12-GT")
    )
    found = member(place, key)
    assert (found.line.standing, found.line.place, found.line.since) == (
        Standing.ELSEWHERE,
        "Hạ Long",
        date(2024, 9, 1),
    )
    changed = change_standing(place, key, NewStanding(Standing.ELSEWHERE, date(2025, 3, 1), place="Hà Nội"))
    assert [(each.place, each.starts_on, each.ends_on) for each in changed.standings] == [
        ("Hà Nội", date(2025, 3, 1), None),
        ("Hạ Long", date(2024, 9, 1), date(2025, 2, 28)),
    ]
    ended = end_standing(place, key, changed.standings[0].id, date(2025, 5, 31))
    assert ended.line.standing is Standing.OFFICIAL
    assert member(place, key, date(2025, 5, 31)).line.standing is Standing.ELSEWHERE
    for wrong in (
        lambda: change_standing(place, key, NewStanding(Standing.EXEMPT, date(2025, 3, 1), date(2025, 2, 1))),
        lambda: end_standing(place, key, changed.standings[0].id, date(2024, 1, 1)),
    ):
        with pytest.raises(RequestRefused, match=r"member\.period"):
            wrong()


def test_who_moves_out_is_gone_from_the_day_after_and_stays_in_the_past(
    place: Workplace, branch: str, clock: TrainingClock
) -> None:
    key = official(place, branch).id
    clock.put(date(2025, 6, 1), 8, 0)
    with pytest.raises(RequestRefused, match=r"member\.period"):
        leave(place, key, Leaving(Ending.MOVED, date(2025, 6, 2), "Đảng bộ phường Hạ Long"))
    leave(
        place,
        key,
        Leaving(
            Ending.MOVED,
            date(2025, 5, 31),
            "Đảng bộ phường Hạ Long",
            number="45-GT",
            paper_on=date(2025, 5, 30),
        ),
    )
    assert member_lines(place, branch) == ()
    assert [line.id for line in member_lines(place, branch, date(2025, 5, 31))] == [key]
    assert member(place, key).branches[0].ends_on == date(2025, 5, 31)
    with pytest.raises(RequestRefused, match=r"member\.left"):
        leave(place, key, Leaving(Ending.MOVED, date(2025, 5, 31), "nơi khác"))


def test_a_card_is_masked_as_the_citizen_number_that_it_is(place: Workplace, branch: str) -> None:
    key = official(place, branch).id
    found = edit_member(place, key, "card", "022079001417")
    assert found.card_masked == "•••••••••417"
    assert found.card == "022079001417"
    assert "022079001417" not in repr(member_lines(place, branch))
    assert "022079001417" not in repr(log_part(place, LogFilter(subject="party")))
