"""A post that no vote filled: whom the branch may propose when, and what is left to fill."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.models.posts import PostKind
from desktop.services.congress import appointing, approval, closing, complaints, votes
from desktop.services.congress.record import congress_record
from desktop.services.office.log import LogFilter, log_part
from tests.offices.congress_example import (
    DAY,
    NAMES,
    Branch,
    bodies_chosen,
    called,
    counted,
    going_on,
    listed,
    make_branch,
    planned,
    printed,
)

FOURTH = NAMES[3]


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    return make_branch(tmp_path / "office", 10)


@pytest.fixture
def code(branch: Branch) -> str:
    """A congress of ten: three of four are elected, the fourth by exactly half is not; the deputy is left."""
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Đặng Quốc Hưởng",))
    listed(branch, code, "committee", *NAMES[:4])
    printed(branch, f"{code}.1", 10)
    counted(branch, f"{code}.1", 10, dict(zip(NAMES, (9, 8, 8, 5), strict=False)), unused=0)
    for number, post, name, got in ((2, "secretary", NAMES[0], 9), (3, "deputy", NAMES[1], 5)):
        listed(branch, code, post, name)
        printed(branch, f"{code}.{number}", 10)
        counted(branch, f"{code}.{number}", 10, {name: got}, unused=0)
    assert not going_on(branch, f"{code}.3", 3)
    closing.close_congress(branch.place, code, branch.at(3))
    return code


def proposed(branch: Branch, name: str, post: PostKind, met_on: date) -> appointing.Proposed:
    return appointing.Proposed(
        post=post,
        member=branch.members[name],
        reason="khuyết chức danh",
        met_on=met_on,
        members=10,
        present=9,
        issued=9,
        returned=9,
        valid=9,
        votes=8,
    )


def test_who_got_half_or_less_is_added_to_the_committee_a_year_later(branch: Branch, code: str) -> None:
    branch.clock.put(date(2026, 2, 1), 8, 0)
    member = PostKind.COMMITTEE_MEMBER
    with pytest.raises(RequestRefused, match=r"appointing\.too_early.*05/01/2026"):
        appointing.propose(branch.place, code, proposed(branch, FOURTH, member, date(2026, 1, 4)))
    appointing.propose(branch.place, code, proposed(branch, NAMES[8], member, date(2026, 1, 4)))
    appointing.propose(branch.place, code, proposed(branch, FOURTH, member, date(2026, 1, 5)))


def test_what_the_congress_left_open_or_the_superior_refused_is_vacant(branch: Branch, code: str) -> None:
    assert [(each.post, each.why) for each in congress_record(branch.place, code).vacancies] == [
        (PostKind.DEPUTY_SECRETARY, votes.Standing.LEFT)
    ]
    branch.clock.put(date(2025, 1, 20), 8, 0)
    closing.record_report_sent(branch.place, code, date(2025, 1, 8))
    refused = [approval.Refused("secretary", NAMES[0], "chưa đủ tiêu chuẩn")]
    approval.approve(branch.place, code, "31-QĐ/ĐU", date(2025, 1, 20), refused)
    assert [(each.post, each.refused) for each in congress_record(branch.place, code).vacancies] == [
        (PostKind.DEPUTY_SECRETARY, ""),
        (PostKind.SECRETARY, NAMES[0]),
    ]


def test_nobody_is_proposed_for_a_post_that_somebody_has(branch: Branch, code: str) -> None:
    secretary = proposed(branch, NAMES[1], PostKind.SECRETARY, DAY)
    with pytest.raises(RequestRefused, match=rf"appointing\.held.*{NAMES[0]}"):
        appointing.propose(branch.place, code, secretary)
    branch.clock.put(date(2025, 1, 20), 8, 0)
    deputy = proposed(branch, NAMES[1], PostKind.DEPUTY_SECRETARY, date(2025, 1, 18))
    first, second = (appointing.propose(branch.place, code, deputy) for _ in range(2))
    closing.record_report_sent(branch.place, code, date(2025, 1, 8))
    approval.approve(branch.place, code, "31-QĐ/ĐU", date(2025, 1, 10))
    with pytest.raises(RequestRefused, match=rf"appointing\.held.*{NAMES[0]}"):
        appointing.propose(branch.place, code, replace(secretary, met_on=date(2025, 1, 18)))
    appointing.appoint(branch.place, first, "40-QĐ/ĐU", date(2025, 1, 19))
    with pytest.raises(RequestRefused, match=rf"appointing\.held.*{NAMES[1]}"):
        appointing.appoint(branch.place, second, "41-QĐ/ĐU", date(2025, 1, 20))


def test_a_complaint_after_its_last_day_is_kept_and_called_late(branch: Branch, code: str) -> None:
    branch.clock.put(date(2025, 3, 3), 8, 0)
    until = congress_record(branch.place, code).complaints_until
    assert until == date(2025, 1, 24), "15 working days after the fifth of January"
    for day in (until, date(2025, 1, 25)):
        complaints.complain(branch.place, code, day, NAMES[3], "Cách ghi phiếu")
    assert [each.late for each in congress_record(branch.place, code).complaints] == [False, True]


def test_figures_of_the_conference_cannot_grow_on_the_way(branch: Branch, code: str) -> None:
    right = proposed(branch, NAMES[1], PostKind.DEPUTY_SECRETARY, DAY)
    for wrong in ({"present": 11}, {"issued": 10}, {"returned": 10}, {"votes": 10}, {"votes": -1}):
        with pytest.raises(RequestRefused, match=r"appointing\.figures"):
            appointing.propose(branch.place, code, replace(right, **wrong))
    with pytest.raises(RequestRefused, match=r"appointing\.reason"):
        appointing.propose(branch.place, code, replace(right, reason=" "))
    key = appointing.propose(branch.place, code, right)
    appointing.withdraw_proposal(branch.place, key)
    assert congress_record(branch.place, code).proposals == ()


def test_sealed_ballots_are_kept_six_months_and_until_complaints_are_settled(
    branch: Branch, code: str
) -> None:
    complaint = complaints.complain(branch.place, code, DAY, "Bùi Ngọc Anh", "danh sách bầu")
    branch.clock.put(date(2025, 8, 1), 8, 0)
    for day, refused in ((date(2025, 7, 4), r"congress\.kept"), (date(2025, 7, 5), r"congress\.kept")):
        with pytest.raises(RequestRefused, match=refused):
            closing.record_destroyed(branch.place, code, day, "12-QĐ/CU")
    complaints.settle_complaint(branch.place, complaint, date(2025, 2, 1), "không có căn cứ")
    with pytest.raises(RequestRefused, match=r"congress\.kept"):
        closing.record_destroyed(branch.place, code, date(2025, 7, 4), "12-QĐ/CU")
    closing.record_destroyed(branch.place, code, date(2025, 7, 5), "12-QĐ/CU")


def test_the_log_names_the_branch_of_what_happened_around_a_congress(branch: Branch, code: str) -> None:
    complaints.complain(branch.place, code, DAY, NAMES[3], "Cách ghi phiếu")
    appointing.propose(branch.place, code, proposed(branch, NAMES[1], PostKind.DEPUTY_SECRETARY, DAY))
    lines = log_part(branch.place, LogFilter(), limit=3).lines
    assert [(line.action, line.about) for line in lines] == [
        ("Ghi đề nghị chỉ định", "Chi bộ thôn Nà Ếch"),
        ("Ghi khiếu nại về bầu cử đại hội", "Chi bộ thôn Nà Ếch"),
        ("Ghi bế mạc đại hội", "Chi bộ thôn Nà Ếch"),
    ]
    counted = log_part(branch.place, LogFilter(subject="counting"), limit=99).lines
    assert len(counted) > 5
    assert {line.about for line in counted} == {"Chi bộ thôn Nà Ếch"}
