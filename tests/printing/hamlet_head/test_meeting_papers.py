from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec
import pytest
import zxingcpp

from desktop.printing.counting.facts import CountOutcome
from desktop.printing.hamlet_head.after import result_notice
from desktop.printing.hamlet_head.after.result_notice import ResultNotice
from desktop.printing.hamlet_head.before import invitation
from desktop.printing.hamlet_head.before.invitation import Addressee, Invitation
from desktop.printing.hamlet_head.count import meeting_minutes
from desktop.printing.hamlet_head.count.meeting_minutes import MeetingMinutes
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import candidates, sample


@pytest.fixture
def invited() -> Invitation:
    return msgspec.json.decode(sample("invitation"), type=Invitation)


@pytest.fixture
def meeting() -> MeetingMinutes:
    return msgspec.json.decode(sample("meeting-minutes"), type=MeetingMinutes)


@pytest.fixture
def notice() -> ResultNotice:
    return msgspec.json.decode(sample("result-notice"), type=ResultNotice)


def _within_margins(data: bytes, bottom_edge: float = 277) -> None:
    for page, left, top, right, bottom in text_boxes(data):
        assert left >= 30 - 0.3, page
        assert right <= 195 + 0.3, page
        header, footer = bottom < 15, top > 273.7
        assert header or footer or (top >= 20 - 0.3 and bottom <= bottom_edge + 0.3), page


def test_everybody_invited_gets_a_page_with_the_forms_items(invited: Invitation) -> None:
    data = invitation.draw(invited, training=False)
    pages = [" ".join(text.split()) for text in texts(data)]
    assert len(pages) == 2
    for page in pages:
        for part in (
            "Mẫu số 01",
            "1. Thời gian",
            "2. Thành phần",
            "3. Nội dung:",
            "4. Đầu mối",
            "5. Tài liệu",
        ):
            assert part in page
        assert "08 giờ 00 phút, Chủ nhật, ngày 08 tháng 12 năm 2024." in page
    assert "Kính mời ông (bà): Chìu Văn Phúc" in pages[0]
    assert "Chìu Văn Phúc" not in pages[1]
    assert "hộ gia đình số 42" in pages[1]


def test_a_whole_hamlet_is_invited_in_one_file(invited: Invitation) -> None:
    addressees = tuple(Addressee(name="Lò Văn Ơn", capacity=f"Đại diện hộ số {n}") for n in range(90))
    data = invitation.draw(replace(invited, addressees=addressees), training=True)
    assert len(texts(data)) == 90


def test_an_invitation_without_papers_leaves_the_item_out(invited: Invitation) -> None:
    assert "Tài liệu" not in one_line(invitation.draw(replace(invited, papers=""), training=False))


def test_an_invitation_to_nobody_is_one_page_with_a_line_for_the_name(invited: Invitation) -> None:
    pages = texts(invitation.draw(replace(invited, addressees=()), training=False))
    assert len(pages) == 1
    assert "Kính mời ông (bà):" in pages[0]
    assert "Chìu Văn Phúc" not in pages[0]


def test_meeting_minutes_say_who_was_there_and_who_was_not(meeting: MeetingMinutes) -> None:
    text = one_line(meeting_minutes.draw(meeting, training=False))
    assert "có người đại diện tham dự: 81 hộ, bằng 93,10% của 87 hộ." in text
    assert "không có người đại diện tham dự: 06 hộ, bằng 6,90% của 87 hộ." in text
    assert "81 người tán thành, bằng 100,00% của 81 đại diện hộ gia đình tham dự" in text


def test_meeting_minutes_decide_as_the_counting_minutes_do(meeting: MeetingMinutes) -> None:
    text = one_line(meeting_minutes.draw(meeting, training=False))
    elected = "Ông Trần Văn Thìn, sinh năm 1984, được 49 phiếu, bằng 56,32% của 87 đại diện hộ gia đình"
    assert f"{elected}, trúng cử Trưởng thôn Nà Ếch, nhiệm kỳ 2024 - 2027." in text
    assert "người trúng cử nhận nhiệm vụ từ ngày có quyết định công nhận" in text
    again = CountOutcome(kind="held_again", threshold=meeting.count.outcome.threshold)
    text = one_line(
        meeting_minutes.draw(replace(meeting, count=replace(meeting.count, outcome=again)), training=False)
    )
    assert "không có người nào đủ điều kiện trúng cử" in text
    assert "người trúng cử nhận" not in text


def test_approvals_that_were_not_counted_are_left_out(meeting: MeetingMinutes) -> None:
    silent = replace(meeting, form_approval=None, committee_approval=None)
    text = one_line(meeting_minutes.draw(silent, training=False))
    assert "tán thành" not in text
    assert "2. Kết quả bỏ phiếu" in text


def test_more_cannot_approve_than_are_present(meeting: MeetingMinutes) -> None:
    with pytest.raises(ValueError, match="approve"):
        replace(meeting, form_approval=82)


@pytest.mark.parametrize("number", [2, 5, 9, 12])
def test_meeting_minutes_break_where_they_may(meeting: MeetingMinutes, number: int) -> None:
    again = CountOutcome(kind="held_again", threshold=meeting.count.outcome.threshold)
    count = replace(meeting.count, candidates=candidates(number), outcome=again)
    for paragraphs in range(1, 4):
        long = replace(meeting, count=count, proceedings=meeting.proceedings * paragraphs)
        data = meeting_minutes.draw(long, training=True)
        pages = [" ".join(text.split()) for text in texts(data)]
        _within_margins(data, 272)
        assert f"Biên bản gồm {len(pages):02d} trang" in pages[-1]
        assert "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN" in pages[-1]
        (head,) = [page for page in pages if "III. Quyết định" in page]
        assert "Căn cứ quy định" in head


def test_the_minutes_of_a_meeting_are_signed_by_those_whom_the_law_names(meeting: MeetingMinutes) -> None:
    last = " ".join(texts(meeting_minutes.draw(meeting, training=False))[-1].split())
    assert "TRƯỞNG THÔN (Ký, ghi rõ họ tên)" in last
    assert "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN (Chủ trì cuộc họp; ký, ghi rõ họ tên)" in last
    assert last.count("ĐẠI DIỆN HỘ GIA ĐÌNH") == 1
    for name in ("Loan Văn Phúc", "Nình Văn Bảo", "Trần Thị Lan", "Lỷ Văn Tàu", "Lỷ Thị Sen"):
        assert name in last
    assert "CHỦ TRÌ" not in last, "who chairs signs as head of the Front board"


def test_a_chair_who_is_no_head_signs_beside_the_secretary(meeting: MeetingMinutes) -> None:
    apart = replace(meeting, front_head="Chìu Thị Mai")
    last = " ".join(texts(meeting_minutes.draw(apart, training=False))[-1].split())
    assert "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN (Ký, ghi rõ họ tên)" in last
    assert "CHỦ TRÌ (Ký, ghi rõ họ tên) THƯ KÝ" in last
    _within_margins(meeting_minutes.draw(apart, training=False), 272)


def test_long_names_of_signers_stay_within_the_margins(meeting: MeetingMinutes) -> None:
    name = "Nguyễn Phúc Hoàng Thị Phương Thảo"
    people = tuple(replace(one, name=name) for one in meeting.count.witnesses)
    crowded = replace(
        meeting,
        head=name,
        front_head=name,
        chair=replace(meeting.chair, name=f"{name} A"),
        secretary=replace(meeting.secretary, name=name),
        count=replace(meeting.count, witnesses=(people[0], people[1]), post="Tổ trưởng tổ dân phố"),
    )
    _within_margins(meeting_minutes.draw(crowded, training=False), 272)


def test_the_result_of_a_meeting_goes_to_both_in_time(meeting: MeetingMinutes) -> None:
    text = one_line(meeting_minutes.draw(meeting, training=False))
    assert (
        "được gửi Ủy ban nhân dân xã Húc Động và Ủy ban Mặt trận Tổ quốc Việt Nam xã Húc Động chậm nhất "
        "ngày 13 tháng 12 năm 2024" in text
    )
    assert "BIÊN BẢN CUỘC HỌP CỦA CỘNG ĐỒNG DÂN CƯ" in text


def test_meeting_minutes_bear_the_digest_of_the_count(meeting: MeetingMinutes) -> None:
    for page in rendered(meeting_minutes.draw(meeting, training=False), 300):
        assert [found.text for found in zxingcpp.read_barcodes(page)] == [meeting.count.digest.qr_full]


def test_a_notice_gives_the_figures_the_winner_and_what_comes_next(notice: ResultNotice) -> None:
    text = one_line(result_notice.draw(notice, training=False))
    assert "Số phiếu không hợp lệ 02" in text
    assert (
        "Người trúng cử: ông TRẦN VĂN THÌN, được 49 phiếu, nhiều hơn 1/2 của 87 đại diện hộ gia đình "
        "của thôn." in text
    )
    assert "trong thời hạn 05 ngày làm việc" in text


def test_a_notice_without_a_winner_names_none(notice: ResultNotice) -> None:
    threshold = notice.count.outcome.threshold
    again = replace(notice.count, outcome=CountOutcome(kind="held_again", threshold=threshold))
    text = one_line(result_notice.draw(replace(notice, count=again), training=False))
    assert "không có người nào đủ điều kiện trúng cử" in text
    assert "Người trúng cử:" not in text
    empty = replace(notice.count, outcome=CountOutcome(kind="no_quorum", threshold=threshold), issued=None)
    text = one_line(result_notice.draw(replace(notice, count=empty), training=False))
    assert "Số phiếu bầu cho từng" not in text
    assert "Số phiếu phát ra" not in text


def test_a_crowded_notice_stays_within_the_margins(notice: ResultNotice) -> None:
    again = CountOutcome(kind="held_again", threshold=notice.count.outcome.threshold)
    for number in (2, 6, 12):
        count = replace(notice.count, candidates=candidates(number), outcome=again)
        data = result_notice.draw(replace(notice, count=count), training=True)
        _within_margins(data)
        assert "./." in texts(data)[-1]
        assert "TM. TỔ BẦU CỬ" in texts(data)[-1]


def test_a_meeting_past_midnight_names_the_next_day(meeting: MeetingMinutes) -> None:
    late = replace(meeting, opening=dt.time(20, 0), closing=dt.time(0, 30))
    text = one_line(meeting_minutes.draw(late, training=False))
    assert "00 giờ 30 phút ngày 09 tháng 12 năm 2024" in text


def test_the_papers_of_the_meeting_look_as_they_were_approved(
    invited: Invitation, meeting: MeetingMinutes, notice: ResultNotice
) -> None:
    for name, data in (
        ("invitation", invitation.draw(invited, training=True)),
        ("meeting-minutes", meeting_minutes.draw(meeting, training=True)),
        ("result-notice", result_notice.draw(notice, training=True)),
    ):
        for number, page in enumerate(rendered(data, 60), 1):
            assert_looks_like(page, f"{name}-{number}")
