"""Papers of slips handed to the households: minutes after form 04, filled from what was kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from desktop.models.papers import PaperRole
from desktop.services.counting import counts, meetings
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.making import make_paper
from desktop.services.papers.minutes_views import blank_minutes, draw_minutes, print_minutes
from tests.offices.commune import DAY, agree
from tests.printing.pages import one_line
from tests.services.results.test_hand_out import ANSWERED, COLLECTED, failed, handed_out

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock


@pytest.fixture
def counted(office: Workplace, clock: TrainingClock) -> str:
    """Slips that were collected and counted; somebody is elected."""
    code = handed_out(office)
    print_ballots(office, code)
    clock.put(DAY.replace(day=13), 8, 0)
    meetings.open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    clock.put(COLLECTED, 17, 20)
    agree(office, code, ANSWERED)
    counts.finalise(office, code)
    return code


def test_slips_have_minutes_of_their_own_signed_by_the_team(office: Workplace, counted: str) -> None:
    printed = print_minutes(office, counted)
    assert (printed.form, printed.role) == ("handed-out-minutes", PaperRole.MINUTES)
    said = one_line(printed.content)
    assert "Mẫu số 04" in said
    assert "vào hồi 16 giờ 00 phút, ngày 15 tháng 12 năm 2024" in said
    assert "có 05 đại diện trên 12 hộ tham dự, bằng 41,67%, không đủ để quyết định." in said
    assert "1. Ông Nông Văn Ếch - Tổ trưởng" in said
    assert "đã nhận phiếu: 11 hộ, bằng 91,67% của 12 hộ gia đình; 01 hộ không phát được." in said
    assert "Lò Thị Ơn được 07 phiếu đồng ý, bằng 58,33% của 12 hộ gia đình" in said
    assert "Ban kiểm phiếu" not in said
    assert make_paper(office, counted, "handed-out-minutes", "full").content == printed.content


def test_slips_counted_before_the_hour_of_collecting_have_no_hour_after_their_end(
    office: Workplace, clock: TrainingClock
) -> None:
    code = handed_out(office)
    print_ballots(office, code)
    clock.put(DAY.replace(day=13), 8, 0)
    meetings.open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    clock.put(COLLECTED, 11, 30)
    agree(office, code, ANSWERED)
    counts.finalise(office, code)
    said = one_line(draw_minutes(office, code, "full"))
    assert "vào hồi 11 giờ 30 phút, ngày 15" in said
    assert "xong hồi 11 giờ 30 phút cùng ngày" in said


def test_minutes_for_a_pen_know_the_team_and_the_failed_meeting(office: Workplace) -> None:
    said = one_line(blank_minutes(office, handed_out(office)))
    assert "Mẫu số 04" in said
    assert "Cuộc họp ngày 08 tháng 12 năm 2024 có 05 đại diện trên 12 hộ" in said
    assert "Bà Hoàng Thị Ỷ - Thành viên" in said


def test_before_slips_are_begun_their_minutes_are_a_blank_that_names_nobody(office: Workplace) -> None:
    code = failed(office)
    said = one_line(make_paper(office, code, "handed-out-minutes", "blank").content)
    assert "TM. TỔ PHÁT PHIẾU" in said
    assert "Nông Văn Ếch" not in said
