"""The days of slips: their plan sent within two days, people told, the result sent; shown where due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused
from desktop.models.store.session import reading
from desktop.printing.hamlet_head.before.wall_sheet import draw
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections.lookup import statute_for, vote_of
from desktop.services.elections.meeting_plans import change_plan, meeting_plan
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.fill.hamlet_head.before.wall_sheet import wall_sheet_of
from desktop.services.papers.lines import paper_lines
from desktop.services.papers.making import make_paper
from desktop.services.today.board import board
from desktop.wording import due_word, left_words
from tests.offices import commune
from tests.printing.pages import one_line
from tests.services.results.test_hand_out import handed_out

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock

PLANNED = date(2024, 12, 9)


@pytest.fixture
def code(office: Workplace, clock: TrainingClock) -> str:
    """Slips after the meeting of 8 December, planned on the 9th and collected until the 15th."""
    code = handed_out(office)
    clock.put(PLANNED, 15, 0)
    change_plan(office, code, slips_planned_on=PLANNED, slips_from=date(2024, 12, 13))
    return code


def _due(office: Workplace) -> list[tuple[str, str, str]]:
    return [
        (due_word(one.task), left_words(one.left, one.facts), one.kind) for one in board(office).deadlines
    ]


def test_the_board_reminds_of_the_plan_until_it_is_sent(
    office: Workplace, clock: TrainingClock, code: str
) -> None:
    assert ("Gửi kế hoạch phát phiếu", "Thôn Lục Ngù, còn 2 ngày", "attention") in _due(office)
    assert ("Báo các hộ trước khi phát phiếu", "Thôn Lục Ngù, còn 2 ngày", "attention") in _due(office)
    assert not [task for task, _, _ in _due(office) if "Mời họp" in task], "nobody meets for slips"
    clock.put(date(2024, 12, 12), 8, 0)
    assert ("Gửi kế hoạch phát phiếu", "Thôn Lục Ngù, quá hạn 1 ngày", "wrong") in _due(office)
    change_plan(office, code, slips_plan_sent_on=date(2024, 12, 12))
    assert "Gửi kế hoạch phát phiếu" not in {task for task, _, _ in _due(office)}


@pytest.mark.parametrize(("sent", "late"), [(11, False), (12, True)])
def test_a_plan_that_is_sent_on_the_third_day_is_late_by_the_decree(
    office: Workplace, clock: TrainingClock, code: str, sent: int, late: bool
) -> None:
    clock.put(date(2024, 12, 12), 8, 0)
    change_plan(office, code, slips_plan_sent_on=date(2024, 12, sent))
    said = meeting_plan(office, code).sent_late
    assert (said is not None) is late
    if said is not None:
        assert said[0] == date(2024, 12, 11)
        assert "khoản 2 Điều 4" in said[1].article


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("slips_planned_on", date(2024, 12, 7)),
        ("slips_planned_on", date(2024, 12, 10)),
        ("slips_plan_sent_on", date(2024, 12, 8)),
        ("slips_plan_sent_on", date(2024, 12, 10)),
        ("slips_from", date(2024, 12, 8)),
        ("slips_from", date(2024, 12, 16)),
    ],
)
def test_a_day_of_slips_out_of_order_is_refused(office: Workplace, code: str, field: str, day: date) -> None:
    before = commune.traces(office)
    with pytest.raises(RequestRefused) as caught:
        change_plan(office, code, **{field: day})
    assert caught.value.code == "plan.slips"
    assert commune.traces(office) == before


def test_a_meeting_has_no_days_of_slips(office: Workplace) -> None:
    code = commune.listed(office)
    with pytest.raises(RequestRefused) as caught:
        change_plan(office, code, slips_from=commune.DAY)
    assert caught.value.code == "plan.slips"


def test_the_step_of_the_slips_says_what_is_due_by_when(office: Workplace, code: str) -> None:
    assert [(one.task, one.day.day) for one in meeting_view(office, code).slips_due] == [
        ("hand_out_plan_sent", 11),
        ("hand_out_notice_before", 11),
        ("hand_out_sending", 20),
    ]


def test_the_result_of_slips_is_sent_in_working_days_after_they_are_collected(
    office: Workplace, clock: TrainingClock, code: str
) -> None:
    print_ballots(office, code)
    clock.put(date(2024, 12, 13), 8, 0)
    commune.open_meeting(office, code, clock())
    clock.put(date(2024, 12, 16), 8, 0)
    assert ("Gửi kết quả lấy ý kiến", "Thôn Lục Ngù, còn 4 ngày", "not_yet") in _due(office)


def test_the_wall_sheet_of_slips_hangs_with_their_own_days(office: Workplace, code: str) -> None:
    with reading(office.database) as session:
        vote = vote_of(session, code)
        sheet = wall_sheet_of(session, vote, statute_for(office, vote.election))
    said = one_line(draw(sheet, training=True))
    for row in (
        "+2 ngày Thứ Tư 11/12/2024 Gửi kế hoạch phát phiếu",
        "−2 ngày Thứ Tư 11/12/2024 Công khai nội dung, thời hạn lấy ý kiến",
        "Chủ nhật 15/12/2024 Hạn thu phiếu lấy ý kiến; kiểm phiếu, lập biên bản (Mẫu số 04)",
        "Thứ Sáu 20/12/2024 Gửi kết quả lấy ý kiến (Mẫu số 04)",
    ):
        assert row in said
    assert "Mời họp" not in said


def test_plan_and_notice_are_full_with_the_day_on_which_slips_come(office: Workplace, code: str) -> None:
    states = {line.form: line.state for line in paper_lines(office, [code])}
    assert (states["hand-out-plan"], states["hand-out-notice"]) == ("full", "full")
    plan = one_line(make_paper(office, code, "hand-out-plan", "full").content)
    assert "ngày 09 tháng 12 năm 2024" in plan
    assert "phát phiếu từ ngày 13 tháng 12 năm 2024; thu phiếu tại nhà, chậm nhất 16 giờ 00 phút" in plan
