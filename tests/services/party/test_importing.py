"""Lists of members: new, changed, the same, doubtful; who the registers know is that person; one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.services.catalogue.members import MEMBERS
from desktop.services.congress import roll
from desktop.services.congress.planning import CongressPlan, plan_congress
from desktop.services.lists import taking
from desktop.services.lists.batches import undo
from desktop.services.lists.preview import RowChoice, RowState
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.party.books import Book, NewEntry, withdraw_entry, write_entry
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.listed import branch_for
from desktop.services.party.member_views import MemberDetail, member, member_lines
from desktop.services.party.members import edit_member
from desktop.services.party.moves import Ending, Leaving, NewStanding, change_standing, leave
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import NewPost, PostKind, begin_post
from desktop.services.party.standing import Standing
from desktop.services.party.withdrawing import withdraw_leaving
from desktop.services.people.households import households
from desktop.services.people.record import household
from tests.offices.register_example import FIRST
from tests.services.party.conftest import Write

DAY = date(2025, 1, 5)
LONG = (1, "Vàng Xuân Long", "12/03/1979", "Nam", "022079001417", "Sán Dìu", "03/02/2006", "03/02/2007")
ANH = (2, "Chìu Thị Ánh", 1999, "Nữ", "", "Dao", "19/05/2024", "", "", "Húc Động", "", "dự bị")


@pytest.fixture
def branch(place: Workplace) -> str:
    add_hamlet_branches(place)
    return code_of(place, "Nà Ếch")


def code_of(place: Workplace, name: str) -> str:
    return next(line.code for line in branch_lines(place) if name in line.name)


def taken(place: Workplace, branch: str, path: Path, **choices: RowChoice) -> dict[RowState, int]:
    shown = MEMBERS.open_file(place, path, branch)
    doubtful = [row.number for row in shown.rows if row.state is RowState.DOUBTFUL]
    decided = {number: choices["doubtful"] for number in doubtful if choices}
    taking.store(place, MEMBERS, shown, decided)
    return {state: shown.count(state) for state in RowState if shown.count(state)}


def test_a_list_is_stored_and_the_same_file_twice_changes_nothing(
    place: Workplace, branch: str, write: Write
) -> None:
    path = write(LONG, ANH)
    assert taken(place, branch, path) == {RowState.NEW: 2}
    assert [(line.name, line.admitted) for line in member_lines(place, branch)] == [
        ("Chìu Thị Ánh", "19/05/2024"),
        ("Vàng Xuân Long", "03/02/2006"),
    ]
    assert taken(place, branch, path) == {RowState.SAME: 2}


def test_a_second_round_changes_field_by_field_and_one_undo_takes_it_back(
    place: Workplace, branch: str, write: Write
) -> None:
    taken(place, branch, write(LONG, ANH))
    before = [member(place, line.id) for line in member_lines(place, branch)]
    again = write((*LONG[:7], "04/02/2007", "02223375"), ANH, name="lan-hai.xlsx")
    shown = MEMBERS.open_file(place, again, branch)
    changed = next(row for row in shown.rows if row.state is RowState.CHANGED)
    fields = {cell.field: (cell.before, cell.value) for cell in changed.cells if cell.before is not None}
    assert fields == {"official": ("03/02/2007", "04/02/2007"), "card": ("", "•••••375")}
    batch = taking.store(place, MEMBERS, shown).batch
    assert [each.card for each in details(place, branch)] == ["", "02223375"]
    undo(place, batch)
    assert [member(place, line.id) for line in member_lines(place, branch)] == before


def details(place: Workplace, branch: str) -> list[MemberDetail]:
    return [member(place, line.id) for line in member_lines(place, branch)]


def test_who_heads_a_household_is_that_person(place: Workplace, branch: str, write: Write) -> None:
    heads = [household(place, line.id) for line in households(place, FIRST, limit=125).lines]
    whole = next(head for head in heads if len(head.birth) == 10 and head.identity)
    by_number = (1, whole.name, "", "", whole.identity)
    other = next(head for head in heads if len(head.birth) == 10 and head.id != whole.id)
    by_birth = (2, other.name, other.birth)
    taken(place, branch, write(by_number, by_birth))
    found = {each.name: each for each in details(place, branch)}
    assert found[whole.name].birth == whole.birth
    assert found[other.name].identity == other.identity


def test_posts_that_bear_a_name_are_the_members_of_that_name_once_they_are_listed(
    place: Workplace, branch: str, write: Write
) -> None:
    begin_post(place, NewPost(PostKind.SECRETARY, branch, "Vàng Xuân Long"))
    begin_post(place, NewPost(PostKind.FRONT_BOARD_HEAD, FIRST, "Chìu Thị Ánh"))
    named = {"Vàng Xuân Long", "Chìu Thị Ánh"}

    def held() -> dict[str, int | None]:
        return {post.holder: post.person for post in post_lines(place) if post.holder in named}

    assert held() == dict.fromkeys(named)
    batch = taking.store(place, MEMBERS, MEMBERS.open_file(place, write(LONG, ANH), branch)).batch
    assert held() == {line.name: member(place, line.id).person for line in member_lines(place, branch)}
    undo(place, batch)
    assert held() == dict.fromkeys(named)


def test_a_member_of_another_branch_waits_for_a_person_and_then_moves(
    place: Workplace, branch: str, write: Write
) -> None:
    other = code_of(place, "Cò Nòi")
    path = write(LONG)
    taken(place, other, path)
    assert taken(place, branch, path) == {RowState.DOUBTFUL: 1}
    assert member_lines(place, branch) == ()
    assert taken(place, branch, path, doubtful=RowChoice.SAME) == {RowState.DOUBTFUL: 1}
    assert [line.name for line in member_lines(place, branch)] == ["Vàng Xuân Long"]
    assert member_lines(place, other) == ()


def test_two_rows_of_one_card_are_not_two_members(place: Workplace, branch: str, write: Write) -> None:
    card = "02223375"
    rows = [
        (1, "Vàng Xuân Long", 1979, "Nam", "", "", "", "", card),
        (2, "Vàng Văn Lâm", 1980, "Nam", "", "", "", "", card),
    ]
    shown = MEMBERS.open_file(place, write(*rows), branch)
    assert [row.state for row in shown.rows if row.state is RowState.NEW] == [RowState.NEW]


def test_a_list_stays_once_a_member_of_it_has_a_standing(place: Workplace, branch: str, write: Write) -> None:
    shown = MEMBERS.open_file(place, write(LONG), branch)
    batch = taking.store(place, MEMBERS, shown).batch
    key = member_lines(place, branch)[0].id
    change_standing(place, key, NewStanding(Standing.EXEMPT, place.today()))
    with pytest.raises(RequestRefused) as refused:
        undo(place, batch)
    assert refused.value.context["reason"] in ("member", "edited")
    assert len(member_lines(place, branch)) == 1


def refused_undo(place: Workplace, batch: int) -> object:
    before = [members_of(place, line.code) for line in branch_lines(place)]
    with pytest.raises(RequestRefused) as refused:
        undo(place, batch)
    assert [members_of(place, line.code) for line in branch_lines(place)] == before
    return refused.value.context.get("reason") or refused.value.code


def members_of(place: Workplace, branch: str) -> list[MemberDetail]:
    return [member(place, line.id) for line in member_lines(place, branch)]


def test_a_list_stays_once_a_congress_or_a_book_names_a_member_of_it(
    place: Workplace, branch: str, write: Write
) -> None:
    rows = [(number, name, *LONG[2:4], "", *LONG[5:]) for number, name in enumerate(("An", "Bình", "Chi"), 1)]
    batch = taking.store(place, MEMBERS, MEMBERS.open_file(place, write(*rows), branch)).batch
    entry = write_entry(place, Book.CARDS_RECEIVED, branch, NewEntry(place.today(), "An", party="Đảng ủy xã"))
    assert refused_undo(place, batch) == "record"
    withdraw_entry(place, entry)
    plan = CongressPlan(branch=branch, held_on=DAY, term_from=DAY, term_to=date(2027, 7, 5), number=3)
    roll.tell_all(place, plan_congress(place, plan), place.today())
    assert refused_undo(place, batch) == "record"


def moved(place: Workplace, branch: str, write: Write) -> tuple[int, int]:
    """Let a list move a member into a branch; return its batch and the member."""
    path = write(LONG)
    taken(place, code_of(place, "Cò Nòi"), path)
    shown = MEMBERS.open_file(place, path, branch)
    batch = taking.store(place, MEMBERS, shown, {row.number: RowChoice.SAME for row in shown.rows}).batch
    return batch, member_lines(place, branch)[0].id


def test_a_list_that_moved_somebody_stays_once_the_move_was_taken_back_or_another_followed(
    place: Workplace, branch: str, write: Write
) -> None:
    batch, key = moved(place, branch, write)
    leave(place, key, Leaving(Ending.MOVED, place.today(), "Hạ Long", number="7-QĐ"))
    assert refused_undo(place, batch) == "edited"
    withdraw_leaving(place, key)
    withdraw_leaving(place, key)
    assert [line.id for line in member_lines(place, code_of(place, "Cò Nòi"))] == [key]
    assert refused_undo(place, batch) == "edited"


@pytest.mark.parametrize(("field", "value"), [("birth", "14/03/1979"), ("name", "Vàng Xuân Lòng")])
def test_what_was_put_right_by_hand_isnt_written_over_by_taking_a_list_back(
    place: Workplace, branch: str, write: Write, field: str, value: str
) -> None:
    taken(place, branch, write(LONG))
    other = (*LONG[:2], "13/03/1979", *LONG[3:])
    batch = taking.store(place, MEMBERS, MEMBERS.open_file(place, write(other), branch)).batch
    edit_member(place, member_lines(place, branch)[0].id, field, value)
    assert refused_undo(place, batch) == "edited"


def test_a_list_is_taken_back_by_who_does_its_side_of_the_work(
    place: Workplace, branch: str, write: Write
) -> None:
    batch = taking.store(place, MEMBERS, MEMBERS.open_file(place, write(LONG), branch)).batch
    with pytest.raises(RequestRefused, match=r"side\.party"):
        undo(replace(place, side=Side.ELECTIONS), batch)
    assert len(member_lines(place, branch)) == 1
    undo(replace(place, side=Side.PARTY), batch)


def test_an_official_office_makes_no_branch_by_the_way(place: Workplace) -> None:
    assert branch_for(place, None, FIRST).endswith("-B01")
    assert branch_for(place, "thôn nà ếch", None).endswith("-B01")
    with pytest.raises(RequestRefused, match=r"unknown\.branch"):
        branch_for(place, "Chi bộ không có", None)
    with pytest.raises(RequestRefused, match=r"import\.branch"):
        branch_for(place, None, None)
