from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing.counting import tally_layout
from desktop.printing.counting.tally_facts import TallyCandidate, TallySheet
from desktop.printing.hamlet_head.day.tally_sheet import draw
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import sample

_LONG = "NGUYỄN PHÚC HOÀNG THỊ PHƯƠNG THẢO"


@pytest.fixture
def tally() -> TallySheet:
    return msgspec.json.decode(sample("tally-sheet"), type=TallySheet)


def _candidates(number: int) -> tuple[TallyCandidate, ...]:
    return tuple(TallyCandidate(title="Bà", name=f"{_LONG} {chr(65 + index)}") for index in range(number))


def _sheets(tally: TallySheet) -> list[list[tally_layout.TallyRow]]:
    return tally_layout.sheets(tally, 92, 16.4, 3)


def test_a_small_hamlet_has_one_sheet_with_squares_for_everybody(tally: TallySheet) -> None:
    text = one_line(draw(tally, training=False))
    assert len(texts(draw(tally, training=False))) == 1
    for part in ("BẢNG GHI KẾT QUẢ KIỂM PHIẾU", "NÌNH THỊ HƯƠNG", "TRẦN VĂN THÌN", "Phiếu không hợp lệ"):
        assert part in text
    assert text.count("130") == 2, "87 marks want two lines of 65 for each candidate"
    for signer in ("NGƯỜI ĐỌC PHIẾU", "NGƯỜI GHI", "NGƯỜI KIỂM SOÁT", "NGƯỜI CHỨNG KIẾN"):
        assert signer in text


@pytest.mark.parametrize(("electorate", "lines"), [(1, 1), (65, 1), (66, 2), (130, 2)])
def test_sixty_five_marks_go_on_a_line(tally: TallySheet, electorate: int, lines: int) -> None:
    (rows,) = _sheets(replace(tally, electorate=electorate))
    assert [row.lines for row in rows] == [lines, lines, 1]


def test_a_large_hamlet_goes_on_on_further_sheets_alike(tally: TallySheet) -> None:
    sheets = _sheets(replace(tally, electorate=500))
    assert len(sheets) == 4
    assert all(sheet == sheets[0] for sheet in sheets)
    text = one_line(draw(replace(tally, electorate=500), training=False))
    assert "Tờ số: 4" in text


@settings(deadline=None)
@given(st.integers(1, 900), st.integers(1, 12))
def test_there_is_a_square_for_every_vote_that_can_be_cast(electorate: int, number: int) -> None:
    tally = msgspec.json.decode(sample("tally-sheet"), type=TallySheet)
    sheets = _sheets(replace(tally, electorate=electorate, candidates=_candidates(number)))
    marks = dict.fromkeys(range(1, number + 1), 0)
    for rows in sheets:
        assert sum(row.lines * 16.4 + 3 for row in rows) <= 92, "the table ends above the signatures"
        for row in rows:
            if row.candidate:
                marks[row.number] += row.lines * 65
    assert all(room >= electorate for room in marks.values())
    assert any(row.candidate is None for rows in sheets for row in rows)
    if number <= 3:
        assert all(len(rows) == number + 1 for rows in sheets), "a ballot is marked on one sheet"


@pytest.mark.parametrize(("number", "electorate"), [(1, 1), (3, 500), (12, 90)])
def test_the_sheet_stays_within_its_margins(tally: TallySheet, number: int, electorate: int) -> None:
    crowded = replace(
        tally,
        electorate=electorate,
        candidates=_candidates(number),
        box="Hòm phiếu lưu động số 12 nhóm hộ",
    )
    for page, left, top, right, bottom in text_boxes(draw(crowded, training=True)):
        assert left >= 15 - 0.3, page
        assert right <= 282 + 0.3, page
        assert top >= 5, page
        assert bottom <= 198, page


def test_long_names_do_not_leave_their_column(tally: TallySheet) -> None:
    text = draw(replace(tally, candidates=_candidates(2)), training=False)
    names = [box for box in text_boxes(text) if 30 < box[1] < 79 and 63 < box[2] < 130]
    assert names
    assert max(box[3] for box in names) <= 81


def test_the_sheet_looks_as_it_was_approved(tally: TallySheet) -> None:
    assert_looks_like(rendered(draw(tally, training=True), 60)[0], "tally-sheet")
