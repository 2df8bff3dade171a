"""The printed lists of personnel before the vote: whose letterhead, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.personnel import issue_list, reserve_list, review_list
from desktop.services.papers.personnel_lists import draw_issues, draw_reserve, draw_reviews
from desktop.services.personnel import issues, reserve, reviews
from desktop.services.personnel.reviews import NewReview, ReviewedPost, ReviewOutcome
from desktop.services.places.hamlets import state_facts
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import HAMLET

TODAY = date(2024, 11, 20)


@pytest.fixture(autouse=True)
def written(office: Workplace, clock: TrainingClock) -> None:
    clock.put(TODAY, 8, 0)
    state_facts(office, HAMLET, head="Lò Thị Ơn")
    reviews.review(
        office,
        NewReview(ReviewedPost.HEAD, HAMLET, ReviewOutcome.REPLACED, TODAY, "Đảng ủy xã", "tuổi cao"),
    )
    reserve.add_reserve(office, HAMLET, ReviewedPost.HEAD, "Giàng A Chớ", "học trung cấp")
    issues.raise_issue(office, HAMLET, date(2024, 11, 1), "12 hộ dân", "Quỹ thôn chưa công khai")


def test_each_line_says_what_the_records_do(office: Workplace) -> None:
    with reading(office.database) as session:
        reviewed = review_list(office, session, reviews.review_lines(office))
        reserved = reserve_list(office, session, reserve.reserve_lines(office))
        raised = issue_list(office, session, issues.issue_lines(office))
    assert reviewed.lines == (
        (
            "Lò Thị Ơn",
            "Trưởng thôn, Thôn Lục Ngù",
            "1975, 49 tuổi",
            "",
            "Thay thế: Đảng ủy xã, 20/11/2024",
            "tuổi cao",
        ),
    )
    assert reserved.lines == (
        ("Thôn Lục Ngù", "Trưởng thôn", "1", "Giàng A Chớ, sinh 1980", "Không", "học trung cấp"),
    )
    assert raised.lines == (
        (
            "Thôn Lục Ngù",
            "01/11/2024",
            "12 hộ dân",
            "Quỹ thôn chưa công khai",
            "Chưa giải quyết, đã 19 ngày",
        ),
    )
    for listed in (reviewed, reserved, raised):
        assert any("ĐẢNG" in line for line in listed.issuer_lines)
        assert not any("ỦY BAN NHÂN DÂN" in line for line in listed.issuer_lines)


@pytest.mark.parametrize("draw", [draw_reviews, draw_reserve, draw_issues])
def test_each_list_prints(office: Workplace, draw: Callable[[Workplace], bytes]) -> None:
    assert draw(office).startswith(b"%PDF-")
