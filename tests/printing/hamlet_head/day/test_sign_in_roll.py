from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing.counting.roll_facts import Representative, SignInRoll
from desktop.printing.counting.roll_layout import WIDTHS
from desktop.printing.hamlet_head.day.sign_in_roll import draw
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import sample

_LONG = "Nguyễn Phúc Hoàng Thị Phương Thảo Quỳnh Trường Giang"


@pytest.fixture
def roll() -> SignInRoll:
    return msgspec.json.decode(sample("sign-in-roll"), type=SignInRoll)


def _lines(number: int, name: str = "Lò Văn Ơn") -> tuple[Representative, ...]:
    return tuple(Representative(number=index, name=name, birth="1970") for index in range(1, number + 1))


def _counts(data: bytes) -> list[int]:
    return [int(found) for found in re.findall(r"Cộng trang này: (\d+) hộ", one_line(data))]


def test_there_is_room_to_sign() -> None:
    assert WIDTHS[3] >= 40
    assert sum(WIDTHS) == 165


def test_every_page_repeats_the_head_and_counts_its_households(roll: SignInRoll) -> None:
    data = draw(replace(roll, lines=_lines(500)), training=False)
    for number, text in enumerate(texts(data), 1):
        assert "Chữ ký" in text
        assert "Cộng trang này" in text
        if number > 1:
            assert text.split()[0] == str(number) or f" {number} " in " ".join(text.split())
            assert "Thôn Nà Ếch, 08/12/2024" in text, "a loose page tells its hamlet"
    assert sum(_counts(data)) == 500
    assert "Tổng cộng: 500 (năm trăm) hộ; số người ký:" in one_line(data)


def test_each_household_stands_on_one_line_in_the_order_of_the_roll(roll: SignInRoll) -> None:
    lines = tuple(
        Representative(number=index, name=f"Lò Thị {word}")
        for index, word in enumerate(("Ơn", "Ánh", "Bích", "Cúc", "Đào"), 1)
    )
    text = one_line(draw(replace(roll, lines=lines), training=False))
    found = [text.index(f"{line.number} {line.name}") for line in lines]
    assert found == sorted(found)


def test_those_of_a_supplement_are_marked(roll: SignInRoll) -> None:
    lines = (
        *_lines(2),
        Representative(number=3, name="Tô Văn Khởi", supplement=1),
        Representative(number=4, name="Tô Thị Mây", supplement=2, note="hộ số 9"),
    )
    text = one_line(draw(replace(roll, lines=lines), training=False))
    assert text.count("Bổ sung") == 3, "two marks, and the rows for a pen"
    assert "Bổ sung lần 02" in text
    assert "hộ số 9" in text
    assert "Tổng cộng: 04 (bốn) hộ, trong đó bổ sung 02 hộ" in text


def test_rows_for_a_pen_are_no_households(roll: SignInRoll) -> None:
    data = draw(replace(roll, lines=_lines(1), blank_lines=8), training=False)
    assert _counts(data) == [1]
    assert "Bổ sung sau khi chốt danh sách" in one_line(data)
    without = draw(replace(roll, lines=_lines(1), blank_lines=0), training=False)
    assert "Bổ sung" not in one_line(without)


def test_nothing_on_it_leads_to_a_ballot(roll: SignInRoll) -> None:
    text = one_line(draw(roll, training=False))
    assert "01 phiếu bầu" in text
    assert not re.search(r"[Ss]ố phiếu|[Mm]ã|seri|sêri", text)


def test_where_hands_are_raised_one_signs_as_present(roll: SignInRoll) -> None:
    text = one_line(draw(replace(roll, purpose="attendance"), training=False))
    assert "Điểm danh cuộc họp bầu Trưởng thôn Nà Ếch" in text
    assert "phiếu" not in text


def test_voters_are_no_households(roll: SignInRoll) -> None:
    text = one_line(draw(replace(roll, electors="voters"), training=False))
    assert "DANH SÁCH CỬ TRI" in text
    assert "23 (hai mươi ba) cử tri" in text
    assert " hộ " not in text.replace("hộ số 27", "")


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 70), st.integers(0, 20), st.sampled_from(["Lò Văn Ơn", _LONG]))
def test_every_page_stays_within_the_margins_and_no_household_is_lost(
    number: int, blank: int, name: str
) -> None:
    roll = SignInRoll(
        form_label="Mẫu tham khảo",
        issuer_lines=("UBND XÃ HÚC ĐỘNG", "TỔ BẦU CỬ THÔN NÀ ẾCH"),
        dated=DateLine(place="Húc Động"),
        purpose="ballots",
        hamlet="Thôn Nà Ếch",
        post="Trưởng thôn Nà Ếch",
        term="2024 - 2027",
        election_date=dt.date(2024, 12, 8),
        lines=_lines(number, name),
        blank_lines=blank,
    )
    data = draw(roll, training=True)
    assert sum(_counts(data)) == number
    assert "NGƯỜI LẬP DANH SÁCH" in texts(data)[-1]
    assert "STT" in texts(data)[-1]
    for page, left, top, right, bottom in text_boxes(data):
        assert left >= 30 - 0.3, page
        assert right <= 195 + 0.3, page
        assert bottom < 15 or (top >= 20 - 0.3 and bottom <= 277 + 0.3), page


def test_signatures_never_stand_on_a_page_without_households(roll: SignInRoll) -> None:
    for number in range(8, 22):
        last = texts(draw(replace(roll, lines=_lines(number), blank_lines=0), training=False))[-1]
        assert "Lò Văn Ơn" in last


def test_a_number_stands_once_on_a_roll(roll: SignInRoll) -> None:
    with pytest.raises(ValueError, match="number"):
        replace(roll, lines=(*_lines(2), *_lines(1)))


def test_a_roll_without_names_has_numbered_rows_for_a_pen(roll: SignInRoll) -> None:
    text = one_line(draw(replace(roll, lines=()), training=False))
    assert " 30 " in text
    assert "Nình Văn Bảo" not in text.replace("TỔ TRƯỞNG (Ký, ghi rõ họ tên) Nình Văn Bảo", "")
    assert "0 hộ" not in text, "nothing is counted yet"


def test_the_roll_looks_as_it_was_approved(roll: SignInRoll) -> None:
    for number, page in enumerate(rendered(draw(roll, training=True), 60), 1):
        assert_looks_like(page, f"sign-in-roll-{number}")
