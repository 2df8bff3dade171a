"""Proceedings of a meeting: what is written of it beside the count, and the minutes filled from it."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.services.counting.meetings import record_attendance
from desktop.services.counting.proceedings import keep_proceedings, proceedings_view
from desktop.services.elections.officials import Appointment
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.lines import paper_lines
from desktop.services.papers.making import make_paper
from tests.offices import commune
from tests.offices.drafts import draft_officials
from tests.printing.pages import one_line
from tests.services.results.test_hand_out import failed, handed_out

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace

_EVERYBODY = {
    "secretary_approval": 10,
    "list_approval": 9,
    "form_approval": 10,
    "committee_approval": 10,
}


def _name_secretary(office: Workplace, code: str) -> None:
    named = commune.appointments(Appointment("meeting_secretary", "Bà", "Lý Thị Ử"))
    draft_officials(office, code, named)


def _minutes_line(office: Workplace, code: str) -> tuple[str, list[str]]:
    [line] = [one for one in paper_lines(office, [code]) if one.form == "meeting-minutes"]
    return line.state, [gap.lacks for gap in line.gaps]


def test_the_minutes_of_the_meeting_are_printed_from_its_proceedings_and_its_count(office: Workplace) -> None:
    code = commune.meeting(office)
    _name_secretary(office, code)
    keep_proceedings(office, code, **_EVERYBODY, opinions="đề nghị sửa đường  vào thôn. ")
    assert _minutes_line(office, code) == ("half", ["lacking.proceedings.begun", "lacking.count"])
    commune.agree(office, code)
    commune.counts.finalise(office, code)
    keep_proceedings(office, code, closing=time(11, 15), secretary_post="Chi hội trưởng Chi hội Phụ nữ thôn")
    assert _minutes_line(office, code) == ("full", [])
    said = one_line(make_paper(office, code, "meeting-minutes", "full").content)
    for part in (
        "Mẫu số 03",
        "vào hồi 07 giờ 30 phút, ngày 08 tháng 12 năm 2024",
        "2. Thư ký: bà Lý Thị Ử - Chi hội trưởng Chi hội Phụ nữ thôn.",
        "có người đại diện tham dự: 10 hộ, bằng 83,33% của 12 hộ.",
        "đọc danh sách chính thức người ứng cử: ông Giàng A Chớ và bà Lò Thị Ơn.",
        "Không có người tự ứng cử hoặc được giới thiệu thêm tại cuộc họp.",
        "2. Ý kiến của cuộc họp: đề nghị sửa đường vào thôn.",
        "cử thư ký cuộc họp: 10 người tán thành, bằng 100,00% của 10 đại diện hộ gia đình tham dự",
        "thống nhất danh sách người ứng cử: 09 người tán thành, bằng 90,00%",
        "thống nhất hình thức bầu bằng bỏ phiếu kín: 10 người tán thành",
        "bầu Ban kiểm phiếu 03 người và cử 02 đại diện hộ gia đình chứng kiến: 10 người tán thành",
        "Bà Lò Thị Ơn, sinh năm 1975, được 07 phiếu, bằng 58,33% của 12 đại diện hộ gia đình, trúng cử",
        "chậm nhất ngày 13 tháng 12 năm 2024",
        "Cuộc họp kết thúc hồi 11 giờ 15 phút cùng ngày.",
    ):
        assert part in said
    keep_proceedings(office, code, put_up="ông Vi Văn Áng, tự ứng cử")
    said = one_line(make_paper(office, code, "meeting-minutes", "full").content)
    assert "Tự ứng cử, được giới thiệu thêm tại cuộc họp: ông Vi Văn Áng, tự ứng cử." in said
    assert "Không có người tự ứng cử" not in said


def test_an_approval_by_half_or_fewer_is_named_with_its_clause(office: Workplace) -> None:
    code = commune.meeting(office)
    record_attendance(office, code, datetime(2024, 12, 8, 8, 0, tzinfo=VIET_NAM), 10)
    keep_proceedings(office, code, secretary_approval=5, form_approval=6, committee_approval=5)
    view = proceedings_view(office, code)
    assert view is not None
    assert [(one.field, one.needed) for one in view.too_few] == [
        ("secretary_approval", 6),
        ("committee_approval", 6),
    ]
    assert "điểm a khoản 5 Điều 3" in view.too_few[0].clause.article


def test_no_more_hands_are_raised_than_there_are_people(office: Workplace) -> None:
    code = commune.meeting(office)
    record_attendance(office, code, datetime(2024, 12, 8, 8, 0, tzinfo=VIET_NAM), 10)
    before = commune.traces(office)
    with pytest.raises(RequestRefused) as caught:
        keep_proceedings(office, code, closing=time(11, 0), list_approval=11)
    assert (caught.value.code, caught.value.where) == ("proceedings.over", "10")
    assert commune.traces(office) == before


def test_hands_that_no_longer_fit_the_count_leave_the_paper_to_the_pen(office: Workplace) -> None:
    code = commune.meeting(office)
    _name_secretary(office, code)
    # Nobody was counted by the hour, so nothing is known yet that the hands could contradict.
    keep_proceedings(office, code, list_approval=12, closing=time(11, 15))
    commune.agree(office, code)
    commune.counts.finalise(office, code)
    assert _minutes_line(office, code) == ("half", ["lacking.proceedings.begun"])
    assert "danh sách người ứng cử:" in one_line(make_paper(office, code, "meeting-minutes", "half").content)


def test_proceedings_are_of_a_meeting_that_opened(office: Workplace) -> None:
    code = commune.printed(office)
    view = proceedings_view(office, code)
    assert view is not None
    assert not view.editable
    with pytest.raises(StepRefused):
        keep_proceedings(office, code, closing=time(11, 15))


def test_slips_have_no_proceedings_and_the_failed_meeting_had_its_own(office: Workplace) -> None:
    code = failed(office)
    keep_proceedings(office, code, closing=time(9, 0))
    view = proceedings_view(office, code)
    assert view is not None
    assert (view.closing, view.present) == (time(9, 0), 5)


def test_nobody_meets_where_slips_are_handed_out(office: Workplace) -> None:
    assert proceedings_view(office, handed_out(office)) is None
