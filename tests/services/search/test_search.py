"""A search over everything finds what a clerk means, and masks what a list masks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.models.people import Person
from desktop.models.store.session import writing
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.members import add_member, edit_member
from desktop.services.party.posts import NewPost, PostKind, begin_post
from desktop.services.places.hamlets import hamlet_lines, state_facts
from desktop.services.places.succession import merge, rename
from desktop.services.search.found import MOST, MOST_OF_GROUP, Found, Group, findings
from desktop.services.search.people import people_found
from desktop.services.search.stock import stock
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import CODE, HAMLET, OTHER_HAMLET


def found(workplace: Workplace, query: str, group: Group) -> list[Found]:
    shown = findings(stock(workplace), query, people_found(workplace, query))
    return [one for each, some in shown.groups if each is group for one in some]


def titles(workplace: Workplace, query: str, group: Group) -> list[str]:
    return [one.title for one in found(workplace, query, group)]


@pytest.mark.parametrize("typed", ["giàng chớ", "cho giang", "GIANG A CH", "gi a"])
def test_a_person_is_found_in_any_order_without_marks(office: Workplace, typed: str) -> None:
    (person,) = found(office, typed, Group.PEOPLE)
    assert person.title == "Giàng A Chớ"
    assert person.place == "households"
    assert person.argument[0] == HAMLET  # type: ignore[index]


def test_a_number_is_masked_and_only_the_whole_of_it_finds_somebody(office: Workplace) -> None:
    (person,) = found(office, "giang a cho", Group.PEOPLE)
    assert "022099" not in person.detail
    assert person.detail.endswith("•••••••••001")
    assert titles(office, "022099000001", Group.PEOPLE) == ["Giàng A Chớ"]
    assert titles(office, "022099", Group.PEOPLE) == []


def test_a_name_together_with_its_hamlets_finds_those_who_live_there(office: Workplace) -> None:
    commune.store(office, [commune.row("Giàng A Chớ", birth="1991")], OTHER_HAMLET)
    (person,) = found(office, "khu pho giang", Group.PEOPLE)
    assert person.argument[0] == OTHER_HAMLET  # type: ignore[index]
    assert len(found(office, "giang", Group.PEOPLE)) == 2


def test_a_hamlet_is_found_by_the_names_that_it_had(office: Workplace, clock: TrainingClock) -> None:
    clock.put(date(2024, 11, 20), 9, 0)
    first = next(line for line in hamlet_lines(office) if line.code == HAMLET)
    merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Mới Mẫu", date(2024, 11, 20))
    new = next(line for line in hamlet_lines(office) if line.name == "Mới Mẫu")
    assert titles(office, "moi mau", Group.HAMLETS)[0] == "Thôn Mới Mẫu"
    old = next(one for one in found(office, first.name, Group.HAMLETS) if one.title == first.full_name)
    assert old.argument == new.code
    assert "19/11/2024" in old.detail
    assert "Thôn Mới Mẫu" in old.detail
    assert "Thôn Mới Mẫu" in titles(office, "khu pho cho", Group.HAMLETS)


def test_a_renamed_hamlet_opens_under_its_new_name(office: Workplace, clock: TrainingClock) -> None:
    clock.put(date(2024, 11, 20), 9, 0)
    old = next(line for line in hamlet_lines(office) if line.code == HAMLET)
    rename(office, HAMLET, "Thôn", "Tên Khác", date(2024, 11, 20))
    assert {one.argument for one in found(office, old.name, Group.HAMLETS)} == {HAMLET}


def test_the_serving_head_is_found(office: Workplace) -> None:
    state_facts(office, HAMLET, head="Bàn Văn Thử")
    (person,) = found(office, "ban thu", Group.PEOPLE)
    assert (person.title, person.place, person.argument) == ("Bàn Văn Thử", "hamlets", HAMLET)


def test_an_election_its_papers_and_its_next_thing_are_found(office: Workplace) -> None:
    commune.listed(office)
    (election,) = found(office, "bau truong thon", Group.ELECTIONS)
    assert (election.place, election.argument) == ("election", CODE)
    assert election.following is not None
    papers = found(office, "bien ban hop", Group.PAPERS)
    assert papers
    assert all(paper.argument[0] == CODE for paper in papers)  # type: ignore[index]
    assert {paper.detail for paper in papers} == {"chưa in"}
    assert {one.place for one in found(office, "", Group.TASKS)} == {"election", "today"}


def test_a_printed_paper_tells_its_day(office: Workplace) -> None:
    commune.printed(office)
    details = {paper.detail for paper in found(office, "phieu bau", Group.PAPERS)}
    assert any(detail.startswith("đã in ") for detail in details)


def test_at_most_three_of_a_group_and_eight_in_all_are_shown() -> None:
    many = [Found(group, f"Nà {number}", "", "", None) for group in Group for number in range(9)]
    shown = findings(many, "na")
    assert shown.count == MOST
    assert len(shown.groups) == len(Group)
    assert all(len(some) <= MOST_OF_GROUP for _, some in shown.groups)
    few = findings(many[:20], "na")
    assert [len(some) for _, some in few.groups] == [3, 3, 2]


def test_what_bears_the_words_in_its_title_comes_first() -> None:
    beside = Found(Group.PEOPLE, "Lường Thanh Nhung", "Thôn Phiêng Cằm", "", None)
    named = Found(Group.PEOPLE, "Phiêng Văn Cằm", "Thôn Khác", "", None)
    assert findings([beside, named], "phieng cam").groups == ((Group.PEOPLE, (named, beside)),)


def test_a_word_that_nothing_bears_finds_nothing(office: Workplace) -> None:
    assert findings(stock(office), "zzz", people_found(office, "zzz")).groups == ()


def test_who_bears_the_very_name_is_found_behind_hundreds_of_longer_ones(office: Workplace) -> None:
    commune.store(office, [commune.row(f"Nguyễn Văn An {number}") for number in range(450)])
    commune.store(office, [commune.row("Nguyễn Văn A", birth="1961")], OTHER_HAMLET)
    assert found(office, "nguyen van a", Group.PEOPLE)[0].title == "Nguyễn Văn A"
    assert found(office, "a van nguyen", Group.PEOPLE)[0].argument[0] == OTHER_HAMLET  # type: ignore[index]


def test_a_head_is_found_behind_hundreds_who_head_no_household(office: Workplace) -> None:
    with writing(office.database) as session:
        session.add_all(Person(name="Tẩn Láo Tả") for _ in range(450))
    commune.store(office, [commune.row("Tẩn Láo Tả", birth="1961")])
    assert titles(office, "tan lao ta", Group.PEOPLE) == ["Tẩn Láo Tả"]


def test_a_member_is_found_and_a_card_by_its_whole_number_alone(office: Workplace) -> None:
    add_hamlet_branches(office)
    branch = branch_lines(office)[0]
    key = add_member(office, branch.code, "Vàng Xuân Long")
    edit_member(office, key, "card", "022079001417")
    (person,) = found(office, "vang xuan", Group.PEOPLE)
    assert (person.title, person.place, person.argument) == ("Vàng Xuân Long", "party", (branch.code, key))
    assert branch.name in person.detail
    assert titles(office, "022079001417", Group.PEOPLE) == ["Vàng Xuân Long"]
    assert titles(office, "022079", Group.PEOPLE) == []
    assert "022079001417" not in repr(found(office, "vang", Group.PEOPLE))


def test_every_post_is_found_by_who_holds_it_on_the_partys_side_alone(office: Workplace) -> None:
    add_hamlet_branches(office)
    hamlet = hamlet_lines(office)[0].code
    key = begin_post(office, NewPost(PostKind.FRONT_BOARD_HEAD, hamlet, "Lò Thu Liễu"))
    begin_post(office, NewPost(PostKind.COMMUNE_CHAIR, "", "Nguyễn Thị Bình"))
    (front,) = found(office, "lo thu lieu", Group.PEOPLE)
    assert (front.place, front.argument) == ("party", ("posts", key))
    assert titles(office, "thi binh", Group.PEOPLE) == ["Nguyễn Thị Bình"]
    assert titles(replace(office, side=Side.ELECTIONS), "thi binh", Group.PEOPLE) == []
