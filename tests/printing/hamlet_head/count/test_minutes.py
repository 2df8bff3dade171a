from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp

from desktop.errors import PaperRefused
from desktop.printing.counting.facts import (
    CandidateVotes,
    CommitteeMember,
    CountingMinutes,
    CountOutcome,
    Explanation,
    Replacement,
)
from desktop.printing.hamlet_head.count.blank import BlankMinutes, draw_blank, half_filled
from desktop.printing.hamlet_head.count.minutes import draw
from desktop.printing.setting.digest_band import CountDigest
from desktop.printing.setting.people import Person
from tests.printing.pages import assert_looks_like, faces_in, one_line, rendered, text_boxes, texts
from tests.printing.samples import candidates

_LONG = "Nguyễn Phúc Hoàng Thị Phương Thảo"


@pytest.fixture
def blank() -> BlankMinutes:
    return BlankMinutes(form_label="Mẫu tham khảo theo Mẫu số 02, Nghị định số 59/2023/NĐ-CP")


def _crowded(minutes: CountingMinutes, number: int) -> CountingMinutes:
    """Minutes with long names everywhere, an explanation, and nobody elected."""
    return replace(
        minutes,
        candidates=candidates(number),
        committee=tuple(
            CommitteeMember(title="Bà", name=_LONG, role="Thành viên" if index else "Tổ trưởng")
            for index in range(5)
        ),
        witnesses=(Person(title="Bà", name=_LONG), Person(title="Ông", name=_LONG)),
        outcome=CountOutcome(kind="held_again", threshold=minutes.outcome.threshold),
        explanations=(Explanation(code="E203", text="một phiếu rách đã hủy tại chỗ.", by=_LONG),),
        entered_by_one=True,
    )


def _page_with(data: bytes, words: str) -> list[int]:
    pages = [" ".join(text.split()) for text in texts(data)]
    return [number for number, text in enumerate(pages, 1) if words in text]


def _first_x_and_last_y(data: bytes) -> tuple[float, float]:
    boxes = list(text_boxes(data))
    return min(box[1] for box in boxes), max(box[4] for box in boxes)


def test_every_share_names_its_base(minutes: CountingMinutes) -> None:
    text = one_line(draw(minutes, training=False))
    assert "81 đại diện, bằng 93,10% của 87 đại diện hộ gia đình." in text
    assert "Số phiếu hợp lệ: 79 phiếu, bằng 97,53% của 81 phiếu thu vào." in text
    assert (
        "Số phiếu không hợp lệ: 02 phiếu, bằng 2,47% của 81 phiếu thu vào; lý do: để lại cả hai người" in text
    )
    assert "Tỷ lệ so với 87 đại diện hộ gia đình của thôn" in text
    assert text.count("%") == text.count("% của") + len(minutes.candidates), "only the table's stand alone"


def test_the_electorate_is_also_in_words(minutes: CountingMinutes) -> None:
    assert "87 (tám mươi bảy) đại diện" in one_line(draw(minutes, training=False))


def test_who_is_elected_stands_with_the_clause_votes_and_base(minutes: CountingMinutes) -> None:
    text = one_line(draw(minutes, training=False))
    assert "(nhiều hơn 1/2 tổng số đại diện hộ gia đình của thôn, tức là từ 44 phiếu trở lên trên 87)" in text
    assert (
        "ông Trần Văn Thìn được 49 phiếu, bằng 56,32% của 87 đại diện hộ gia đình, là người trúng cử" in text
    )


def test_nobody_elected_is_said_without_a_name(minutes: CountingMinutes) -> None:
    decision = CountOutcome(kind="held_again", threshold=minutes.outcome.threshold)
    text = one_line(draw(replace(minutes, outcome=decision), training=False))
    assert "không có người nào đủ điều kiện trúng cử" in text
    assert "người trúng cử Trưởng thôn" not in text


def test_too_few_elected_says_how_many_are_missing(minutes: CountingMinutes) -> None:
    decision = CountOutcome(
        kind="held_again", threshold=minutes.outcome.threshold, elected=("Trần Văn Thìn",), seats_left=1
    )
    text = one_line(draw(replace(minutes, outcome=decision), training=False))
    assert "ông Trần Văn Thìn được 49 phiếu" in text
    assert "còn thiếu 01 người" in text


def test_without_a_quorum_no_votes_are_listed(minutes: CountingMinutes) -> None:
    text = one_line(
        draw(
            replace(
                minutes,
                present=40,
                issued=None,
                returned=None,
                valid=None,
                invalid=None,
                outcome=CountOutcome(kind="no_quorum", threshold=minutes.outcome.threshold),
            ),
            training=False,
        )
    )
    assert "40 đại diện, không đạt mức quy định (nhiều hơn 1/2" in text
    assert "Số phiếu bầu cho từng người" not in text


def test_what_was_not_counted_is_left_out(minutes: CountingMinutes) -> None:
    text = one_line(draw(replace(minutes, printed=None, replaced=None, issued=None), training=False))
    assert "Số phiếu phát ra" not in text
    assert "Số phiếu thu vào: 81 phiếu." in text, "no share where its base was not counted"
    text = one_line(draw(replace(minutes, printed=None, replaced=None), training=False))
    assert "Số phiếu phát ra: 81 phiếu (còn lại không dùng: 11)." in text


def test_parts_that_do_not_make_up_the_whole_are_not_made_to(minutes: CountingMinutes) -> None:
    text = one_line(draw(replace(minutes, valid=78), training=False))
    assert "Số phiếu hợp lệ: 78 phiếu, bằng 96,30% của 81" in text
    assert "02 phiếu, bằng 2,47% của 81" in text


def test_a_ballot_that_asked_for_agreement_has_votes_against(minutes: CountingMinutes) -> None:
    one = CandidateVotes(title="Ông", name="Trần Văn Thìn", votes=70, against=9)
    text = one_line(draw(replace(minutes, vote="agree", candidates=(one,)), training=False))
    assert "Số phiếu không đồng ý" in text
    assert "được 70 phiếu đồng ý, bằng 80,46% của 87" in text


def test_hands_have_no_ballots_but_for_against_and_no_opinion(minutes: CountingMinutes) -> None:
    text = one_line(
        draw(
            replace(
                minutes,
                vote="hands",
                issued=None,
                returned=None,
                valid=None,
                invalid=None,
                candidates=(
                    CandidateVotes(title="Ông", name="Trần Văn Thìn", votes=70, against=9, abstain=2),
                ),
            ),
            training=False,
        )
    )
    assert "bằng hình thức biểu quyết giơ tay" in text
    assert "Không có ý kiến" in text
    assert "70 09 02 80,46%" in text
    assert "phiếu phát ra" not in text


def test_voters_are_the_base_where_voters_elect(minutes: CountingMinutes) -> None:
    text = one_line(draw(replace(minutes, electors="voters"), training=False))
    assert "Tổng số cử tri của thôn: 87 (tám mươi bảy) cử tri." in text
    assert "hộ gia đình" not in text


def test_a_contradiction_is_explained_in_a_line_to_sign(minutes: CountingMinutes) -> None:
    explained = Explanation(code="E203", text="một phiếu rách đã hủy tại chỗ.", by="Hoàng Văn Sẻn")
    text = one_line(draw(replace(minutes, explanations=(explained,)), training=False))
    assert "Giải trình số liệu (mã E203): một phiếu rách" in text
    assert "Người giải trình: Hoàng Văn Sẻn (ký)" in text


def test_minutes_of_a_reopened_count_say_what_they_replace(minutes: CountingMinutes) -> None:
    again = Replacement(revision=2, paper="biên bản kiểm phiếu lập hồi 10 giờ 55 phút", reason="cộng nhầm")
    text = one_line(draw(replace(minutes, replacement=again), training=False))
    assert "(bản thay thế, lần 02)" in text
    assert "thay thế biên bản kiểm phiếu lập hồi 10 giờ 55 phút; lý do: cộng nhầm." in text
    assert "thay thế" not in one_line(draw(minutes, training=False))


def test_figures_entered_by_one_person_are_owned_up_to(minutes: CountingMinutes) -> None:
    assert "do một người nhập" in one_line(draw(replace(minutes, entered_by_one=True), training=False))
    assert "do một người nhập" not in one_line(draw(minutes, training=False))


def test_a_count_that_ends_after_midnight_names_the_next_day(minutes: CountingMinutes) -> None:
    late = replace(minutes, opening=dt.time(22, 0), closing=dt.time(0, 15))
    assert "xong hồi 00 giờ 15 phút ngày 09 tháng 12 năm 2024" in one_line(draw(late, training=False))


def test_markup_in_a_name_is_only_text(minutes: CountingMinutes) -> None:
    text = one_line(draw(replace(minutes, venue="Nhà <b>văn hóa & thể thao"), training=False))
    assert "Nhà <b>văn hóa & thể thao" in text


@pytest.mark.parametrize("number", range(2, 13))
def test_pages_break_where_they_may(minutes: CountingMinutes, number: int) -> None:
    data = draw(_crowded(minutes, number), training=False)
    pages = len(texts(data))
    assert f"gồm {pages:02d} trang" in one_line(data), "the closing sentence counts the pages"
    closing = _page_with(data, "Biên bản lập xong hồi")
    assert closing == _page_with(data, "TM. BAN KIỂM PHIẾU") == [pages]
    assert _page_with(data, "Căn cứ quy định") == _page_with(data, "thực hiện theo quy định.")
    assert _page_with(data, "Người giải trình") == _page_with(data, "Giải trình số liệu")
    lead = _page_with(data, "Số phiếu bầu cho từng người:")
    assert lead == _page_with(data, "Bà Tẩn Láo Sử B"), "the table begins with its first two rows"
    if number > 3:
        assert len(_page_with(data, "Họ và tên người ứng cử")) == len(_page_with(data, "3,45%"))


@pytest.mark.parametrize("number", [2, 7, 12])
def test_text_stays_within_the_margins_on_every_page(minutes: CountingMinutes, number: int) -> None:
    for page, left, top, right, bottom in text_boxes(draw(_crowded(minutes, number), training=True)):
        assert left >= 30 - 0.3, page
        assert right <= 195 + 0.3, page
        header, footer = bottom < 15, top > 273.7
        assert header or footer or (top >= 20 - 0.3 and bottom <= 272 + 0.3), page


def test_every_page_bears_the_digest_in_sixteen_groups(minutes: CountingMinutes) -> None:
    data = draw(minutes, training=False)
    groups = re.findall("....", minutes.digest.sha256)
    for text in texts(data):
        line = " ".join(text.split())
        assert " ".join(groups[:8]) in line
        assert " ".join(groups[8:]) in line


def test_every_page_bears_the_entry_of_the_log_in_eight_groups(minutes: CountingMinutes) -> None:
    log = minutes.digest.log
    assert log is not None
    for text in texts(draw(minutes, training=False)):
        line = " ".join(text.split())
        assert f"dòng {log.entry}" in line
        assert " ".join(log.groups[:4]) in line
        assert " ".join(log.groups[4:]) in line


def test_the_qr_of_every_page_is_read_from_a_print(minutes: CountingMinutes) -> None:
    for page in rendered(draw(minutes, training=True), 300):
        assert [found.text for found in zxingcpp.read_barcodes(page)] == [minutes.digest.qr_full]


def test_a_qr_that_would_print_too_small_leaves_the_votes_out(minutes: CountingMinutes) -> None:
    long = CountDigest(
        sha256=minutes.digest.sha256,
        qr_full=minutes.digest.qr_full + ":123" * 14,
        qr_short=minutes.digest.qr_short,
    )
    page = rendered(draw(replace(minutes, digest=long), training=False), 300)[0]
    assert [found.text for found in zxingcpp.read_barcodes(page)] == [long.qr_short]


def test_a_qr_that_cannot_fit_is_refused(minutes: CountingMinutes) -> None:
    long = CountDigest(sha256=minutes.digest.sha256, qr_full="A" * 400, qr_short="A" * 300)
    with pytest.raises(PaperRefused) as refusal:
        draw(replace(minutes, digest=long), training=False)
    assert refusal.value.code == "paper.qr"


def test_a_digest_is_sixty_four_hexadecimal_digits() -> None:
    with pytest.raises(ValueError, match="64"):
        CountDigest(sha256="cc56", qr_full="A", qr_short="A")


def test_minutes_elect_nobody_who_did_not_stand(minutes: CountingMinutes) -> None:
    with pytest.raises(ValueError, match="nobody else"):
        replace(minutes, outcome=replace(minutes.outcome, elected=("Lò Thị Ơn",)))


@pytest.mark.parametrize("training", [True, False])
def test_training_minutes_are_stamped_on_every_page(minutes: CountingMinutes, training: bool) -> None:
    for text in (
        *texts(draw(minutes, training=training)),
        *texts(draw_blank(half_filled(minutes), training=training)),
    ):
        assert ("DỮ LIỆU TẬP HUẤN" in text) is training


def test_all_text_is_composed_and_readable(minutes: CountingMinutes) -> None:
    text = one_line(draw(minutes, training=False))
    assert unicodedata.is_normalized("NFC", text)
    assert "\ufffd" not in text
    assert "Mẫu tham khảo theo Mẫu số 02" in text


@pytest.mark.parametrize("field", ["venue", "form_label", "place", "term"])
def test_a_decomposed_text_is_refused_wherever_it_stands(minutes: CountingMinutes, field: str) -> None:
    with pytest.raises(PaperRefused) as refusal:
        draw(replace(minutes, **{field: unicodedata.normalize("NFD", "Nhà văn hóa")}), training=False)
    assert refusal.value.code == "paper.letter"


def test_the_same_minutes_give_the_same_bytes(minutes: CountingMinutes) -> None:
    assert draw(minutes, training=True) == draw(minutes, training=True)


def test_all_faces_are_embedded(minutes: CountingMinutes, blank: BlankMinutes, tmp_path: Path) -> None:
    for data in (draw(minutes, training=True), draw_blank(blank, training=True)):
        faces = faces_in(data, tmp_path)
        assert faces
        assert all(embedded for _, embedded in faces)


def test_the_blank_form_asks_for_everything_and_bears_no_digest(blank: BlankMinutes) -> None:
    data = draw_blank(blank, training=False)
    text = one_line(data)
    for part in ("Về việc", "5. Ông (bà)", "Lý do không hợp lệ:", "Người trúng cử (nhiều hơn 1/2", "./."):
        assert part in text
    assert "SHA-256" not in text
    assert ".." not in text, "leaders are drawn, never typed"
    assert len(texts(data)) == 2


def test_a_half_filled_form_knows_the_names_but_no_count(minutes: CountingMinutes) -> None:
    text = one_line(draw_blank(half_filled(minutes), training=False))
    for part in ("thôn Nà Ếch", "Bà Nình Thị Hương", "1. Ông Hoàng Văn Sẻn - Tổ trưởng", "87 (tám mươi bảy)"):
        assert part in text
    for count in ("81", "79", "49", "34,48", "09 giờ"):
        assert count not in text


@pytest.mark.parametrize("number", [1, 3, 8, 12])
def test_the_half_filled_form_stays_within_the_margins(minutes: CountingMinutes, number: int) -> None:
    data = draw_blank(half_filled(_crowded(minutes, number)), training=False)
    for page, left, top, right, bottom in text_boxes(data):
        assert left >= 30 - 0.3, page
        assert right <= 195 + 0.3, page
        assert bottom < 15 or (top >= 20 - 0.3 and bottom <= 277 + 0.3), page
    assert _page_with(data, "Biên bản lập xong hồi") == _page_with(data, "TM. BAN KIỂM PHIẾU")


def test_the_minutes_look_as_they_were_approved(minutes: CountingMinutes, blank: BlankMinutes) -> None:
    for name, data in (
        ("counting-minutes", draw(minutes, training=True)),
        ("counting-minutes-blank", draw_blank(blank, training=True)),
    ):
        for number, page in enumerate(rendered(data, 70), 1):
            assert_looks_like(page, f"{name}-{number}")
