"""Organisations of all kinds: made, named, lengthened in their terms, merged and taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.party import BranchHamlet, Membership, Organisation, OrganisationKind
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.services.party import (
    branches,
    gathering,
    member_views,
    members,
    organisation_views,
    organisations,
    post_views,
    posts,
    terms,
)
from desktop.services.party.organisations import NewOrganisation
from desktop.services.places import succession
from desktop.services.places.succession import Decision
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import HAMLET, OTHER_HAMLET

ON = date(2024, 11, 1)
FAR = date(2030, 1, 1)
DECISION = Decision("15-QĐ/ĐU", date(2024, 10, 28), "Đảng ủy xã Mẫu")


def made(office: Workplace, **changes: Any) -> str:
    usual = {"kind": OrganisationKind.RESIDENTIAL, "name": "Chi bộ Lục Ngù", "hamlets": (HAMLET,)}
    return organisations.add_organisation(office, NewOrganisation(**(usual | changes)))


def two(office: Workplace) -> tuple[str, str]:
    first, second = made(office), made(office, name="Chi bộ Chợ", hamlets=(OTHER_HAMLET,))
    members.add_member(office, first, "Lò Thị Ơn Đảng Viên")
    members.add_member(office, second, "Vi Văn Ất")
    return first, second


def line(office: Workplace, name: str) -> organisation_views.OrganisationLine:
    return next(one for one in organisation_views.organisation_lines(office, ended=True) if one.name == name)


def everything(office: Workplace) -> list[tuple[Any, ...]]:
    with reading(office.database) as session:
        return [
            tuple(row)
            for kind in (Organisation, BranchHamlet, Membership, Post)
            for row in session.execute(select(kind.__table__).order_by(kind.id))
        ]


def test_the_committee_is_the_parent_of_branches_of_every_kind(office: Workplace) -> None:
    first = made(office)
    committee = made(office, kind=OrganisationKind.COMMITTEE, name="Đảng bộ xã Mẫu", hamlets=())
    school = made(
        office, kind=OrganisationKind.SCHOOL, name="Chi bộ Trường Tiểu học", hamlets=(), decision=DECISION
    )
    found = organisation_views.organisation_lines(office)
    assert [(one.code, one.kind.value) for one in found] == [
        (committee, "committee"),
        (first, "residential"),
        (school, "school"),
    ]
    assert line(office, "Chi bộ Trường Tiểu học").decision == DECISION
    with reading(office.database) as session:
        parents = session.scalars(select(Organisation.parent_id).order_by(Organisation.id)).all()
    assert parents == [2, None, 2]
    assert organisation_views.hamlets_without_branch(office) == ((OTHER_HAMLET, "Khu phố Chợ"),)


def test_a_new_name_counts_from_its_day_and_papers_of_before_bear_the_old_one(office: Workplace) -> None:
    code = made(office, starts_on=date(2020, 1, 1))
    organisations.rename_organisation(office, code, "Chi bộ thôn Lục Ngù Mới", ON, DECISION)
    with reading(office.database) as session:
        found = branches.found_organisation(session, code)
        assert organisation_views.name_on(found, date(2024, 10, 31)) == "Chi bộ Lục Ngù"
        assert organisation_views.name_on(found, ON) == "Chi bộ thôn Lục Ngù Mới"
    organisations.rename_organisation(office, code, "Chi bộ thôn Lục Ngù mới", None)
    with reading(office.database) as session:
        found = branches.found_organisation(session, code)
        assert organisation_views.name_on(found, ON) == "Chi bộ thôn Lục Ngù mới"


def test_a_merged_branch_has_the_members_and_counts_its_congresses_from_one(office: Workplace) -> None:
    first, second = two(office)
    terms.add_term(office, first, terms.NewTerm(date(2022, 7, 3), date(2025, 1, 3), congress=9))
    posts.begin_post(office, posts.NewPost(PostKind.SECRETARY, first, "Vàng Xuân Long"))
    before = everything(office)
    today = office.today()
    batch = organisations.merge_branches(office, [first, second], "Chi bộ Lục Chợ", today, DECISION)
    found = line(office, "Chi bộ Lục Chợ")
    assert (found.members, found.hamlets) == (2, ("Thôn Lục Ngù", "Khu phố Chợ"))
    assert (found.predecessors, found.decision) == (("Chi bộ Lục Ngù", "Chi bộ Chợ"), DECISION)
    assert found.change == batch
    assert [one.name for one in member_views.member_lines(office, found.code)] == [
        "Vi Văn Ất",
        "Lò Thị Ơn Đảng Viên",
    ]
    assert post_views.post_lines(office) == (), "who led the old ones doesn't lead the new one"
    organisations.undo_change(office, batch)
    assert everything(office) == before
    batch = organisations.merge_branches(office, [first, second], "Chi bộ Lục Chợ", today, DECISION)
    terms.add_term(office, line(office, "Chi bộ Lục Chợ").code, terms.NewTerm(today, date(2030, 1, 1)))
    term = line(office, "Chi bộ Lục Chợ").term
    assert term is not None
    assert term.congress == 1
    with pytest.raises(RequestRefused) as refused:
        organisations.undo_change(office, batch)
    assert (refused.value.code, refused.value.context["reason"]) == ("branch.used", "branch")


def test_after_hamlets_are_merged_their_branches_wait_to_be(office: Workplace) -> None:
    first, second = two(office)
    succession.merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Lục Chợ", ON)
    assert organisation_views.branches_to_merge(office) == (("Thôn Lục Chợ", (first, second)),)
    organisations.merge_branches(office, [first, second], "Chi bộ Lục Chợ", office.today(), DECISION)
    assert organisation_views.branches_to_merge(office) == ()
    assert line(office, "Chi bộ Lục Chợ").hamlets == ("Thôn Lục Chợ",)


def test_a_term_ends_on_the_day_to_which_it_was_lengthened(office: Workplace) -> None:
    code = made(office)
    key = terms.add_term(office, code, terms.NewTerm(date(2022, 5, 1), date(2024, 11, 1), congress=8))
    found = line(office, "Chi bộ Lục Ngù").term
    assert found is not None
    assert (found.congress, found.is_over) == (8, True)
    with pytest.raises(RequestRefused) as refused:
        terms.lengthen_term(office, key, terms.Lengthening(date(2025, 3, 1), by=" "))
    assert refused.value.code == "term.by"
    terms.lengthen_term(
        office, key, terms.Lengthening(date(2025, 3, 1), "Đảng ủy xã Mẫu", "3-QĐ/ĐU", date(2024, 10, 1))
    )
    found = line(office, "Chi bộ Lục Ngù").term
    assert found is not None
    assert (found.last_day, found.is_over, found.lengthened_by) == (date(2025, 3, 1), False, "Đảng ủy xã Mẫu")
    terms.add_term(office, code, terms.NewTerm(date(2024, 11, 18), date(2027, 5, 18)))
    again = line(office, "Chi bộ Lục Ngù").term
    assert again is not None
    assert again.congress == 9


@pytest.mark.parametrize(
    ("code", "does"),
    [
        ("branch.name", lambda office, *_: made(office, name="chi bộ lục ngu", hamlets=())),
        ("branch.hamlet", lambda office, *_: made(office, name="Chi bộ Khác")),
        ("branch.members", lambda office, first, _: organisations.end_organisation(office, first, ON)),
        ("branch.merge", lambda office, first, _: organisations.merge_branches(office, [first], "Mới", ON)),
        (
            "branch.day",
            lambda office, first, second: organisations.merge_branches(
                office, [first, second], "Mới", date(2024, 12, 30)
            ),
        ),
        (
            "term.period",
            lambda office, first, _: terms.add_term(office, first, terms.NewTerm(ON, date(2024, 10, 1))),
        ),
        (
            "post.place",
            lambda office, first, _: posts.begin_post(
                office, posts.NewPost(PostKind.UNIT_HEAD, first, "Vi Văn Ất")
            ),
        ),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(office: Workplace, code: str, does: Any) -> None:
    first, second = two(office)
    before = everything(office)
    with pytest.raises(RequestRefused) as refused:
        does(office, first, second)
    assert refused.value.code == code
    assert everything(office) == before


def test_an_empty_branch_ends_with_its_hamlets_free(office: Workplace) -> None:
    code = made(office)
    organisations.end_organisation(office, code, ON, DECISION)
    assert organisation_views.organisation_lines(office) == ()
    assert line(office, "Chi bộ Lục Ngù").ends_on == ON
    made(office, name="Chi bộ Lục Ngù")


def test_an_ending_is_taken_back_unless_another_branch_has_its_hamlet_or_name(office: Workplace) -> None:
    code = made(office)
    posts.begin_post(office, posts.NewPost(PostKind.SECRETARY, code, "Vàng Xuân Long"))
    before = everything(office)
    organisations.end_organisation(office, code, ON, DECISION)
    ended = line(office, "Chi bộ Lục Ngù")
    assert (ended.is_ended, ended.decision, post_views.post_lines(office)) == (True, DECISION, ())
    assert ended.change is not None
    organisations.undo_change(office, ended.change)
    assert everything(office) == before
    assert not line(office, "Chi bộ Lục Ngù").decision.is_known()
    with pytest.raises(RequestRefused, match=r"ending\.undone"):
        organisations.undo_change(office, ended.change)
    organisations.end_organisation(office, code, ON, DECISION)
    again = line(office, "Chi bộ Lục Ngù").change
    assert again is not None
    made(office, name="Chi bộ Mới")
    with pytest.raises(RequestRefused) as refused:
        organisations.undo_change(office, again)
    assert (refused.value.code, refused.value.context["reason"]) == ("ending.used", "place")


def test_a_hamlet_without_a_member_joins_a_branch_and_leaves_it_for_its_own(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(date(2024, 11, 25), 8, 0)
    code = made(office, starts_on=date(2020, 1, 1))
    gathering.gather_hamlets(office, code, (HAMLET, OTHER_HAMLET), ON)
    assert organisation_views.hamlets_without_branch(office) == ()
    assert line(office, "Chi bộ Lục Ngù").hamlets == ("Thôn Lục Ngù", "Khu phố Chợ")
    assert list(gathering.hamlets_gathered(office, code)) == [HAMLET, OTHER_HAMLET]
    with pytest.raises(RequestRefused, match=r"branch\.hamlet"):
        made(office, name="Chi bộ Chợ", hamlets=(OTHER_HAMLET,))
    gathering.gather_hamlets(office, code, (HAMLET,), date(2024, 11, 20))
    assert [code for code, _ in organisation_views.hamlets_without_branch(office)] == [OTHER_HAMLET]
    made(office, name="Chi bộ Chợ", hamlets=(OTHER_HAMLET,))
    with pytest.raises(RequestRefused, match=r"branch\.hamlet"):
        gathering.gather_hamlets(office, code, (HAMLET, OTHER_HAMLET), date(2024, 11, 20))


def test_on_no_day_a_hamlet_is_of_two_branches(office: Workplace, clock: TrainingClock) -> None:
    clock.put(date(2024, 12, 1), 8, 0)
    first, second = made(office), made(office, name="Chi bộ Chợ", hamlets=(OTHER_HAMLET,))
    organisations.end_organisation(office, second, date(2024, 11, 20))
    before = everything(office)
    with pytest.raises(RequestRefused) as refused:
        gathering.gather_hamlets(office, first, (HAMLET, OTHER_HAMLET), date(2024, 11, 20))
    assert (refused.value.code, refused.value.context["reason"]) == ("branch.hamlet", "then")
    assert everything(office) == before
    gathering.gather_hamlets(office, first, (HAMLET, OTHER_HAMLET), date(2024, 11, 21))


def test_a_branch_gathers_one_hamlet_at_least_and_one_of_a_place_of_work_none(office: Workplace) -> None:
    code = made(office)
    school = made(office, kind=OrganisationKind.SCHOOL, name="Chi bộ Trường Tiểu học", hamlets=())
    for branch, hamlets, on in ((code, (), ON), (school, (OTHER_HAMLET,), ON), (code, (HAMLET,), FAR)):
        before = everything(office)
        with pytest.raises(RequestRefused):
            gathering.gather_hamlets(office, branch, hamlets, on)
        assert everything(office) == before
