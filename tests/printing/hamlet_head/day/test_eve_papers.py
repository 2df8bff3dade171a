from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from desktop.printing.hamlet_head.day import ballot_handover, cover_checklist
from desktop.printing.hamlet_head.day.ballot_handover import BallotHandover, SealedPiece
from desktop.printing.hamlet_head.day.cover_checklist import CoverChecklist, EnvelopeItem
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import sample


@pytest.fixture
def handover() -> BallotHandover:
    return msgspec.json.decode(sample("ballot-handover"), type=BallotHandover)


@pytest.fixture
def cover() -> CoverChecklist:
    return msgspec.json.decode(sample("cover-checklist"), type=CoverChecklist)


def _within_margins(data: bytes) -> None:
    for page, left, top, right, bottom in text_boxes(data):
        assert left >= 30 - 0.3, page
        assert right <= 195 + 0.3, page
        assert bottom < 15 or (top >= 20 - 0.3 and bottom <= 277 + 0.3), page


def test_ballots_handed_over_are_counted_in_figures_and_words(handover: BallotHandover) -> None:
    text = one_line(ballot_handover.draw(handover, training=False))
    assert "đã nhận 92 (chín mươi hai) phiếu bầu" in text
    assert "(87 phiếu theo số đại diện hộ gia đình và 05 phiếu dự phòng)" in text
    assert "đựng trong 02 gói niêm phong" in text
    assert "Gói số 2: hòm phiếu lưu động 12" in text


def test_the_hour_and_an_unknown_day_are_left_for_a_pen(handover: BallotHandover) -> None:
    text = one_line(ballot_handover.draw(handover, training=False))
    assert "vào hồi giờ phút, ngày tháng 12 năm 2024" in text
    assert "Húc Động, ngày tháng 12 năm 2024" in text
    assert ".." not in text, "leaders are drawn, never typed"


def test_a_known_day_is_printed(handover: BallotHandover) -> None:
    dated = DateLine(place="Húc Động", day=7, month=2, year=2025)
    text = one_line(ballot_handover.draw(replace(handover, dated=dated), training=False))
    assert "phút, ngày 07 tháng 02 năm 2025, tại" in text
    assert "Húc Động, ngày 07 tháng 02 năm 2025" in text


def test_both_sides_sign(handover: BallotHandover) -> None:
    text = one_line(ballot_handover.draw(handover, training=False))
    assert "ĐẠI DIỆN BÊN GIAO" in text
    assert "ĐẠI DIỆN BÊN NHẬN" in text
    unnamed = one_line(ballot_handover.draw(replace(handover, givers=(), receivers=()), training=False))
    assert unnamed.count("Ông (bà)") == 4


def test_pieces_hold_all_ballots(handover: BallotHandover) -> None:
    with pytest.raises(ValueError, match="pieces"):
        replace(handover, ballots=93)


def test_the_hand_over_of_a_usual_hamlet_fits_on_one_page(handover: BallotHandover) -> None:
    assert len(texts(ballot_handover.draw(handover, training=True))) == 1


@pytest.mark.parametrize("number", [1, 12, 40])
def test_many_pieces_stay_within_the_margins_and_the_signatures_with_the_closing(
    handover: BallotHandover, number: int
) -> None:
    pieces = tuple(SealedPiece(label=f"Gói số {index}", ballots=5) for index in range(number))
    data = ballot_handover.draw(
        replace(handover, pieces=pieces, ballots=5 * number, electorate=None, venue=None), training=True
    )
    _within_margins(data)
    assert "Biên bản lập xong hồi" in texts(data)[-1]
    assert "ĐẠI DIỆN BÊN NHẬN" in texts(data)[-1]


def test_the_cover_lists_what_is_in_the_envelope(cover: CoverChecklist) -> None:
    text = one_line(cover_checklist.draw(cover, training=False))
    for part in ("THÔN NÀ ẾCH", "92 phiếu", "02 bản", "08 giờ 00 phút, Chủ nhật, ngày 08 tháng 12 năm 2024"):
        assert part in text
    assert "Điện thoại trực của xã: 0203 000 0000" in text
    assert "Điện thoại" not in one_line(cover_checklist.draw(replace(cover, duty_phone=None), training=False))


def test_a_cover_leaves_an_hour_that_is_not_known_for_a_pen(cover: CoverChecklist) -> None:
    text = one_line(cover_checklist.draw(replace(cover, opening=None), training=False))
    assert "Thời gian bầu cử: giờ phút, Chủ nhật, ngày 08 tháng 12 năm 2024" in text


def test_every_paper_has_a_square_for_giving_and_one_for_taking(cover: CoverChecklist) -> None:
    page = rendered(cover_checklist.draw(cover, training=False), 127)[0]
    # 127 dpi is 5 pixels to a millimetre; the two columns of squares end 23 mm before the margin.
    for left in (142, 157):
        column = page.crop((round((left + 7.5) * 5) - 2, 130 * 5, round((left + 7.5) * 5) + 2, 190 * 5))
        dark = [min(column.crop((0, y, 4, y + 1)).get_flattened_data()) < 128 for y in range(column.height)]
        strokes = sum(now and not before for before, now in zip([False, *dark], dark, strict=False))
        # Upper and lower side of five squares, and the rules of the table's rows.
        assert strokes >= 10


@pytest.mark.parametrize("number", [1, 30])
def test_a_cover_with_many_papers_stays_within_the_margins(cover: CoverChecklist, number: int) -> None:
    items = tuple(
        EnvelopeItem(
            paper=f"Danh sách đại diện hộ gia đình ký nhận phiếu, tập {index}", quantity=index, unit="tờ"
        )
        for index in range(number)
    )
    long = replace(
        cover, contents=items, hamlet="Tổ dân phố Nà Làng - Pắc Liềng - Khe Vằn", venue=None, giver=None
    )
    data = cover_checklist.draw(long, training=True)
    _within_margins(data)
    assert "NGƯỜI NHẬN" in texts(data)[-1]


def test_a_cover_without_contents_has_rows_for_a_pen(cover: CoverChecklist) -> None:
    text = one_line(cover_checklist.draw(replace(cover, contents=()), training=False))
    assert "Giấy tờ trong phong bì" in text
    assert "Phiếu bầu đã niêm phong" not in text
    assert " 7 " in text


def test_the_papers_of_the_eve_look_as_they_were_approved(
    cover: CoverChecklist, handover: BallotHandover
) -> None:
    assert_looks_like(rendered(cover_checklist.draw(cover, training=True), 60)[0], "cover-checklist")
    assert_looks_like(rendered(ballot_handover.draw(handover, training=True), 60)[0], "ballot-handover")
