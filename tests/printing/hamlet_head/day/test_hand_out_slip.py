"""Slips for households: two to a sheet, all alike, and nothing on them that leads to one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import BallotCandidate, HandOutSlip
from desktop.printing.hamlet_head.day.hand_out_slip import draw
from desktop.printing.hamlet_head.day.slip_layout import slip_layout
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts, words_at
from tests.printing.samples import ballot_candidates, sample

_SLIP = msgspec.json.decode(sample("hand-out-slip"), type=HandOutSlip)


@pytest.fixture
def slip() -> HandOutSlip:
    return _SLIP


def test_a_slip_asks_what_the_decree_asks(slip: HandOutSlip) -> None:
    said = " ".join(texts(draw(slip, 1, training=False))[0].split())
    for part in (
        "PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH",
        "Về việc bầu Trưởng thôn Nà Ếch, nhiệm kỳ 2024 - 2027",
        "chỉ đồng ý không quá 01 người",
        "Ý kiến khác:",
        "Thu phiếu: tại nhà, chậm nhất 16 giờ 00 phút,",
        "Chủ nhật, ngày 15 tháng 12 năm 2024.",
        "TRƯỞNG THÔN",
        "Loan Văn Phúc",
    ):
        assert part in said


def test_slips_are_two_to_a_sheet_and_all_alike(slip: HandOutSlip) -> None:
    data = draw(slip, 5, training=False)
    pages = rendered(data, 254)
    assert len(pages) == 3
    # Half a millimetre along the cut is left out: cutting marks lie on the line itself.
    halves = [
        page.crop((5, y + 5, page.width - 5, y + page.height // 2 - 5))
        for page in pages
        for y in (0, page.height // 2)
    ]
    printed = halves[:5]
    assert all(half.tobytes() == printed[0].tobytes() for half in printed[::2])
    assert len({half.tobytes() for half in (halves[1], halves[3])}) == 1
    assert halves[5].getextrema()[0] > 200, "a spare place stays white"


def test_the_head_signs_at_the_lower_right_of_each_slip(slip: HandOutSlip) -> None:
    ((left, top, _, bottom),) = words_at(draw(slip, 1, training=False), "Loan Văn Phúc")
    assert left > 105
    assert 130 < top < bottom < 148.5 - 5
    ((_, head, _, _),) = words_at(draw(slip, 1, training=False), "TRƯỞNG THÔN")
    assert top - head > 20, "room to sign"


def test_a_slip_whose_signer_or_hour_is_not_known_has_leaders(slip: HandOutSlip) -> None:
    said = one_line(draw(replace(slip, signer=None, collected_by=None), 1, training=False))
    assert "Loan" not in said
    assert "None" not in said
    assert "chậm nhất ," in said


def test_one_candidate_is_asked_about_alone(slip: HandOutSlip) -> None:
    said = one_line(draw(replace(slip, candidates=slip.candidates[:1]), 1, training=False))
    assert "Cách ghi: đánh một dấu X" in said
    assert "không quá" not in said


@pytest.mark.parametrize(("number", "paper"), [(1, "A5 ngang"), (3, "A5 ngang"), (4, "A4"), (12, "A4")])
def test_more_candidates_take_a_whole_sheet(slip: HandOutSlip, number: int, paper: str) -> None:
    crowded = replace(slip, candidates=ballot_candidates(number))
    assert slip_layout(crowded).paper.name == paper
    _stays_inside(draw(crowded, 1, training=True))


def test_too_many_candidates_are_refused(slip: HandOutSlip) -> None:
    with pytest.raises(PaperRefused) as refusal:
        draw(replace(slip, candidates=ballot_candidates(30)), 1, training=False)
    assert refusal.value.code == "paper.ballot_too_long"


_SYLLABLES = st.sampled_from(["NGUYỄN", "PHƯƠNG", "THẢO", "Ỷ", "QUỲNH", "TRƯỜNG", "A", "HOÀNG"])


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(_SYLLABLES, min_size=2, max_size=4),
    number=st.integers(1, 4),
    birth=st.sampled_from([None, "1984", "08/12/1984"]),
)
def test_long_names_stay_inside_one_size_for_all(words: list[str], number: int, birth: str | None) -> None:
    named = tuple(
        BallotCandidate(title="Ông", name=f"{' '.join(words)} {chr(65 + index)}", birth=birth)
        for index in range(number)
    )
    _stays_inside(draw(replace(_SLIP, candidates=named), 1, training=True))


def test_a_long_commune_and_post_stay_inside(slip: HandOutSlip) -> None:
    long = replace(
        slip,
        issuer_lines=("UBND PHƯỜNG NGUYỄN THỊ MINH KHAI PHÚ XUÂN", "TỔ DÂN PHỐ LIÊN KẾ TIỂU KHU NGHĨA HƯNG"),
        post="Tổ trưởng Tổ dân phố Liên Kế Tiểu Khu Nghĩa Hưng Thượng",
        signer_line="TỔ TRƯỞNG TỔ DÂN PHỐ",
        signer="Nguyễn Phúc Hoàng Thị Phương Thảo",
        collected_on=dt.date(2024, 12, 31),
    )
    _stays_inside(draw(long, 1, training=True))


def _stays_inside(data: bytes) -> None:
    for _, left, _, right, _ in text_boxes(data):
        assert left >= 15 - 0.4
        assert right <= 195 + 0.4


def test_slips_look_as_they_were_approved(slip: HandOutSlip) -> None:
    assert_looks_like(rendered(draw(slip, 2, training=True), 70)[0], "hand-out-slip")
    trial = rendered(draw(slip, 2, training=False, trial=True), 70)[0]
    assert_looks_like(trial, "hand-out-slip-trial")
