"""What the papers around the count say: before the day, the stock, the submission, the slip."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from reportlab.pdfbase import pdfmetrics

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.form_input import read_input
from desktop.printing.hamlet_head.after import submission
from desktop.printing.hamlet_head.before import (
    call_decision,
    candidate_list,
    nomination_minutes,
    posted_roll,
    posting_sheet,
    team_decision,
)
from desktop.printing.hamlet_head.before.posted_roll import PostedLine
from desktop.printing.hamlet_head.count import stock_minutes
from desktop.printing.hamlet_head.count.stock_minutes import BoxCount
from desktop.printing.hamlet_head.day import separator_sheet
from desktop.printing.hamlet_head.day.separator_sheet import Stack
from desktop.printing.office import package_slip, recovery_sheet
from desktop.printing.setting import faces
from desktop.printing.setting.ruled_table import Column, evenly
from desktop.wording import refusal_sentence
from tests.printing.pages import one_line, rendered, text_boxes, texts
from tests.printing.samples import sample


def _sample(name: str) -> Any:
    return read_input(catalogue.find(name), sample(name), where=name)


def _picture(width: int, height: int) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), (200, 200, 200)).save(buffer, "JPEG")
    return buffer.getvalue()


def test_a_submission_names_the_base_of_each_share() -> None:
    text = one_line(submission.draw(_sample("submission"), training=False))
    assert "Số tham dự: 81, bằng 93,10% của 87 đại diện hộ gia đình của thôn." in text
    assert "được 49 phiếu, bằng 56,32% của 87 đại diện hộ gia đình của thôn." in text
    assert (
        "đề nghị Ủy ban nhân dân xã Húc Động ra quyết định công nhận trong 05 ngày làm việc kể từ ngày nhận "
        "(Điều 8 Nghị định số 59/2023/NĐ-CP)." in text
    )
    assert "Người trúng cử: ông Trần Văn Thìn, sinh năm 1984, được 49 phiếu" in text


def test_a_submission_goes_to_both_with_the_minutes_of_the_meeting_first() -> None:
    text = one_line(submission.draw(_sample("submission"), training=False))
    assert "Kính gửi: - Ủy ban nhân dân xã Húc Động; - Ủy ban Mặt trận Tổ quốc Việt Nam xã Húc Động." in text
    assert "1 Biên bản cuộc họp của cộng đồng dân cư (Mẫu số 03), lập ngày 08/12/2024 02 02" in text
    assert "3 Biên bản xác nhận số phiếu bầu 01 01" in text


def test_a_submission_after_slips_says_who_was_reached() -> None:
    slips = replace(
        _sample("submission"),
        failed_on=dt.date(2024, 12, 8),
        election_date=dt.date(2024, 12, 15),
        electorate_words="hộ gia đình của thôn",
        present=85,
    )
    data = submission.draw(slips, training=False)
    text = one_line(data)
    assert len(texts(data)) == 1
    assert "Sau cuộc họp ngày 08 tháng 12 năm 2024 không đủ người dự" in text
    assert "thu phiếu đến ngày 15 tháng 12 năm 2024. Kết quả:" in text
    assert "Số hộ đã nhận phiếu: 85, bằng 97,70% của 87 hộ gia đình của thôn." in text
    assert "Số tham dự" not in text


def test_a_submission_with_long_names_keeps_its_addressees_within_the_margins() -> None:
    commune = "phường Nguyễn Thị Minh Khai Phú Xuân Thượng"
    long = replace(
        _sample("submission"),
        addressees=(f"Ủy ban nhân dân {commune}", f"Ủy ban Mặt trận Tổ quốc Việt Nam {commune}"),
    )
    for _, left, _, right, _ in text_boxes(submission.draw(long, training=False)):
        assert left >= 30 - 0.4
        assert right <= 195 + 0.4


def test_a_submission_to_hold_again_names_the_reason_and_nobody() -> None:
    asked = replace(
        _sample("submission"),
        asked="hold_again",
        elected=None,
        votes=None,
        reason="hai người bằng phiếu nhau",
    )
    text = one_line(submission.draw(asked, training=False))
    assert "Đề nghị tổ chức bầu lại" in text
    assert "Không có người trúng cử. Lý do: hai người bằng phiếu nhau." in text
    assert "Trần Văn Thìn" not in text


def test_no_more_vote_than_there_are() -> None:
    with pytest.raises(ValueError, match="no more"):
        replace(_sample("submission"), votes=88)


def test_everybody_who_counted_the_stock_has_a_place_to_sign() -> None:
    minutes = _sample("stock-minutes")
    text = one_line(stock_minutes.draw(minutes, training=False))
    assert text.count("CÙNG KIỂM ĐẾM") == len(minutes.people) - 1
    for person in minutes.people:
        assert text.count(person.name) == 2, "among those present, and under a signature"


def test_a_broken_cell_has_no_word_alone_on_its_last_line() -> None:
    faces.prepare()
    column = Column("Nghề nghiệp, chức vụ", 50, centred=False)
    assert evenly("Nông dân", column) == "Nông dân"
    assert evenly("Nông dân, Phó Trưởng thôn", column).split(" ") == [
        "Nông\u00a0dân,\u00a0Phó",
        "Trưởng\u00a0thôn",
    ]
    endless = " ".join(["chữ"] * 40)
    assert evenly(endless, column) == endless


def test_the_stock_must_add_up() -> None:
    stock = _sample("stock-minutes")
    assert stock.collected == 81
    with pytest.raises(ValueError, match="printed"):
        replace(stock, unused=11)
    with pytest.raises(ValueError, match="collected"):
        replace(stock, boxes=(BoxCount(box="hòm phiếu chính", ballots=82),))


def test_ballots_that_did_not_come_back_are_counted_and_boxes_hold_no_votes() -> None:
    boxes = (BoxCount(box="hòm phiếu chính", ballots=76), BoxCount(box="hòm phiếu lưu động", ballots=3))
    text = one_line(stock_minutes.draw(replace(_sample("stock-minutes"), boxes=boxes), training=False))
    assert "7 Cộng phiếu thu về 79 bảy mươi chín" in text
    assert "8 Phiếu phát ra không thu về 02 hai" in text
    assert "Nình Thị Hương" not in text


def test_a_box_that_was_not_counted_leaves_the_sum_for_a_pen() -> None:
    stock = replace(_sample("stock-minutes"), boxes=(BoxCount(box="hòm phiếu chính"),))
    assert stock.collected is None
    assert "6 Cộng phiếu thu về 7" in one_line(stock_minutes.draw(stock, training=False))


def test_candidates_are_listed_in_ballot_order_with_their_sex_only_where_it_is_known() -> None:
    listing = _sample("candidate-list")
    text = one_line(candidate_list.draw(listing, training=False))
    assert "1 Nình Thị Hương 14/02/1989 Nữ" in text
    assert "gồm 02 (hai) người ứng cử" in text
    unknown = replace(listing, candidates=(replace(listing.candidates[1], title=""),))
    text = one_line(candidate_list.draw(unknown, training=False))
    assert "Trần Văn Thìn 1984" in text
    assert "Nam" not in text.replace("VIỆT NAM", "")


@pytest.mark.parametrize("number", [1, 40, 400])
def test_every_household_is_on_the_posted_roll_once(number: int) -> None:
    lines = tuple(PostedLine(number=index, name=f"Lò Văn Ơn {index}") for index in range(1, number + 1))
    pages = texts(posted_roll.draw(replace(_sample("posted-roll"), lines=lines), training=True))
    found = " ".join(" ".join(pages).split())
    assert all(found.count(f"Lò Văn Ơn {index} ") == 1 for index in (1, number // 2 or 1, number))
    assert all("Họ và tên đại diện hộ gia đình" in page for page in pages if "Lò Văn Ơn" in page)


def test_a_text_longer_than_a_page_is_refused_in_a_sentence() -> None:
    listing = _sample("candidate-list")
    long = replace(listing, candidates=(replace(listing.candidates[0], birth="x" * 500),))
    with pytest.raises(PaperRefused) as refusal:
        candidate_list.draw(long, training=True)
    assert refusal.value.code == "paper.too_long"
    assert "Danh sách" in refusal_sentence(refusal.value)


def test_a_number_stands_once_on_a_posted_roll() -> None:
    with pytest.raises(ValueError, match="number"):
        replace(
            _sample("posted-roll"), lines=(PostedLine(number=1, name="A"), PostedLine(number=1, name="B"))
        )


@pytest.mark.parametrize("size", [(40, 60), (3000, 1000), (30, 900), (1, 1)])
def test_a_photograph_of_any_shape_fills_the_frame_and_no_more(size: tuple[int, int]) -> None:
    sheet = _sample("posting-sheet")
    one = replace(sheet, candidates=(replace(sheet.candidates[0], photo=_picture(*size)),))
    data = posting_sheet.draw(one, training=True)
    assert len(data) < 120_000, "a telephone's picture is made as small as print needs"
    (page,) = rendered(data, 50.8)
    assert _longest_run(page) in {39, 40}
    assert _longest_run(page.transpose(Image.Transpose.TRANSPOSE)) in {59, 60}


def _longest_run(page: Image.Image) -> int:
    """Give the longest stretch of the photograph's grey along a line, mm."""
    runs = bytes(195 < shade < 205 for shade in page.tobytes())
    lines = (runs[start : start + page.width] for start in range(0, len(runs), page.width))
    return round(max(len(run) for line in lines for run in line.split(b"\0")) / 2)


@pytest.mark.parametrize("data", [b"", b"GIF89a", _picture(40, 60)[:200]])
def test_a_damaged_photograph_is_refused_by_the_candidates_number(data: bytes) -> None:
    sheet = _sample("posting-sheet")
    spoilt = replace(sheet, candidates=(sheet.candidates[0], replace(sheet.candidates[1], photo=data)))
    with pytest.raises(PaperRefused) as refusal:
        posting_sheet.draw(spoilt, training=True)
    assert (refusal.value.code, refusal.value.where) == ("paper.photo", "2")


@pytest.mark.parametrize("number", [1, 3, 7])
def test_no_candidate_is_parted_over_two_pages(number: int) -> None:
    sheet = _sample("posting-sheet")
    many = tuple(replace(sheet.candidates[0], name=f"Lò Thị {chr(65 + index)}") for index in range(number))
    pages = texts(posting_sheet.draw(replace(sheet, candidates=many), training=True))
    for index in range(number):
        (page,) = [page for page in pages if f"LÒ THỊ {chr(65 + index)}" in page]
        assert f"{index + 1}. Bà" in page
    assert "TỔ TRƯỞNG" in pages[-1]
    assert "Ngày sinh" in pages[-1], "the signature never stands alone"


def test_decisions_before_the_day_say_when_where_and_who() -> None:
    text = one_line(call_decision.draw(_sample("call-decision"), training=False))
    assert "hồi 07 giờ 30 phút, Chủ nhật, ngày 05 tháng 7 năm 2026, tại Nhà văn hóa thôn Pò Đán." in text
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÚC ĐỘNG" in text
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in text
    text = one_line(team_decision.draw(_sample("team-decision"), training=False))
    assert "Số: 96/QĐ-UBND" in text
    assert "3. Ông Hoàng Văn Sẻn - đại diện hộ gia đình, thành viên." in text


def test_minutes_of_the_list_are_the_first_paper_that_a_program_prints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdfmetrics, "_fonts", {})
    assert one_line(nomination_minutes.draw(_sample("nomination-minutes"), training=False))


def test_the_second_meeting_settles_the_list_after_the_branch_committees_opinion() -> None:
    said = one_line(nomination_minutes.draw(_sample("official-list-minutes"), training=False))
    assert "họp lập danh sách chính thức người ứng cử Trưởng thôn Nà Ếch" in said
    assert "Ý kiến của chi ủy (chi bộ): thống nhất giới thiệu cả 02 người" in said
    assert "gửi Ủy ban nhân dân xã Húc Động chậm nhất ngày 23 tháng 11 năm 2024." in said


def test_nobody_is_approved_by_more_than_were_there() -> None:
    minutes = _sample("nomination-minutes")
    assert "dự kiến 02 người ứng cử" in one_line(nomination_minutes.draw(minutes, training=False))
    with pytest.raises(ValueError, match="no more"):
        replace(minutes, present=9)
    with pytest.raises(ValueError, match="no more"):
        replace(minutes, convened=10)


def test_the_slip_is_read_by_eye_and_by_machine() -> None:
    slip = _sample("package-slip")
    data = package_slip.draw(slip, training=True)
    text = one_line(data)
    for part in ("0007 (gói liền trước: 0006) - chế độ: tập huấn", "1.284.096 byte", "4718 H09K", "12 a6c7"):
        assert part in text
    (page,) = rendered(data, 300)
    (code,) = zxingcpp.read_barcodes(page)
    assert code.text == slip.qr


def test_a_first_package_has_none_before_it_and_a_digest_has_its_form() -> None:
    slip = _sample("package-slip")
    assert "0001 (gói đầu tiên)" in one_line(
        package_slip.draw(replace(slip, sequence="0001", previous=None), training=True)
    )
    with pytest.raises(ValueError, match="64"):
        replace(slip, sha256="acff")


def test_long_facts_stay_above_the_digest() -> None:
    slip = _sample("package-slip")
    long = ", ".join(["09 cuộc bầu cử (08 bầu được, 01 bầu lại)"] * 5)
    data = package_slip.draw(replace(slip, contents=long, sender=long[:120]), training=True)
    facts = [box for box in text_boxes(data) if box[1] < 130 and 40 < box[2] < 93]
    assert max(bottom for *_, bottom in facts) < 95


def test_one_separator_for_each_stack_with_the_hamlet_whole() -> None:
    stacks = (
        Stack(hamlet="Tổ dân phố Nguyễn Thị Minh Khai - Đà Lạt", paper="Phiếu", copies=1, sheets=1),
        Stack(),
    )
    pages = texts(separator_sheet.draw(replace(_sample("separator-sheet"), stacks=stacks), training=False))
    assert len(pages) == 2
    assert "TỔ DÂN PHỐ NGUYỄN THỊ MINH KHAI - ĐÀ LẠT" in " ".join(pages[0].split())
    assert "2/2" in pages[1]


def test_the_code_of_a_recovery_sheet_is_never_in_its_value_s_text() -> None:
    sheet = replace(_sample("recovery-sheet"), made_on=dt.date(2024, 11, 15))
    assert sheet.code not in repr(sheet)
    assert "TAP" in one_line(recovery_sheet.draw(sheet, training=True))
