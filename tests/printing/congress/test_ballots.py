"""Ballots of a congress: three kinds under the Party's head, alike to the last dot."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.ballots.papers import SEAL
from desktop.printing.congress.vote.ballot import draw
from desktop.printing.congress.vote.ballot_facts import CongressBallot
from desktop.printing.congress.vote.ballot_layout import layout
from desktop.printing.form_input import read_input
from tests.printing.pages import one_line, text_boxes, texts, words_at
from tests.printing.samples import sample


def _ballot(kind: str = "") -> CongressBallot:
    name = f"congress-ballot{kind and f'-{kind}'}"
    ballot = read_input(catalogue.find(name), sample(name), where=name)
    assert isinstance(ballot, CongressBallot)
    return ballot


@pytest.mark.parametrize(
    ("kind", "paper", "row", "note"),
    [
        ("", "A5", 12.6, "để lại không quá 05 đồng chí."),
        ("agree", "A5", 15, "để trống cả hai ô thì phiếu vẫn hợp lệ"),
        ("single", "A5", 22, "Phiếu đánh dấu cả hai ô là không hợp lệ."),
        ("large", "A4", 20, "Phiếu để lại nhiều hơn 05 đồng chí hoặc gạch hết là không hợp lệ."),
    ],
)
def test_each_kind_has_its_rows_and_its_note(kind: str, paper: str, row: float, note: str) -> None:
    ballot = _ballot(kind)
    composed = layout(ballot)
    assert (composed.paper.name, composed.row) == (paper, row)
    assert note in one_line(draw(ballot, 1, training=False))


def test_of_one_candidate_nothing_is_said_of_neither_box() -> None:
    assert "để trống" not in one_line(draw(_ballot("single"), 1, training=False))


def test_the_lines_over_the_seal_share_one_size() -> None:
    data = draw(_ballot("single"), 1, training=False)
    boxes = [words_at(data, line)[0] for line in ("CHI BỘ THÔN PÒ ĐÁN", "ĐẠI HỘI LẦN THỨ NHẤT")]
    assert layout(_ballot("single")).issuer.size == 10.5
    assert all(left >= 10 and right <= 10 + SEAL + 0.1 for left, _, right, _ in boxes)


def test_a_branch_of_a_long_name_stays_over_the_seal_and_on_a5() -> None:
    congress = dataclasses.replace(
        _ballot().congress,
        superior_line="ĐẢNG BỘ XÃ NẬM ÉT CHIỀNG KHOONG",
        branch="Chi bộ tổ dân phố Nà Khoang Nặm Ún Thượng",
    )
    long = dataclasses.replace(_ballot(), congress=congress)
    composed = layout(long)
    assert composed.paper.name == "A5"
    assert len(composed.issuer.lines) > 3
    data = draw(long, 1, training=False)
    ((left, top, right, _),) = words_at(data, "THƯỢNG")
    assert 10 <= left <= right <= 10 + SEAL + 0.1
    assert top >= 9.5
    ((_, _, _, listed_bottom),) = words_at(data, "(danh sách bầu: 06 đồng chí)")
    assert listed_bottom < composed.paper.table_top


@pytest.mark.parametrize(("copies", "sheets"), [(1, 1), (2, 1), (5, 3)])
def test_two_stand_on_a_sheet_and_no_more_are_printed_than_asked_for(copies: int, sheets: int) -> None:
    pages = texts(draw(_ballot(), copies, training=True))
    assert len(pages) == sheets
    assert sum(page.count("PHIẾU BẦU CHI ỦY") for page in pages) == copies


def test_a_trial_cannot_be_taken_for_ballots() -> None:
    data = draw(_ballot(), 30, training=False, trial=True)
    assert len(texts(data)) == 1
    assert texts(data)[0].count("IN THỬ") == 2


@pytest.mark.parametrize("wrong", [{"seats": 6}, {"seats": 0}, {"kind": "agree"}])
def test_names_are_struck_out_only_where_there_are_more_than_seats(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="struck"):
        dataclasses.replace(_ballot(), **wrong)  # type: ignore[arg-type]


_WORD = st.text("ABĐẾỮƯWM", min_size=1, max_size=10)


@settings(max_examples=30, deadline=None)
@given(
    names=st.lists(st.lists(_WORD, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=12),
    strike=st.booleans(),
    large=st.booleans(),
)
def test_whatever_the_names_a_ballot_fits_or_is_refused(names: list[str], strike: bool, large: bool) -> None:
    strike = strike and len(names) > 1
    ballot = dataclasses.replace(
        _ballot(),
        kind="strike" if strike else "agree",
        seats=len(names) - strike,
        candidates=tuple(names),
        large_print=large,
    )
    try:
        composed = layout(ballot)
    except PaperRefused as refusal:
        assert refusal.code == "paper.ballot_too_long"  # noqa: PT017 - a refusal is one of two right answers
        return
    paper = composed.paper
    assert composed.row >= (11 if ballot.kind == "agree" else 10)
    assert composed.names.size >= (20 if large else 12)
    for _, left, top, right, bottom in text_boxes(draw(ballot, 1, training=False)):
        assert paper.margin - 0.6 <= left <= right <= paper.right + 0.6
        assert paper.margin - 0.6 <= top <= bottom <= paper.height - 3
