from __future__ import annotations

import dataclasses

import msgspec
import pytest

from desktop.printing.hamlet_head.count.check_sheet import CheckLine, CheckSheet, draw
from tests.printing.pages import one_line, texts
from tests.printing.samples import sample


@pytest.fixture
def sheet() -> CheckSheet:
    return msgspec.json.decode(sample("check-sheet"), type=CheckSheet)


def test_both_entries_the_faults_and_room_for_the_paper_are_on_the_sheet(sheet: CheckSheet) -> None:
    text = one_line(draw(sheet, training=True))
    assert "TỜ KIỂM TRA SỐ LIỆU KIỂM PHIẾU" in text
    assert "Lượt 2: Hoàng Minh Đức, 14:11 ngày 08/12/2024" in text
    assert "Hợp lệ 108 103 lệch, E201" in text
    assert "Lượt 2: mục 7 cộng mục 8 là 105, hòm có 110. (E201)" in text
    assert "không phải biên bản" in text


def test_the_sheet_tells_no_outcome(sheet: CheckSheet) -> None:
    text = one_line(draw(sheet, training=False)).casefold()
    assert not any(word in text for word in ("trúng cử", "bầu lại", "%", "quá nửa"))


def test_forty_candidates_go_on_over_pages(sheet: CheckSheet) -> None:
    lines = tuple(CheckLine(number=n, words=f"Ông Nông Văn {n}", first=n, second=n) for n in range(1, 49))
    pages = texts(draw(dataclasses.replace(sheet, lines=lines), training=True))
    assert len(pages) >= 2
    assert "Ông Nông Văn 48" in " ".join(pages)
