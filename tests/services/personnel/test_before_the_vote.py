"""Reviews of who sits, reserves, and matters that are to be settled before the vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.posts import PostKind, Way
from desktop.models.store.session import reading
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.party import branches, members, posts
from desktop.services.party.posts import NewPost
from desktop.services.personnel import issues, renewal, reserve, reviews
from desktop.services.personnel.renewal import Group, TypedReport
from desktop.services.personnel.reviews import NewReview, ReviewedPost, ReviewOutcome
from desktop.services.places.hamlets import state_facts
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import HAMLET, OTHER_HAMLET, listed

TODAY = date(2024, 11, 20)
HEAD, SECRETARY = "Lò Thị Ơn", "Vàng Xuân Long"


@pytest.fixture(autouse=True)
def sitting(office: Workplace, clock: TrainingClock) -> str:
    """Let a head and a secretary sit in the one hamlet, and return the branch's code."""
    clock.put(TODAY, 8, 0)
    state_facts(office, HAMLET, head=HEAD)
    branches.add_hamlet_branches(office)
    branch = next(one.code for one in branches.branch_lines(office) if "Lục Ngù" in one.name)
    for name, start in (("Ai Khác", date(2018, 5, 1)), (SECRETARY, date(2020, 5, 1))):
        posts.begin_post(office, NewPost(PostKind.SECRETARY, branch, name, starts_on=start))
    return branch


def test_who_sits_is_listed_with_age_and_terms_and_reviewed_in_three_ways(
    office: Workplace, sitting: str
) -> None:
    head, secretary = reviews.review_lines(office)
    assert (head.post, head.name, head.where, head.outcome) == (
        ReviewedPost.HEAD,
        HEAD,
        "Thôn Lục Ngù",
        None,
    )
    assert (head.born, head.age, head.on) == (1975, 49, TODAY)
    assert (secretary.name, secretary.code, secretary.terms) == (SECRETARY, sitting, 1)
    new = NewReview(
        ReviewedPost.HEAD, HAMLET, ReviewOutcome.STANDS_AGAIN, TODAY, "Ban Thường vụ Đảng ủy", "uy tín"
    )
    reviews.review(office, new)
    reviews.review(
        office, replace(new, post=ReviewedPost.SECRETARY, code=sitting, outcome=ReviewOutcome.NEW_SOURCE)
    )
    head, secretary = reviews.review_lines(office)
    assert (head.outcome, head.reviewer, head.assessment) == (
        ReviewOutcome.STANDS_AGAIN,
        "Ban Thường vụ Đảng ủy",
        "uy tín",
    )
    assert secretary.outcome is ReviewOutcome.NEW_SOURCE
    reviews.review(office, replace(new, outcome=ReviewOutcome.REPLACED, assessment=""))
    assert reviews.review_lines(office)[0].outcome is ReviewOutcome.REPLACED, "corrected on the same day"
    reviews.take_back_review(office, ReviewedPost.HEAD, HAMLET)
    assert reviews.review_lines(office)[0].outcome is None


def test_age_is_told_for_the_day_of_the_vote_once_one_is_planned(office: Workplace) -> None:
    listed(office)
    head = reviews.review_lines(office)[0]
    assert (head.on, head.age) == (date(2024, 12, 8), 49)


def test_a_review_is_of_the_person_who_sat_then(
    office: Workplace, clock: TrainingClock, sitting: str
) -> None:
    new = NewReview(ReviewedPost.SECRETARY, sitting, ReviewOutcome.REPLACED, TODAY, "Đảng ủy xã")
    reviews.review(office, new)
    clock.put(date(2025, 1, 6), 8, 0)
    posts.begin_post(
        office,
        NewPost(PostKind.SECRETARY, sitting, "Người Mới", way=Way.ELECTED, starts_on=date(2025, 1, 5)),
    )
    line = reviews.review_lines(office)[1]
    assert (line.name, line.outcome) == ("Người Mới", None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": OTHER_HAMLET}, "review.nobody"),
        ({"on": date(2024, 11, 21)}, "review.future"),
        ({"reviewer": " "}, "review.reviewer"),
    ],
)
def test_a_review_that_cannot_be_is_refused(office: Workplace, changes: dict[str, object], code: str) -> None:
    new = NewReview(ReviewedPost.HEAD, HAMLET, ReviewOutcome.STANDS_AGAIN, TODAY, "Đảng ủy xã")
    with pytest.raises(RequestRefused) as caught:
        reviews.review(office, replace(new, **changes))  # type: ignore[arg-type] # as parametrised
    assert caught.value.code == code
    with pytest.raises(RequestRefused, match=r"review\.none"):
        reviews.take_back_review(office, ReviewedPost.HEAD, HAMLET)


def test_a_reserve_keeps_its_order_and_knows_its_members(office: Workplace, sitting: str) -> None:
    members.add_member(office, sitting, "Tằng Văn Bình")
    first = reserve.add_reserve(office, HAMLET, ReviewedPost.SECRETARY, "Tằng Văn Bình")
    second = reserve.add_reserve(office, HAMLET, ReviewedPost.SECRETARY, "Người Ngoài Sổ", "học xong về")
    reserve.add_reserve(office, HAMLET, ReviewedPost.HEAD, "Giàng A Chớ")
    with pytest.raises(RequestRefused, match=r"reserve\.twice"):
        reserve.add_reserve(office, HAMLET, ReviewedPost.SECRETARY, "tằng văn bình")
    with pytest.raises(RequestRefused, match=r"reserve\.name"):
        reserve.add_reserve(office, HAMLET, ReviewedPost.HEAD, " ")
    reserve.move_reserve(office, second, -5)
    reserve.move_reserve(office, second, -1)
    lines = [(one.post, one.position, one.name, one.is_member) for one in reserve.reserve_lines(office)]
    assert lines == [
        (ReviewedPost.HEAD, 1, "Giàng A Chớ", False),
        (ReviewedPost.SECRETARY, 1, "Người Ngoài Sổ", None),
        (ReviewedPost.SECRETARY, 2, "Tằng Văn Bình", True),
    ]
    reserve.change_reserve(office, first, "đang học trung cấp")
    reserve.remove_reserve(office, second)
    last = reserve.reserve_lines(office)[-1]
    assert (last.key, last.position, last.note) == (first, 1, "đang học trung cấp")
    with pytest.raises(RequestRefused, match=r"unknown\.reserve"):
        reserve.remove_reserve(office, second)


def test_open_matters_are_counted_by_hamlet_until_they_are_settled(
    office: Workplace, clock: TrainingClock
) -> None:
    key = issues.raise_issue(office, HAMLET, date(2024, 11, 1), "12 hộ dân", "Tranh chấp đất nhà văn hóa")
    later = issues.raise_issue(office, HAMLET, TODAY, "Mặt trận xã", "Quỹ thôn chưa công khai")

    def counted() -> dict[str, int]:
        with reading(office.database) as session:
            return dict(issues.open_issues(session))

    assert counted() == {HAMLET: 2}
    assert [one.open_days for one in issues.issue_lines(office)] == [19, 0]
    for day, code in ((date(2024, 10, 31), "issue.day"), (date(2024, 11, 21), "issue.future")):
        with pytest.raises(RequestRefused) as caught:
            issues.settle_issue(office, key, day, "đã đối thoại")
        assert caught.value.code == code
    with pytest.raises(RequestRefused, match=r"issue\.how"):
        issues.settle_issue(office, key, TODAY, "")
    issues.settle_issue(office, key, TODAY, "đã đối thoại, dân đồng ý")
    with pytest.raises(RequestRefused, match=r"issue\.settled"):
        issues.settle_issue(office, key, TODAY, "lại")
    clock.put(date(2024, 11, 25), 8, 0)
    with pytest.raises(RequestRefused, match=r"issue\.day"):
        issues.change_issue(office, key, date(2024, 11, 22), "12 hộ dân", "Tranh chấp đất")
    assert counted() == {HAMLET: 1}
    assert [one.key for one in issues.issue_lines(office)] == [later, key]
    assert [one.key for one in issues.issue_lines(office, only_open=True)] == [later]
    issues.reopen_issue(office, key)
    assert counted() == {HAMLET: 2}
    issues.take_back_issue(office, later)
    with pytest.raises(RequestRefused, match=r"unknown\.issue"):
        issues.take_back_issue(office, later)


def test_who_works_for_elections_alone_sees_none_of_it(office: Workplace) -> None:
    elections = replace(office, side=Side.ELECTIONS)
    for use in (reviews.review_lines, reserve.reserve_lines, issues.issue_lines):
        with pytest.raises(RequestRefused, match=r"side\.party"):
            use(elections)
    with pytest.raises(RequestRefused, match=r"side\.party"):
        renewal.renewal(elections, ReviewedPost.SECRETARY)


def test_renewal_is_counted_from_who_held_the_posts_before(office: Workplace) -> None:
    found = renewal.renewal(office, ReviewedPost.SECRETARY)
    assert (found.groups.new, found.groups.re_elected, found.groups.unknown) == (1, 0, 0)
    assert [(one.name, one.before, one.group) for one in found.lines] == [(SECRETARY, "Ai Khác", Group.NEW)]
    assert renewal.renewal(office, ReviewedPost.SECRETARY, date(2021, 1, 1)).groups.elected == 0
    heads = renewal.renewal(office, ReviewedPost.HEAD)
    assert [(one.name, one.group) for one in heads.lines] == [(HEAD, Group.UNKNOWN)]
    assert renewal.renewal_words(found) == (
        "Bí thư chi bộ: 1 người; mới 1/1 (100,00 %), tái cử 0/1 (0,00 %), chưa rõ 0/1 (0,00 %)."
    )


@pytest.mark.parametrize(
    ("elected", "new", "again", "percent", "refused", "said"),
    [
        ("", "27", "63", True, "renewal.lacks", "10 %"),
        ("1.452", "27", "63 %", True, "renewal.lacks", "10 % (145 người)"),
        ("13", "40", "63", True, "renewal.over", "3 % (0 người)"),
        ("13", "4", "8", False, "renewal.lacks", "7,69 % (1 người)"),
        ("", "4", "9", False, "renewal.elected", ""),
        ("13", "", " ", False, "renewal.empty", ""),
        ("13", "bốn", "9", False, "renewal.number", "bốn"),
        ("13", "50", "50", True, "renewal.share", "50"),
    ],
)
def test_a_report_whose_parts_do_not_sum_is_refused_with_the_difference(
    elected: str, new: str, again: str, percent: bool, refused: str, said: str
) -> None:
    report = TypedReport(elected, {Group.NEW: new, Group.RE_ELECTED: again}, percent)
    with pytest.raises(RequestRefused) as caught:
        renewal.check_report(report)
    assert (caught.value.code, caught.value.where or "") == (refused, said)


@pytest.mark.parametrize(
    ("elected", "parts", "percent"),
    [
        ("13", ("4", "9", ""), False),
        ("", ("33,3", "33,3", "33,3"), True),
        ("13", ("31", "69", "0"), True),
    ],
)
def test_a_report_whose_parts_sum_passes(elected: str, parts: tuple[str, ...], percent: bool) -> None:
    renewal.check_report(TypedReport(elected, dict(zip(Group, parts, strict=True)), percent))
