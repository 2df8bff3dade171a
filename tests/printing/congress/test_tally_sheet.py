"""The tally sheet of a congress counts what its minutes tell."""

from __future__ import annotations

import dataclasses

import pytest

from desktop.printing import catalogue
from desktop.printing.congress.vote.tally_sheet import CongressTally, draw
from desktop.printing.form_input import read_input
from tests.printing.pages import one_line, text_boxes, texts
from tests.printing.samples import sample


def _tally() -> CongressTally:
    tally = read_input(catalogue.find("congress-tally-sheet"), sample("congress-tally-sheet"), where="")
    assert isinstance(tally, CongressTally)
    return tally


def test_names_that_are_struck_out_have_a_row_each_and_invalid_ballots_one() -> None:
    text = one_line(draw(_tally(), training=False))
    assert text.count("CHÌU THỊ MÙI") == 1
    assert text.count("Phiếu không hợp lệ") == 1
    assert "Bầu Chi ủy Chi bộ thôn Pò Đán, nhiệm kỳ 2026 - 2031; ngày 02 tháng 8 năm 2026" in text
    assert "(Ký, ghi rõ họ tên)" not in text


def test_a_single_candidate_is_counted_for_and_against_on_one_sheet() -> None:
    single = dataclasses.replace(_tally(), post="Bí thư", candidates=("Nông Văn Chiến",), kind="agree")
    (page,) = texts(draw(single, training=False))
    lines = page.split()
    assert page.count("NÔNG VĂN CHIẾN") == 2
    assert "Không đồng ý" in page
    assert "2" not in lines, "both rows bear the number on the ballot"


def test_a_branch_of_a_long_name_keeps_to_the_margins() -> None:
    congress = dataclasses.replace(_tally().congress, branch="Chi bộ tổ dân phố Nà Khoang Nặm Ún Thượng")
    for _, left, _, right, _ in text_boxes(
        draw(dataclasses.replace(_tally(), congress=congress), training=True)
    ):
        assert 14.6 <= left <= right <= 282.4


def test_somebody_votes() -> None:
    with pytest.raises(ValueError, match="votes"):
        dataclasses.replace(_tally(), voting=0)
