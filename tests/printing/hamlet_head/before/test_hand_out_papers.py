"""Plan and notice of slips for households: one page each, whatever is known and however long the names."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from desktop.printing import catalogue
from desktop.printing.hamlet_head.before.hand_out_facts import HandOutPaper
from tests.printing.pages import one_line, text_boxes, texts
from tests.printing.samples import sample

_NAMES = ("hand-out-plan", "hand-out-notice")


@pytest.mark.parametrize("name", _NAMES)
def test_a_paper_on_slips_says_why_until_when_and_by_whom(name: str) -> None:
    said = one_line(catalogue.find(name).draw(_sample(name), training=False))
    for part in (
        "có 41 đại diện trên 87 hộ tham dự",
        "bầu Trưởng thôn Nà Ếch, nhiệm kỳ 2024 - 2027.",
        "bà Nình Thị Hương; ông Trần Văn Thìn.",
        "phát phiếu từ ngày 13 tháng 12 năm 2024; thu phiếu tại nhà, chậm nhất 16 giờ 00 phút",
        "- Ông Nình Văn Bảo - Tổ trưởng",
        "có 02 đại diện hộ gia đình chứng kiến, lập biên bản theo Mẫu số 04.",
    ):
        assert part in said


@pytest.mark.parametrize("name", _NAMES)
def test_long_names_and_the_largest_team_stay_within_the_margins(name: str) -> None:
    paper, long = _sample(name), "Nguyễn Phúc Hoàng Thị Phương Thảo"
    commune = "phường Nguyễn Thị Minh Khai Phú Xuân Thượng"
    crowded = replace(
        paper,
        addressees=(f"Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam {commune}", f"Chủ tịch Ủy ban {commune}"),
        team=tuple(replace(paper.team[0], name=long) for _ in range(5)),
        candidates=tuple(replace(one, name=long) for one in paper.candidates),
        head_line="TỔ TRƯỞNG TỔ DÂN PHỐ",
        head=long,
        front_head=long,
    )
    data = catalogue.find(name).draw(crowded, training=True)
    for _, left, _, right, _ in text_boxes(data):
        assert left >= 30 - 0.4
        assert right <= 195 + 0.4
    assert "TỔ TRƯỞNG TỔ DÂN PHỐ" in texts(data)[-1]


def _sample(name: str) -> HandOutPaper:
    return msgspec.json.decode(sample(name), type=HandOutPaper)
