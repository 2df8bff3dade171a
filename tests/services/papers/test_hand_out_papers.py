"""Papers of slips handed to the households: minutes after form 04, filled from what was kept."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused
from desktop.exchange.facts_record import facts_document
from desktop.models.elections import Occasion
from desktop.models.papers import PaperRole
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading, writing
from desktop.services.counting import counts, meetings
from desktop.services.counting.count_drafts import keep_other_opinions
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.meetings import BoxCount
from desktop.services.elections.lookup import vote_of
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.ballot_trials import trial_ballots
from desktop.services.papers.ballots import ballot_book, ballot_preview, print_ballots, reprint_ballots
from desktop.services.papers.envelopes import write_envelope
from desktop.services.papers.lines import paper_lines
from desktop.services.papers.making import make_paper
from desktop.services.papers.minutes_views import blank_minutes, draw_minutes, print_minutes
from desktop.services.results.next_vote import begin_hand_out
from tests.offices.commune import DAY, agree, agreed
from tests.offices.opening import open_meeting
from tests.printing.pages import one_line
from tests.services.results.test_hand_out import ANSWERED, COLLECTED, failed, handed_out

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock


def begun(office: Workplace, clock: TrainingClock) -> str:
    """Print slips and begin to hand them out, two days before they are collected."""
    code = handed_out(office)
    print_ballots(office, code)
    clock.put(DAY.replace(day=13), 8, 0)
    open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    return code


@pytest.fixture
def counted(office: Workplace, clock: TrainingClock) -> str:
    """Slips that were collected and counted; somebody is elected."""
    code = begun(office, clock)
    box = BoxCount("main", issued=11, unused=4, replaced=0, collected=11)
    meetings.record_stock(office, code, [box])
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
    assert "2. Bà Hoàng Thị Ỷ, Chi hội trưởng Chi hội Phụ nữ - Thành viên" in said
    assert "đã nhận phiếu: 11 hộ, bằng 91,67% của 12 hộ gia đình; 01 hộ không phát được." in said
    law = "Căn cứ đoạn 3 khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 (nhiều hơn 1/2"
    assert f"{law} tổng số hộ gia đình của thôn, tức là từ 07 phiếu đồng ý trở lên trên 12), bà" in said
    assert "Lò Thị Ơn được 07 phiếu đồng ý, bằng 58,33% của 12 hộ gia đình" in said
    assert "không đồng ý" not in said, "form 04 counts those who agree"
    assert "Ban kiểm phiếu" not in said
    assert make_paper(office, counted, "handed-out-minutes", "full").content == printed.content


def test_slips_counted_before_the_hour_of_collecting_have_no_hour_after_their_end(
    office: Workplace, clock: TrainingClock
) -> None:
    code = begun(office, clock)
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
    assert "Bà Hoàng Thị Ỷ, Chi hội trưởng Chi hội Phụ nữ - Thành viên" in said


def test_before_slips_are_begun_their_minutes_are_a_blank_that_names_nobody(office: Workplace) -> None:
    code = failed(office)
    said = one_line(make_paper(office, code, "handed-out-minutes", "blank").content)
    assert "TM. TỔ PHÁT PHIẾU" in said
    assert "Nông Văn Ếch" not in said


def test_slips_are_printed_for_every_household_and_the_reserve(office: Workplace) -> None:
    code = handed_out(office)
    book = ballot_book(office, code)
    assert (book.handed_out, book.sizes, book.paper, book.per_sheet) == (True, (), "A5 ngang", 2)
    printed = print_ballots(office, code)
    assert (printed.form, printed.role, printed.copies) == ("hand-out-slip", PaperRole.BALLOT, 12 + 3)
    said = one_line(printed.content)
    assert said.count("PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH") == 15
    assert "16 giờ 00 phút, Chủ nhật, ngày 15 tháng 12 năm 2024." in said
    assert "GIÀNG A CHỚ" in said
    assert ballot_preview(office, code).sheets == printed.content


def test_the_serving_head_signs_each_slip_and_one_who_left_does_not(office: Workplace) -> None:
    code = handed_out(office)
    with writing(office.database) as session:
        vote = vote_of(session, code)
        session.add(Post(kind=PostKind.HAMLET_HEAD, unit=vote.election.unit, name="Vi Văn Ất"))
    assert "TRƯỞNG THÔN (Ký, ghi rõ họ tên) Vi Văn Ất" in one_line(ballot_preview(office, code).ballot)
    with writing(office.database) as session:
        vote_of(session, code).election.occasion = Occasion.REPLACEMENT
    assert "Vi Văn Ất" not in one_line(ballot_preview(office, code).ballot)


def test_spoiled_slips_are_printed_again_and_a_trial_is_kept_apart(office: Workplace) -> None:
    code = handed_out(office)
    assert "IN THỬ" in one_line(trial_ballots(office, code))
    print_ballots(office, code)
    again = reprint_ballots(office, code, 2, "mực nhòe")
    assert (again.form, again.copies) == ("hand-out-slip", 2)


def test_the_papers_of_slips_are_not_those_of_a_meeting(office: Workplace) -> None:
    code = failed(office)
    meeting = {line.form for line in paper_lines(office, [code])}
    assert "hand-out-slip" not in meeting
    begin_hand_out(office, code, COLLECTED, time(16, 0))
    slips = {line.form for line in paper_lines(office, [code])}
    of_meeting = {"hamlet-ballot", "invitation", "sign-in-roll", "counting-minutes"}
    assert meeting - slips == of_meeting | {"cluster-decision"}
    assert slips - meeting == {"hand-out-slip", "hand-out-plan", "hand-out-notice"}


def test_the_envelope_of_slips_goes_to_the_team_that_hands_them_out(
    office: Workplace, tmp_path: Path
) -> None:
    code = handed_out(office)
    made = write_envelope(office, code, tmp_path)
    assert [part.form for part in made.parts] == [
        "cover-checklist",
        "hand-out-slip",
        "ballot-handover",
        "handed-out-minutes-blank",
        "tally-sheet",
    ]
    said = one_line(made.path.read_bytes())
    assert "TỔ PHÁT PHIẾU THÔN" in said
    assert "BIÊN BẢN GIAO NHẬN PHIẾU LẤY Ý KIẾN" in said
    assert "Biên bản giao nhận phiếu lấy ý kiến 02 bản" in said
    assert "Ông Nông Văn Ếch - Tổ trưởng Tổ phát phiếu" in said
    assert "đóng dấu" not in said


def test_what_is_counted_of_slips_is_called_slips(office: Workplace, counted: str) -> None:
    said = one_line(make_paper(office, counted, "stock-minutes", "full").content)
    assert "BIÊN BẢN XÁC NHẬN SỐ PHIẾU LẤY Ý KIẾN" in said
    assert "TM. TỔ PHÁT PHIẾU" in said
    assert "đóng dấu" not in said


def test_a_result_of_slips_rests_on_the_meeting_and_on_their_count(office: Workplace, counted: str) -> None:
    print_minutes(office, counted)
    said = one_line(make_paper(office, counted, "submission", "full").content)
    assert "Biên bản cuộc họp của cộng đồng dân cư (Mẫu số 03), lập ngày 08/12/2024 02 02" in said
    assert "Biên bản kiểm phiếu phát đến hộ gia đình (Mẫu số 04), lập ngày 15/12/2024 02 02" in said
    assert "Biên bản xác nhận số phiếu lấy ý kiến" in said
    assert "Số hộ đã nhận phiếu: 11, bằng 91,67% của 12 hộ gia đình của thôn." in said
    decided = one_line(make_paper(office, counted, "recognition-decision", "half").content)
    assert "Căn cứ Biên bản cuộc họp của cộng đồng dân cư ngày 08/12/2024" in decided
    assert "Căn cứ Biên bản kiểm phiếu phát đến hộ gia đình ngày 15/12/2024" in decided


def test_the_notice_of_a_result_of_slips_speaks_of_households(office: Workplace, counted: str) -> None:
    said = one_line(make_paper(office, counted, "result-notice", "full").content)
    assert "phát phiếu lấy ý kiến của hộ gia đình về bầu Trưởng thôn, thu đến ngày 15" in said
    assert "Số hộ gia đình đã nhận phiếu" in said
    assert "cuộc họp" not in said


def test_other_opinions_are_kept_with_the_count_and_printed(office: Workplace, clock: TrainingClock) -> None:
    code = begun(office, clock)
    clock.put(COLLECTED, 17, 0)
    agree(office, code, ANSWERED)
    for typed in ("chữa đường", " ", "02 phiếu,  đề nghị sửa mương Nà Làng. "):
        keep_other_opinions(office, code, typed)
    counts.finalise(office, code)
    shown = counting_view(office, code)
    assert shown is not None
    assert (shown.handed_out, shown.other_opinions) == (True, "02 phiếu, đề nghị sửa mương Nà Làng")
    assert "Ý kiến khác: 02 phiếu, đề nghị sửa mương Nà Làng." in one_line(
        print_minutes(office, code).content
    )
    with reading(office.database) as session:
        record = record_of(latest_count(session, vote_of(session, code)))
    assert record.other_opinions == "02 phiếu, đề nghị sửa mương Nà Làng"
    assert "Làng" not in str(facts_document(record.facts)), "no rule reads what somebody wrote"
    # A count that is opened again still knows them.
    counts.reopen(office, code)
    agree(office, code, ANSWERED)
    counts.finalise(office, code, reason="đọc nhầm một phiếu")
    assert "sửa mương Nà Làng." in one_line(print_minutes(office, code).content)


def test_a_meeting_has_no_slips_to_write_opinions_on(office: Workplace) -> None:
    code = agreed(office)
    with pytest.raises(RequestRefused) as caught:
        keep_other_opinions(office, code, "sửa mương")
    assert caught.value.code == "hand_out.opinions"


def test_plan_and_notice_of_slips_say_what_the_law_wants_known(office: Workplace) -> None:
    code = handed_out(office)
    plan = one_line(make_paper(office, code, "hand-out-plan", "half").content)
    assert "Kính gửi: - Chủ tịch Ủy ban nhân dân xã Mẫu; - Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam" in plan
    assert "khoản 1 Điều 19" in plan
    notice = one_line(make_paper(office, code, "hand-out-notice", "half").content)
    assert "Kính gửi: Các hộ gia đình thôn" in notice
    for said in (plan, notice):
        assert "có 05 đại diện trên 12 hộ tham dự" in said
        assert "một phiếu, tổng số 12 hộ." in said
        assert "16 giờ 00 phút, Chủ nhật, ngày 15 tháng 12 năm 2024" in said
        assert "- Ông Nông Văn Ếch - Tổ trưởng" in said
        assert "trong 05 ngày làm việc từ ngày hết hạn lấy ý kiến." in said
    assert "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN" in plan
    assert "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN" not in notice
