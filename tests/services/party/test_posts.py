"""Posts by person and place, who is in charge of what, and the model of three posts."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.party import OrganisationKind
from desktop.models.posts import PostKind, Tenure, Way
from desktop.services.office.workplace import Workplace
from desktop.services.party import (
    assignments,
    branches,
    member_views,
    members,
    organisations,
    post_views,
    posts,
    three_posts,
)
from desktop.services.party.posts import NewPost
from desktop.services.party.three_posts import Fits, Slot
from desktop.services.places import hamlets
from tests.offices.commune import HAMLET, OTHER_HAMLET

FIRST, SECOND = date(2020, 5, 1), date(2022, 7, 3)


def branches_of(office: Workplace) -> str:
    branches.add_hamlet_branches(office)
    return next(one.code for one in branches.branch_lines(office) if "Lục Ngù" in one.name)


def held(office: Workplace) -> list[tuple[str, str, str | None]]:
    return [(one.kind.value, one.holder, one.tenure) for one in post_views.post_lines(office)]


def test_one_after_the_other_holds_a_post_and_who_is_new_follows(office: Workplace) -> None:
    branch = branches_of(office)
    posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, "Vàng Xuân Long", starts_on=FIRST))
    assert held(office) == [("secretary", "Vàng Xuân Long", None)], "who came before isn't known"
    key = posts.begin_post(
        office, NewPost(PostKind.SECRETARY, branch, "Chìu Văn An", way=Way.ELECTED, starts_on=SECOND)
    )
    assert held(office) == [("secretary", "Chìu Văn An", Tenure.NEW)]
    past = post_views.post_lines(office, past=True)
    assert [one.ends_on for one in past] == [None, date(2022, 7, 2)]
    with pytest.raises(RequestRefused) as refused:
        posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, "Ai Đó", starts_on=FIRST))
    assert refused.value.code in ("post.day", "post.held")
    posts.end_post_on(office, key, date(2024, 11, 1))
    posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, "Chìu Văn An", starts_on=date(2024, 11, 2)))
    assert held(office) == [("secretary", "Chìu Văn An", Tenure.RE_ELECTED)]


def test_a_person_holds_several_posts_and_a_branch_several_committee_members(office: Workplace) -> None:
    branch = branches_of(office)
    key = members.add_member(office, branch, "Vàng Xuân Long")
    (known,) = post_views.people_named(office, "vang xuan long")
    assert (known.is_member, known.where) == (True, "Chi bộ thôn Lục Ngù")
    for kind, code in ((PostKind.SECRETARY, branch), (PostKind.HAMLET_HEAD, HAMLET)):
        posts.begin_post(office, NewPost(kind, code, "Vàng Xuân Long", known.id))
    for name in ("Lò Thị Liễu", "Bùi Ngọc Anh"):
        posts.begin_post(office, NewPost(PostKind.COMMITTEE_MEMBER, branch, name))
    mine = post_views.posts_of_person(office, known.id)
    assert {(one.kind.value, one.where, one.is_member) for one in mine} == {
        ("secretary", "Chi bộ thôn Lục Ngù", True),
        ("hamlet_head", "Thôn Lục Ngù", True),
    }
    assert len(held(office)) == 4
    assert key
    with pytest.raises(RequestRefused) as refused:
        posts.begin_post(office, NewPost(PostKind.COMMITTEE_MEMBER, branch, "Lò Thị Liễu"))
    assert refused.value.code == "post.held"
    line = next(one for one in hamlets.hamlet_lines(office) if one.code == HAMLET)
    assert (line.head, line.head_is_member) == ("Vàng Xuân Long", True), (
        "the hamlets' page reads the same post"
    )


def test_the_head_of_a_unit_and_posts_of_the_commune_have_their_places(office: Workplace) -> None:
    school = organisations.add_organisation(
        office, organisations.NewOrganisation(OrganisationKind.SCHOOL, "Chi bộ Trường Tiểu học")
    )
    posts.begin_post(office, NewPost(PostKind.UNIT_HEAD, school, "Lò Thị Liễu"))
    posts.begin_post(office, NewPost(PostKind.COMMUNE_CHAIR, "", "Vi Văn Ất", local=False))
    found = {one.kind: (one.where, one.local) for one in post_views.post_lines(office)}
    assert found == {
        PostKind.UNIT_HEAD: ("Chi bộ Trường Tiểu học", None),
        PostKind.COMMUNE_CHAIR: ("Xã Mẫu", False),
    }
    with pytest.raises(RequestRefused) as refused:
        posts.begin_post(office, NewPost(PostKind.COMMUNE_OTHER, "", "Vi Văn Ất"))
    assert refused.value.code == "post.title"


def test_a_post_written_by_mistake_is_withdrawn(office: Workplace) -> None:
    key = posts.begin_post(office, NewPost(PostKind.POLICE_OFFICER, HAMLET, "Vi Văn Ất"))
    posts.withdraw_post(office, key)
    assert held(office) == []


def test_branches_and_hamlets_without_anybody_in_charge_are_listed(office: Workplace) -> None:
    branch = branches_of(office)
    gaps = [one.where for one in assignments.assignment_lines(office) if one.is_gap]
    assert gaps == ["Chi bộ khu phố Chợ", "Chi bộ thôn Lục Ngù", "Khu phố Chợ", "Thôn Lục Ngù"]
    key = assignments.assign(
        office, assignments.NewAssignment(branch, "Nguyễn Thị Bình", SECOND, duty="Phó Bí thư Đảng ủy")
    )
    gaps = [one.where for one in assignments.assignment_lines(office) if one.is_gap]
    assert gaps == ["Chi bộ khu phố Chợ", "Khu phố Chợ"], "who has the branch has its hamlets"
    with pytest.raises(RequestRefused) as refused:
        assignments.assign(office, assignments.NewAssignment(branch, "Nguyễn Thị Bình", SECOND))
    assert refused.value.code == "assignment.held"
    assignments.end_assignment(office, key, date(2024, 11, 1))
    again = next(one for one in assignments.assignment_lines(office) if one.code == branch)
    assert (again.is_gap, again.since) == (True, date(2024, 11, 1))
    assert next(one for one in assignments.assignment_lines(office, SECOND) if one.code == branch).holder


def test_a_hamlet_conforms_partly_or_not_and_says_what_is_missing(office: Workplace) -> None:
    branch = branches_of(office)
    (other, first) = three_posts.three_posts(office)
    assert (first.fits, other.code) == (Fits.UNKNOWN, OTHER_HAMLET)
    assert len(first.missing) == 6
    for kind, code, name in (
        (PostKind.SECRETARY, branch, "Vàng Xuân Long"),
        (PostKind.HAMLET_HEAD, HAMLET, "Vàng Xuân Long"),
        (PostKind.COMMITTEE_MEMBER, branch, "Lò Thị Liễu"),
        (PostKind.FRONT_BOARD_HEAD, HAMLET, "Bùi Ngọc Anh"),
    ):
        posts.begin_post(office, NewPost(kind, code, name))
    (_, first) = three_posts.three_posts(office)
    assert first.fits is Fits.PARTLY
    assert dict(first.slots) == {
        Slot.SECRETARY_IS_HEAD: Fits.YES,
        Slot.COMMITTEE_IS_FRONT: Fits.NO,
        Slot.DEPUTY_IS_POLICE: Fits.UNKNOWN,
    }
    assert first.missing == (PostKind.HAMLET_DEPUTY, PostKind.POLICE_OFFICER)
    posts.begin_post(office, NewPost(PostKind.FRONT_BOARD_HEAD, HAMLET, "Lò Thị Liễu"))
    for kind in (PostKind.HAMLET_DEPUTY, PostKind.POLICE_OFFICER):
        posts.begin_post(office, NewPost(kind, HAMLET, "Vi Văn Ất"))
    (_, first) = three_posts.three_posts(office)
    assert (first.fits, first.missing, first.head_is_member) == (Fits.YES, (), None)


def test_the_list_of_branches_says_who_leads_and_whether_that_is_the_head(office: Workplace) -> None:
    branch = branches_of(office)
    posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, "Vàng Xuân Long"))

    def led() -> tuple[str, bool | None]:
        line = next(one for one in branches.branch_lines(office) if one.code == branch)
        return line.secretary, line.secretary_is_head

    assert led() == ("Vàng Xuân Long", None), "who heads the hamlet isn't known"
    posts.begin_post(office, NewPost(PostKind.HAMLET_HEAD, HAMLET, "Chìu Văn An"))
    assert led() == ("Vàng Xuân Long", False)
    posts.begin_post(office, NewPost(PostKind.HAMLET_HEAD, HAMLET, "Vàng Xuân Long"))
    assert led() == ("Vàng Xuân Long", True)


def test_a_committee_counts_each_person_once_and_secretary_and_deputy_alone_are_none(
    office: Workplace,
) -> None:
    branch = branches_of(office)

    def committee() -> int:
        return next(one for one in branches.branch_lines(office) if one.code == branch).committee

    posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, "Vàng Xuân Long"))
    posts.begin_post(office, NewPost(PostKind.DEPUTY_SECRETARY, branch, "Lò Thu Liễu"))
    assert committee() == 0
    for name in ("Vàng Xuân Long", "Lò Thu Liễu", "Phùn Văn Tiến"):
        posts.begin_post(office, NewPost(PostKind.COMMITTEE_MEMBER, branch, name))
    assert committee() == 3


def test_a_member_stands_in_the_list_with_the_posts_of_the_day(office: Workplace) -> None:
    branch = branches_of(office)
    members.add_member(office, branch, "Vàng Xuân Long")
    key = posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, "Vàng Xuân Long", starts_on=FIRST))
    (line,) = member_views.member_lines(office, branch)
    assert [kind for kind, _ in line.held] == [PostKind.SECRETARY]
    posts.end_post_on(office, key, SECOND)
    (line,) = member_views.member_lines(office, branch)
    assert line.held == ()
