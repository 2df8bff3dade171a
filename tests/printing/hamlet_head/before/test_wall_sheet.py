"""The wall sheet: days to scale, words that don't touch, as many sheets as the rows take."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from desktop.printing.hamlet_head.before.wall_sheet import draw
from desktop.printing.hamlet_head.before.wall_sheet_facts import WallSheet, for_pen
from tests.printing.pages import one_line, text_boxes, texts, words_at
from tests.printing.samples import sample


@pytest.fixture
def sheet() -> WallSheet:
    return msgspec.json.decode(sample("wall-sheet"), type=WallSheet)


def test_a_day_is_as_long_as_any_other(sheet: WallSheet) -> None:
    data = draw(sheet, training=False)
    middles = {
        text: sum(words_at(data, text)[0][::2]) / 2 for text in ("18/11", "23/11", "28/11", "08/12", "16/12")
    }
    per_day = (middles["08/12"] - middles["18/11"]) / 20
    assert middles["23/11"] == pytest.approx(middles["18/11"] + 5 * per_day, abs=0.3)
    assert middles["28/11"] == pytest.approx(middles["18/11"] + 10 * per_day, abs=0.3)
    assert middles["16/12"] == pytest.approx(middles["18/11"] + 28 * per_day, abs=0.3)


def test_a_deadline_on_a_weekend_stays_and_names_the_working_day_before_it(sheet: WallSheet) -> None:
    said = one_line(draw(sheet, training=False))
    assert "Thứ Bảy 23/11/2024 (làm trước: thứ Sáu 22/11)" in said
    assert said.count("làm trước") == 2


def test_the_sheet_for_a_pen_keeps_what_the_law_says_and_no_date(sheet: WallSheet) -> None:
    bare = replace(for_pen(sheet), election_day=None, term=None, issuer_lines=())
    said = one_line(draw(bare, training=False))
    assert "−20 ngày" in said
    assert "Quyết định thành lập Tổ bầu cử" in said
    assert "2024" not in said
    assert "làm trước" not in said
    assert said.count("hạn công nhận") == 0, "working days have no place on a scale without dates"


def test_deadlines_a_day_apart_do_not_write_over_each_other(sheet: WallSheet) -> None:
    first, *rest = sheet.milestones
    crowded = tuple(
        replace(first, offset=-days, label=f"−{days} ngày", day=dt.date(2024, 12, 8) - dt.timedelta(days))
        for days in (20, 19, 18)
    )
    data = draw(replace(sheet, milestones=(*crowded, *rest[-2:])), training=False)
    on_scale = [box for box in text_boxes(data) if 47 < box[2] < 66]
    for one in on_scale:
        for other in on_scale:
            apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
            assert one is other or apart


def test_more_deadlines_than_one_sheet_holds_take_a_second_one(sheet: WallSheet) -> None:
    pages = texts(draw(replace(sheet, milestones=sheet.milestones * 2), training=True))
    assert len(pages) == 2
    for page in pages:
        assert "LỊCH CÁC MỐC BẦU CỬ TRƯỞNG THÔN" in page
        assert "Người chịu trách nhiệm" in page


def test_a_sheet_without_deadlines_is_no_wall_sheet(sheet: WallSheet) -> None:
    with pytest.raises(ValueError, match="due"):
        replace(sheet, milestones=())
