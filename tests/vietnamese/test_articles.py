"""Articles in few words, as the statutes really name them."""

from __future__ import annotations

import tomllib

import pytest

from desktop.vietnamese.articles import short_article
from tests.checkout import ROOT


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Quy định số 294-QĐ/TW, điểm 11.1.3", "294-QĐ/TW 11.1.3"),
        ("Quy định số 294-QĐ/TW, điểm 9.3.2; Hướng dẫn số 06-HD/TW, điểm 14.2", "294-QĐ/TW 9.3.2"),
        ("Hướng dẫn số 06-HD/TW, điểm 16.1 (từ 08/4/2026 có Quy định số 20-QĐ/TW)", "06-HD/TW 16.1"),
        (
            "Quy chế bầu cử trong Đảng kèm theo Quyết định số 190-QĐ/TW, Điều 33",
            "190-QĐ/TW 33",
        ),
        (
            "Hướng dẫn kèm theo Nghị quyết liên tịch số 09/2008/NQLT-CP-UBTWMTTQVN",
            "NQLT 09/2008",
        ),
        (
            "Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng trước Quy định số 294-QĐ/TW",
            "trước 294-QĐ/TW",
        ),
        ("Nghị định số 59/2023/NĐ-CP, Điều 8", "NĐ 59/2023 8"),
        ("Nghị định số 59/2023/NĐ-CP, điểm d khoản 5 Điều 3 và Điều 8", "NĐ 59/2023 3.5.d"),
        (
            "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, khoản 3 Điều 20",
            "Luật 10/2022 20.3",
        ),
        (
            "Điều lệ Đảng Cộng sản Việt Nam năm 2011, khoản 3 Điều 12",
            "Điều lệ Đảng Cộng sản Việt Nam năm 2011, khoản 3 Điều 12",
        ),
    ],
)
def test_an_article_is_said_by_the_number_of_its_paper(whole: str, short: str) -> None:
    assert short_article(whole) == short


def test_no_article_of_a_shipped_statute_loses_its_number() -> None:
    for path in sorted((ROOT / "resources" / "statutes").glob("*.toml")):
        for clause in tomllib.loads(path.read_text(encoding="utf-8"))["clause"]:
            short = short_article(clause["article"])
            assert short
            assert len(short) <= len(clause["article"])
