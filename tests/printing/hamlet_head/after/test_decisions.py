from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from desktop.printing.hamlet_head.after import hold_again_decision, recognition_decision
from desktop.printing.hamlet_head.after.hold_again_decision import HoldAgainDecision
from desktop.printing.hamlet_head.after.recognition_decision import RecognitionDecision
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import sample


@pytest.fixture
def recognition() -> RecognitionDecision:
    return msgspec.json.decode(sample("recognition-decision"), type=RecognitionDecision)


@pytest.fixture
def again() -> HoldAgainDecision:
    return msgspec.json.decode(sample("hold-again-decision"), type=HoldAgainDecision)


def test_the_recognised_head_stands_with_votes_share_and_base(recognition: RecognitionDecision) -> None:
    text = one_line(recognition_decision.draw(recognition, training=False))
    assert "Công nhận ông Trần Văn Thìn, sinh năm 1984, trúng cử Trưởng thôn Nà Ếch" in text
    assert "với 49 phiếu, bằng 56,32% của 87 đại diện hộ gia đình của thôn." in text


def test_an_unknown_birth_is_left_out_and_a_day_is_named_as_one(recognition: RecognitionDecision) -> None:
    unknown = replace(recognition, head=replace(recognition.head, birth=None))
    assert "ông Trần Văn Thìn, trúng cử" in one_line(recognition_decision.draw(unknown, training=False))
    known = replace(recognition, head=replace(recognition.head, birth="05/6/1984"))
    assert "sinh ngày 05/6/1984" in one_line(recognition_decision.draw(known, training=False))


def test_both_decisions_say_that_they_are_samples(
    recognition: RecognitionDecision, again: HoldAgainDecision
) -> None:
    for data in (
        recognition_decision.draw(recognition, training=False),
        hold_again_decision.draw(again, training=False),
    ):
        assert "Mẫu tham khảo" in one_line(data)


def test_bases_are_the_offices_own_and_closed_as_a_list(recognition: RecognitionDecision) -> None:
    frame = replace(recognition.frame, bases=("Căn cứ thứ nhất", "Căn cứ thứ hai"))
    text = one_line(recognition_decision.draw(replace(recognition, frame=frame), training=False))
    assert "Căn cứ thứ nhất; Căn cứ thứ hai." in text
    assert "59/2023" not in text, "no law is cited that the office did not give"


def test_number_and_day_are_left_for_a_pen_until_they_are_known(recognition: RecognitionDecision) -> None:
    text = one_line(recognition_decision.draw(recognition, training=False))
    assert "Số: /QĐ-UBND" in text
    assert "Húc Động, ngày tháng 12 năm 2024" in text
    signed = replace(recognition.frame, number="112", dated=DateLine.on("Húc Động", dt.date(2024, 12, 11)))
    text = one_line(recognition_decision.draw(replace(recognition, frame=signed), training=False))
    assert "Số: 112/QĐ-UBND" in text
    assert "Húc Động, ngày 11 tháng 12 năm 2024" in text


def test_recipients_begin_with_those_of_the_last_article(again: HoldAgainDecision) -> None:
    assert "- Như Điều 3;" in one_line(hold_again_decision.draw(again, training=False))
    more = replace(again, further=("Giao ông Sằn A Lộc phụ trách thôn cho đến khi có Trưởng thôn mới.",))
    text = one_line(hold_again_decision.draw(more, training=False))
    assert "Điều 3. Giao ông Sằn A Lộc" in text
    assert "- Như Điều 4;" in text


def test_an_election_is_held_again_with_its_reason_and_day(again: HoldAgainDecision) -> None:
    text = one_line(hold_again_decision.draw(again, training=False))
    assert "Tổ chức bầu cử lại Trưởng thôn Khe Mó, nhiệm kỳ 2024 - 2027." in text
    assert "ngày 08 tháng 12 năm 2024, không có người ứng cử nào được nhiều hơn 1/2" in text
    assert "Chủ nhật, ngày 22 tháng 12 năm 2024, tại Nhà văn hóa thôn Khe Mó." in text


@pytest.mark.parametrize(
    ("date", "venue"), [(None, None), (None, "Nhà văn hóa"), (dt.date(2024, 12, 22), None)]
)
def test_a_day_or_place_not_known_is_left_for_a_pen(
    again: HoldAgainDecision, date: dt.date | None, venue: str | None
) -> None:
    text = one_line(hold_again_decision.draw(replace(again, new_date=date, venue=venue), training=False))
    assert "Điều 2. Tổ bầu cử thôn Khe Mó tổ chức bầu cử lại vào" in text
    assert ("ngày tháng năm" in text) is (date is None)
    assert "22 tháng 12 năm 2024" in text or date is None


def test_a_long_decision_keeps_its_signature_with_words_and_its_margins(
    recognition: RecognitionDecision,
) -> None:
    for number in range(1, 14):
        frame = replace(
            recognition.frame, bases=("Căn cứ Nghị quyết của Hội đồng nhân dân tỉnh về thôn, bản",) * number
        )
        data = recognition_decision.draw(replace(recognition, frame=frame), training=True)
        last = texts(data)[-1]
        assert "TM. ỦY BAN NHÂN DÂN" in last
        assert "Quyết định này./." in " ".join(last.split())
        for page, left, top, right, bottom in text_boxes(data):
            assert left >= 30 - 0.3, page
            assert right <= 195 + 0.3, page
            assert bottom < 15 or (top >= 20 - 0.3 and bottom <= 277 + 0.3), page


def test_more_votes_than_electors_recognise_nobody(recognition: RecognitionDecision) -> None:
    with pytest.raises(ValueError, match="votes"):
        replace(recognition.head, votes=88)


def test_the_decisions_look_as_they_were_approved(
    recognition: RecognitionDecision, again: HoldAgainDecision
) -> None:
    for name, data in (
        ("recognition-decision", recognition_decision.draw(recognition, training=True)),
        ("hold-again-decision", hold_again_decision.draw(again, training=True)),
    ):
        pages = rendered(data, 60)
        assert len(pages) == 1
        assert_looks_like(pages[0], name)
