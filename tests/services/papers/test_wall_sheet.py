from __future__ import annotations

from datetime import date
from typing import Any

from desktop.models.store.session import reading
from desktop.printing.hamlet_head.before.wall_sheet import draw
from desktop.services.elections import planning
from desktop.services.elections.lookup import statute_for, vote_of
from desktop.services.office.working_days import set_own_days
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.hamlet_head.before.wall_sheet import wall_sheet_of
from desktop.services.results import decisions, next_vote, received
from tests.offices import commune
from tests.printing.pages import one_line


def _said(office: Workplace, **changes: Any) -> str:
    code = planning.plan_election(office, commune.plan(**changes)).code
    with reading(office.database) as session:
        vote = vote_of(session, code)
        return one_line(draw(wall_sheet_of(session, vote, statute_for(office, vote.election)), training=True))


def test_the_decrees_deadlines_hang_on_the_wall(office: Workplace) -> None:
    said = _said(office)
    assert "UBND XÃ MẪU" in said
    assert "Ngày bầu cử: Chủ nhật, ngày 08 tháng 12 năm 2024" in said
    for row in (
        "−20 ngày Thứ Hai 18/11/2024 Quyết định tổ chức bầu cử",
        "−15 ngày Thứ Bảy 23/11/2024 (làm trước: thứ Sáu 22/11)",
        "−10 ngày Thứ Năm 28/11/2024",
        "−7 ngày Chủ nhật 01/12/2024 (làm trước: thứ Sáu 29/11)",
        "−2 ngày Thứ Sáu 06/12/2024 Mời họp và niêm yết thông tin về cuộc họp (Mẫu số 01)",
        "Cuộc họp bầu cử Trưởng thôn",
        "làm việc Thứ Sáu 13/12/2024 Gửi quyết định của cuộc họp (Mẫu số 03)",
        "làm việc Thứ Hai 16/12/2024 Công nhận kết quả hoặc quyết định bầu lại",
    ):
        assert row in said
    assert "nếu UBND xã nhận kết quả thứ Hai 09/12/2024" in said
    assert "Trưởng thôn chỉ nhận nhiệm vụ từ ngày có quyết định công nhận." in said
    for basis in ("điểm a khoản 1 Điều 6 NĐ 59/2023", "khoản 2 Điều 6 NĐ 59/2023", "khoản 5 Điều 3, Điều 7"):
        # Where a narrow line ends, the file's text has no space.
        assert basis.replace(" ", "") in said.replace(" ", "")
    assert "*" not in said, "every deadline was read in the official text"


def test_the_offices_own_days_move_the_working_days_and_leave_the_law_where_it_is(office: Workplace) -> None:
    set_own_days(office, days_off=[date(2024, 11, 22), date(2024, 12, 9)])
    said = _said(office)
    assert "Thứ Bảy 23/11/2024 (làm trước: thứ Năm 21/11)" in said
    assert "nhận kết quả thứ Ba 10/12/2024" in said
    assert "Thứ Ba 17/12/2024" in said


def test_under_the_joint_resolution_nothing_is_posted_and_an_election_is_held_again_in_fifteen_days(
    office: Workplace,
) -> None:
    said = _said(office, held_on=date(2022, 6, 5), term_from=date(2022, 6, 5), term_to=date(2024, 12, 5))
    for mark in ("−20 ngày", "−15 ngày", "−10 ngày", "+15 ngày"):
        assert mark in said
    assert "−7 ngày" not in said
    assert "làm việc Thứ" not in said, "that resolution counts no working days"
    assert "hạn bầu lại" in said
    assert "NQLT 09/2008" in said
    assert "NĐ 59/2023" not in said


def test_an_election_held_again_hangs_with_its_own_day(office: Workplace) -> None:
    code = commune.finalised(office, commune.NOBODY)
    decisions.order_again(office, code, "103/QĐ-UBND", date(2024, 12, 10), "không ai đủ số phiếu")
    received.prepare_decision(office, code, again_on=date(2024, 12, 22))
    next_vote.begin_round(office, code)
    with reading(office.database) as session:
        vote = vote_of(session, code)
        said = one_line(draw(wall_sheet_of(session, vote, statute_for(office, vote.election)), training=True))
    assert "Ngày bầu cử: Chủ nhật, ngày 22 tháng 12 năm 2024" in said
    assert "08/12/2024" not in said
    assert "−20 ngày" not in said, "those days are over, and only the notice is counted back from it"
    assert "−2 ngày Thứ Sáu 20/12/2024 Mời họp" in said
    assert "nếu UBND xã nhận kết quả thứ Hai 23/12/2024" in said


def test_a_street_quarter_reads_of_its_own_kind(office: Workplace) -> None:
    said = _said(office, hamlet=commune.OTHER_HAMLET)
    assert "KHU PHỐ CHỢ" in said
    assert "Ban công tác Mặt trận khu phố" in said
