"""What the samples don't show: few members, votes held again, delegates, a post refused, a long list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.printing import catalogue
from desktop.printing.form import Filled, Form
from desktop.printing.form_input import read_input
from tests.printing.pages import assert_looks_like, one_line, rendered
from tests.printing.word.read_word import printed_text, word_text

_CASES = {path.name.removesuffix(".json"): path for path in (Path(__file__).parent / "cases").glob("*.json")}
# Sentences that a case must have, and words that it must not.
_SAID = {
    "congress-minutes.direct": (
        "Chủ tịch Đại hội: đồng chí Phùn Văn Sinh (06/06 tán thành).",
        "Thư ký: đồng chí Tằng Thị Vân (05/06 tán thành, không tán thành 0, không có ý kiến 01).",
        "2. Bí thư. Danh sách 01 đồng chí.",
        "tán thành 04, không tán thành 01, không có ý kiến 01, trên 06 đảng viên chính thức có mặt.",
        "THƯ KÝ ĐẠI HỘI CHỦ TỊCH ĐẠI HỘI",
    ),
    "congress-minutes.further-times": (
        "Chìu Thị Mùi và Lỷ A Sáng cùng được 17 phiếu, bằng nhau ở vị trí cuối.",
        "Bầu lần thứ hai. Phát ra 26, thu về 26, hợp lệ 25, không hợp lệ 01 phiếu (không bầu ai).",
        "thu về 27 phiếu, nhiều hơn số phiếu phát ra, lần bầu không có giá trị.",
        "được 13 phiếu đồng ý, bằng 48,15% của 27, không trúng cử. Đại hội biểu quyết không bầu tiếp",
        "5. Đại biểu dự Đại hội Đảng bộ xã Húc Động.",
        "Dự khuyết: Chìu Thị Mùi (15).",
        "Biên bản gồm 03 trang",
    ),
    "congress-counting-minutes.direct": (
        "3. Đảng viên chính thức có mặt khi bầu: 06; vắng mặt: 01.",
        "Đồng chí Phùn Văn Sinh được 05 phiếu đồng ý, bằng 83,33% của 06, trúng cử Bí thư Chi bộ.",
        "CHỦ TỊCH ĐẠI HỘI T/M BAN KIỂM PHIẾU",
    ),
    "congress-counting-minutes.void": (
        "Số phiếu thu về nhiều hơn số phiếu phát ra, lần bầu này không có giá trị.",
        "5. Bầu lần thứ hai.",
        "trúng cử Bí thư Chi bộ.",
    ),
    "congress-counting-minutes.three-times": (
        "6. Bầu lần thứ ba.",
        "Chi bộ báo cáo Đảng ủy xã Húc Động chỉ định.",
    ),
    "congress-counting-minutes.delegates": (
        "Bầu Đại biểu Chi bộ thôn Pò Đán dự Đại hội Đảng bộ xã Húc Động, nhiệm kỳ 2025 - 2030",
        "1. Số lượng bầu: 03 đồng chí, dự khuyết 01 đồng chí.",
        "Trúng cử đại biểu chính thức: Nông Văn Chiến (25), Hoàng Văn Bảo (21), Trần Thị Ngân (16);",
        "; dự khuyết: Chìu Thị Mùi (15).",
        "15 (dự khuyết)",
    ),
    "congress-ballot.delegates": (
        "PHIẾU BẦU ĐẠI BIỂU",
        "dự Đại hội Đảng bộ xã Húc Động nhiệm kỳ 2025 - 2030",
    ),
    "congress-tally-sheet.delegates": (
        "Bầu Đại biểu Chi bộ thôn Pò Đán dự Đại hội Đảng bộ xã Húc Động, nhiệm kỳ 2025 - 2030;",
    ),
    "congress-voting-list.delegates": (
        "Số lượng đại biểu được phân bổ: 03 đồng chí, dự khuyết 01 đồng chí.",
        "24/26 đảng viên chính thức có mặt (không tán thành 01, không có ý kiến 01):",
    ),
    "congress-resolution.direct": (
        "3. Xác nhận kết quả bầu cử: Bí thư: đồng chí Phùn Văn Sinh; Phó bí thư: đồng chí Chíu Thị Lan.",
        "04/06 đảng viên chính thức có mặt tán thành, bằng 66,67%; không tán thành 01, không có ý kiến 01./.",
        "CHỦ TỊCH ĐẠI HỘI",
    ),
    "congress-result-report.direct": (
        "xem xét, chuẩn y chức danh Bí thư đối với đồng chí Phùn Văn Sinh, Phó bí thư đối với đồng chí",
        "T/M CHI BỘ BÍ THƯ",
    ),
    "congress-sealing-minutes.direct": (
        "Ban kiểm phiếu, Chủ tịch Đại hội và Bí thư khóa mới lập biên bản",
        "Cộng 16 12 12 11 01 01 03",
    ),
    "congress-notice.direct": ("Chi bộ thôn Lục Ngù thông báo tổ chức Đại hội như sau:", "T/M CHI BỘ BÍ THƯ"),
    "congress-approval-decision.direct": (
        "Điều 1. Chuẩn y các chức danh Chi bộ thôn Lục Ngù, nhiệm kỳ 2025 - 2027, do Đại hội bầu",
        "Văn phòng Đảng ủy xã, Chi bộ thôn Lục Ngù và các đồng chí",
    ),
    "congress-approval-decision.refused": (
        "Điều 3. Không chuẩn y chức danh Phó bí thư đối với đồng chí Lỷ Thị Hoa. Lý do: chưa đủ tiêu chuẩn",
        "Như Điều 4",
    ),
    "congress-personnel-plan.nine": ("danh sách 09 đồng chí kèm theo.",),
    "congress-personnel-list.nine": ("Danh sách có 09 đồng chí, xếp theo vần A, B, C của tên.",),
}


def _case(name: str) -> tuple[Form, Any]:
    form = catalogue.find(name.partition(".")[0])
    return form, read_input(form, _CASES[name].read_bytes(), where=name)


def test_every_case_says_what_it_is_there_for() -> None:
    assert set(_CASES) == set(_SAID)


@pytest.mark.parametrize("name", list(_SAID))
def test_a_case_says_what_the_law_asks_for(name: str) -> None:
    form, value = _case(name)
    text = one_line(form.draw(value, training=False))
    for sentence in _SAID[name]:
        assert sentence in text


@pytest.mark.parametrize("name", [name for name in _SAID if name.endswith(".direct")])
def test_a_branch_without_a_committee_or_a_presidium_never_speaks_of_one(name: str) -> None:
    form, value = _case(name)
    text = one_line(form.draw(value, training=False)).replace("Đoàn Chủ tịch tiếp thu", "")
    for word in ("CHI ỦY", "Chi ủy", "chi ủy", "ĐOÀN CHỦ TỊCH", "Đoàn Chủ tịch"):
        assert word not in text


@pytest.mark.parametrize("name", list(_SAID))
def test_a_case_looks_as_it_was_approved(name: str) -> None:
    form, value = _case(name)
    for number, page in enumerate(rendered(form.draw(value, training=True), 50), 1):
        assert_looks_like(page, f"{name}-{number}")


@pytest.mark.parametrize("name", list(_SAID))
def test_a_case_has_the_same_words_in_word(name: str) -> None:
    form, value = _case(name)
    if form.is_text:
        written = form.word(Filled(value), training=False)
        paged = form.name == "congress-personnel-list"
        assert word_text(written) == printed_text(form.draw(value, training=False), written, paged=paged)
