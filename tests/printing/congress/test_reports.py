"""Papers before, at and after a congress: what they say of quorum, base, votes and who is approved."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from desktop.printing import catalogue
from desktop.printing.congress.after.approval_decision import RefusedPost
from desktop.printing.congress.before.roll_call import Convened
from desktop.printing.form_input import read_input
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import one_line, texts, words_at
from tests.printing.samples import sample


def example(name: str) -> Any:
    return read_input(catalogue.find(name), sample(name), where=name)


def said(name: str, value: Any) -> str:
    return one_line(catalogue.find(name).draw(value, training=False))


def test_attendance_names_both_bases_and_says_whether_enough_came() -> None:
    report = example("congress-attendance-report")
    text = said("congress-attendance-report", report)
    assert "84,38% của 32 đảng viên chính thức và bằng 85,29% của 34 đảng viên được triệu tập" in text
    assert "đạt ít nhất 2/3 theo Điều 11 Điều lệ Đảng" in text
    few = dataclasses.replace(report, quorum_reached=False)
    assert "chưa đạt ít nhất 2/3" in said("congress-attendance-report", few)


def test_those_absent_for_one_reason_are_named_together() -> None:
    report = example("congress-attendance-report")
    assert "Loan Văn Hải, Chìu Thị Nga (sinh hoạt tạm thời nơi khác)" in said(
        "congress-attendance-report", report
    )
    everybody = dataclasses.replace(report, absent=(), absent_agreed=())
    assert "3. Vắng mặt: không có." in said("congress-attendance-report", everybody)


def test_a_member_under_discipline_is_never_reported_as_none() -> None:
    report = example("congress-attendance-report")
    one = said("congress-attendance-report", dataclasses.replace(report, disciplined=("Nình A Cắm",)))
    assert "Có 01 đảng viên bị đình chỉ sinh hoạt" in one
    assert "Không có đảng viên bị" not in one


def test_more_of_a_kind_than_came_is_refused() -> None:
    report = example("congress-attendance-report")
    with pytest.raises(ValueError, match="than there are"):
        dataclasses.replace(report, present_official=5)


def test_minutes_name_who_got_exactly_half_as_not_elected() -> None:
    text = said("congress-minutes", example("congress-minutes"))
    assert "Đồng chí Chìu A Sềnh được 14 phiếu, bằng 50,00% của 28, không trúng cử." in text
    assert "Trúng cử: Trần Văn Thìn (26), Lỷ Thị Hoa (24)" in text, "most votes first"
    assert "trừ 04 (sinh hoạt tạm thời nơi khác và vắng 02;" in text


def test_deductions_that_do_not_lead_to_the_base_are_refused() -> None:
    with pytest.raises(ValueError, match="base"):
        dataclasses.replace(example("congress-minutes"), base=27)


def test_a_vote_with_a_base_of_its_own_says_so() -> None:
    minutes = example("congress-minutes")
    first, secretary, deputy = minutes.votes
    late = dataclasses.replace(secretary, base=29)
    text = said("congress-minutes", dataclasses.replace(minutes, votes=(first, late, deputy)))
    assert "Căn cứ tính kết quả 29 đảng viên." in text
    assert "bằng 89,66% của 29, trúng cử" in text


def test_a_report_gives_a_person_with_two_posts_two_rows_and_one_number() -> None:
    report = example("congress-result-report")
    data = catalogue.find("congress-result-report").draw(report, training=False)
    assert len(words_at(data, "Chi ủy viên")) == 5
    assert len(words_at(data, "Tỷ lệ so với")) == 1
    text = one_line(data)
    assert text.count("Trần Văn Thìn") == 3, "in the table, in the request, under the signature"
    assert "1 Trần Văn Thìn Chi ủy viên 26 92,86% Bí thư 26 92,86%" in text


def test_a_branch_without_a_committee_asks_for_its_secretary_alone() -> None:
    report = example("congress-result-report")
    direct = dataclasses.replace(report.congress, elects_committee=False)
    report = dataclasses.replace(report, congress=direct, committee_size=None, deputy=None)
    text = said("congress-result-report", report)
    assert "xem xét, chuẩn y chức danh Bí thư đối với đồng chí Trần Văn Thìn." in text


def test_a_decision_may_refuse_one_post_and_numbers_its_articles() -> None:
    decision = example("congress-approval-decision")
    text = said("congress-approval-decision", decision)
    assert "Như Điều 3" in text
    refused = RefusedPost(post="Phó bí thư", name="Lỷ Thị Hoa", reason="chưa đủ hồ sơ")
    text = said("congress-approval-decision", dataclasses.replace(decision, deputy=None, refused=(refused,)))
    assert "Điều 3. Không chuẩn y chức danh Phó bí thư đối với đồng chí Lỷ Thị Hoa." in text
    assert "Như Điều 4" in text
    assert "Phó bí thư: đồng chí" not in text


def test_the_deputy_signs_where_the_post_of_the_secretary_is_vacant_and_the_regime_is_the_new_one() -> None:
    proposal = example("congress-appointment-proposal")
    text = said("congress-appointment-proposal", proposal)
    assert "T/M CHI BỘ PHÓ BÍ THƯ" in text
    assert "16 phiếu đồng ý, bằng 94,12% của 17 đảng viên chính thức có mặt" in text
    assert "Voòng A Sồi./." not in text
    before = dataclasses.replace(proposal, dated=DateLine(place="Húc Động", day=26, month=5, year=2026))
    assert "Voòng A Sồi./." in said("congress-appointment-proposal", before)


def test_each_page_of_a_roll_counts_its_own_and_14_stand_on_the_first() -> None:
    roll = example("congress-roll-call")
    members = tuple(Convened(name=f"Lò Văn {chr(65 + number % 26)}") for number in range(50))
    pages = texts(
        catalogue.find("congress-roll-call").draw(dataclasses.replace(roll, members=members), training=False)
    )
    counts = [re.search(r"triệu tập (\d+)", page) for page in pages]
    assert next(int(one[1]) for one in counts if one) == 14
    assert sum(int(one[1]) for one in counts if one) == 50


def test_a_brief_list_prints_votes_their_base_and_share() -> None:
    text = said("congress-brief-list", example("congress-brief-list"))
    assert "26/28 = 92,86%" in text
    assert "28 đảng viên chính thức được triệu tập sau khi trừ 04 đồng chí theo quy định" in text
    with pytest.raises(ValueError, match="base"):
        dataclasses.replace(example("congress-brief-list"), base=25)
