"""Ballots for every number of candidates and the longest names: on paper, or refused with a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.printing.hamlet_head.day.ballot import draw
from desktop.printing.hamlet_head.day.ballot_layout import Layout, choice_columns, layout
from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.pen import width_mm
from desktop.wording import refusal_sentence
from tests.printing.pages import assert_looks_like, rendered, text_boxes, texts
from tests.printing.samples import ballot_candidates

_USUAL = (
    "Nguyễn Thị Thu Hà",
    "Trần Văn Thìn",
    "Hoàng Thị Phương Thảo",
    "Giàng A Chớ",
    "Lò Văn Ơn",
    "Phùn Thị Ngọc Ánh",
)
_LONGEST = "Nguyễn Phúc Hoàng Trường Nguyễn Phương Quỳnh Thảo Nguyên Thượng"


def _usual(number: int) -> tuple[BallotCandidate, ...]:
    return tuple(
        BallotCandidate(
            title="Bà" if index % 2 else "Ông",
            name=_USUAL[index % 6],
            birth=f"19{60 + index}" if index > 5 else None,
        )
        for index in range(number)
    )


def _composed(ballot: HamletBallot) -> Layout | None:
    """Compose a ballot, or make sure that it is refused in one sentence that names the number."""
    try:
        return layout(ballot)
    except PaperRefused as refusal:
        assert refusal.code == "paper.ballot_too_long"  # noqa: PT017 - one of two right answers
        sentence = refusal_sentence(refusal)
        assert f"Phiếu với {len(ballot.candidates)} người ứng cử" in sentence
        assert sentence.endswith("trong danh sách.")
        return None


def _assert_fits(ballot: HamletBallot, composed: Layout) -> None:
    data = draw(ballot, 1, training=True)
    paper = composed.paper
    text = " ".join(" ".join(texts(data)).split())
    for candidate, lines in zip(ballot.candidates, composed.names.lines, strict=True):
        assert " ".join(lines) == candidate.name.upper()
        assert all(line in text for line in lines)
    for _, left, top, right, bottom in text_boxes(data):
        assert paper.margin - 0.6 <= left <= right <= paper.right + 0.6
        assert paper.margin - 0.6 <= top <= bottom <= paper.height - 3


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("kind", ["strike", "agree"])
def test_one_to_forty_candidates_print_or_are_refused(
    ballot: HamletBallot, kind: Literal["strike", "agree"], large_print: bool
) -> None:
    printed = []
    for number in range(1, 41):
        many = replace(ballot, kind=kind, candidates=_usual(number), large_print=large_print)
        composed = _composed(many)
        if composed:
            printed.append(number)
            if number in (1, 2, 3, 5, 8, 13, 16):
                _assert_fits(many, composed)
    most = {("strike", False): 16, ("agree", False): 11, ("strike", True): 9, ("agree", True): 7}
    assert printed == list(range(1, most[kind, large_print] + 1))


@pytest.mark.parametrize("kind", ["strike", "agree"])
def test_the_longest_names_print_whole_or_are_refused(
    ballot: HamletBallot, kind: Literal["strike", "agree"]
) -> None:
    words = _LONGEST.split()
    for length in range(1, len(words) + 1):
        for number in (1, 2, 5, 9, 16):
            name = " ".join(words[-length:])
            long = replace(ballot, kind=kind, candidates=ballot_candidates(number, name))
            composed = _composed(long)
            if composed:
                _assert_fits(long, composed)
            assert composed or length > 4 or kind == "agree", "names of usual length print"


def test_a_word_without_an_end_is_refused(ballot: HamletBallot) -> None:
    endless = (BallotCandidate(title="Bà", name="Ư" * 60),)
    assert _composed(replace(ballot, candidates=endless)) is None


def test_a_single_candidate_is_agreed_to_or_not(agree_ballot: HamletBallot) -> None:
    (text,) = texts(draw(agree_ballot, 1, training=True))
    assert "Đồng ý" in text
    assert "Không đồng ý" in text
    assert "ở mỗi người" not in text


def test_large_print_is_for_the_whole_vote_and_never_small(ballot: HamletBallot) -> None:
    for number in range(1, 9):
        composed = layout(replace(ballot, candidates=_usual(number), large_print=True))
        assert composed.paper.name in {"A5 ngang", "A4"}
        assert composed.names.size >= 20
        assert composed.paper.note_size >= 15


def test_a_long_name_in_large_print_breaks_before_the_given_name(ballot: HamletBallot) -> None:
    long = (
        BallotCandidate(title="Bà", name="Nguyễn Thị Phương Thảo Hoàng Nguyên"),
        ballot.candidates[1],
    )
    composed = layout(replace(ballot, candidates=long, large_print=True))
    assert composed.names.lines[0] == ("NGUYỄN THỊ PHƯƠNG THẢO HOÀNG", "NGUYÊN")
    _assert_fits(replace(ballot, candidates=long, large_print=True), composed)


@pytest.mark.parametrize(
    ("number", "picture"), [(1, "ballot-a6-1"), (4, "ballot-a6-4"), (8, "ballot-a5-8"), (16, "ballot-a4-16")]
)
def test_ballots_of_every_size_look_as_they_were_approved(
    ballot: HamletBallot, number: int, picture: str
) -> None:
    many = replace(ballot, candidates=_usual(number))
    assert_looks_like(rendered(draw(many, 4, training=True), 50)[0], picture)


@pytest.mark.parametrize(
    ("changes", "number", "picture"),
    [
        ({"kind": "agree"}, 3, "ballot-a5-upright-agree"),
        ({"kind": "agree"}, 11, "ballot-a4-agree-11"),
        ({"large_print": True}, 9, "ballot-a4-large-9"),
        ({"post": "TỔ TRƯỞNG TỔ DÂN PHỐ", "unit": "Tổ dân phố số 12"}, 4, "ballot-a6-long-post"),
        ({"post": "TRƯỞNG TIỂU KHU", "unit": "Tiểu khu 3", "kind": "agree"}, 1, "ballot-a5-tieu-khu"),
    ],
)
def test_ballots_of_every_kind_look_as_they_were_approved(
    ballot: HamletBallot, changes: dict[str, Any], number: int, picture: str
) -> None:
    made = replace(ballot, candidates=_usual(number), **changes)
    assert_looks_like(rendered(draw(made, layout(made).per_sheet, training=True), 50)[0], picture)


def test_the_heads_of_the_columns_to_mark_have_air(ballot: HamletBallot) -> None:
    for number in (1, 3, 8):
        made = replace(ballot, kind="agree", candidates=_usual(number))
        paper = layout(made).paper
        for head in choice_columns(made, paper):
            for line in head:
                assert width_mm(line, BOLD, paper.head_size) <= paper.choice_width - 3
