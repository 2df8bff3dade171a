from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from desktop.errors import PaperRefused
from desktop.printing.ballots import papers as ballot_papers
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.printing.hamlet_head.day.ballot import draw
from desktop.printing.hamlet_head.day.ballot_layout import layout
from tests.printing.pages import assert_looks_like, faces_in, one_line, rendered, text_boxes, texts
from tests.printing.samples import ballot_candidates

# 10 pixels to a millimetre, so that every ballot begins on a whole pixel; a hair less, or the height of
# a sheet in binary fractions of a point is rounded up by a whole pixel.
_DPI = 253.9999


def _places(page: Image.Image, width: int, height: int) -> list[Image.Image]:
    # Half a millimetre along the cut is left out: cutting marks lie on the line itself.
    return [
        page.crop((x + 5, y + 5, x + width - 5, y + height - 5))
        for y in range(0, page.height - height + 1, height)
        for x in range(0, page.width - width + 1, width)
    ]


def _shades(image: Image.Image) -> tuple[int, int]:
    darkest, lightest = image.getextrema()
    assert isinstance(darkest, int)
    assert isinstance(lightest, int)
    return darkest, lightest


def _alike(one: Image.Image, other: Image.Image) -> bool:
    # The last bit of a shade at the edge of a letter is the renderer's rounding.
    return _shades(ImageChops.difference(one, other))[1] <= 2


def test_two_short_names_stand_on_a6_four_to_a_sheet(ballot: HamletBallot) -> None:
    composed = layout(ballot)
    assert (composed.paper.name, composed.row, composed.names.size) == ("A6", 16, 16)
    assert composed.per_sheet == 4


def test_a_ballot_that_asks_for_agreement_stands_on_a5(agree_ballot: HamletBallot) -> None:
    composed = layout(agree_ballot)
    assert (composed.paper.name, composed.row, composed.names.size) == ("A5 ngang", 24, 18)


@pytest.mark.parametrize(
    ("number", "paper", "row"),
    [
        (2, "A6", 16),
        (3, "A6", 12),
        (4, "A6", 10),
        (5, "A5 dọc", 16),
        (7, "A5 dọc", 12),
        (8, "A5 dọc", 10),
        (9, "A4", 16),
        (16, "A4", 10),
    ],
)
def test_more_candidates_lower_the_rows_and_then_take_larger_paper(
    ballot: HamletBallot, number: int, paper: str, row: int
) -> None:
    composed = layout(replace(ballot, candidates=ballot_candidates(number)))
    assert (composed.paper.name, composed.row) == (paper, row)


_WORDS = st.text("ABĐẾỮƯWM", min_size=1, max_size=12)
_NAMES = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(
    names=st.lists(_NAMES, min_size=1, max_size=17),
    post=st.sampled_from(["TRƯỞNG THÔN", "TỔ TRƯỞNG TỔ DÂN PHỐ", "TRƯỞNG TIỂU KHU"]),
    kind=st.sampled_from(["strike", "agree"]),
)
def test_whatever_the_names_a_ballot_fits_or_is_refused(
    names: list[str], post: str, kind: Literal["strike", "agree"]
) -> None:
    ballot = HamletBallot(
        issuer_lines=("UBND XÃ HÚC ĐỘNG", "TỔ BẦU CỬ"),
        post=post,
        unit="Thôn Nà Ếch",
        term="2024 - 2027",
        date=dt.date(2024, 12, 8),
        seats=1,
        kind=kind,
        candidates=tuple(BallotCandidate(title="Bà", name=name) for name in names),
    )
    try:
        composed = layout(ballot)
    except PaperRefused as refusal:
        assert refusal.code == "paper.ballot_too_long"  # noqa: PT017 - a refusal is one of two right answers
        return
    paper = composed.paper
    assert [" ".join(lines) for lines in composed.names.lines] == names
    assert composed.row >= (14 if kind == "agree" else 10)
    assert composed.names.size >= 12
    for _, left, top, right, bottom in text_boxes(draw(ballot, 1, training=False)):
        assert paper.margin - 0.6 <= left <= right <= paper.right + 0.6
        assert paper.margin - 0.6 <= top <= bottom <= paper.height - paper.margin + 0.6


def test_seventeen_candidates_are_refused_with_a_reason(ballot: HamletBallot) -> None:
    with pytest.raises(PaperRefused) as refusal:
        layout(replace(ballot, candidates=ballot_candidates(17)))
    assert refusal.value.code == "paper.ballot_too_long"


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("Trần Văn Thìn", 16, 1),
        ("Nguyễn Thị Thu Hà", 14, 1),
        ("Nguyễn Thị Thảo Hương", 12, 1),
        ("Nguyễn Thị Phương Thảo Nguyên", 12, 2),
    ],
)
def test_a_long_name_shrinks_all_names_and_then_breaks(
    ballot: HamletBallot, name: str, size: int, lines: int
) -> None:
    long = BallotCandidate(title="Bà", name=name)
    composed = layout(replace(ballot, candidates=(ballot.candidates[1], long)))
    assert composed.paper.name == "A6"
    assert composed.names.size == size, "one size for every name on the ballot"
    assert [len(name) for name in composed.names.lines] == [1, lines]


def test_a_name_breaks_before_the_given_name(ballot: HamletBallot) -> None:
    long = BallotCandidate(title="Bà", name="Nguyễn Thị Phương Thảo Nguyên")
    composed = layout(replace(ballot, candidates=(long, ballot.candidates[1])))
    assert composed.names.lines[0] == ("NGUYỄN THỊ PHƯƠNG THẢO", "NGUYÊN")


def test_a_name_too_long_for_two_lines_takes_the_next_paper(ballot: HamletBallot) -> None:
    long = BallotCandidate(title="Bà", name="Nguyễn Phúc Hoàng Trường Phương Quỳnh Thảo")
    composed = layout(replace(ballot, candidates=(long, ballot.candidates[1])))
    assert composed.paper.name == "A5 ngang"


def test_the_post_of_a_street_group_finds_room(ballot: HamletBallot) -> None:
    composed = layout(replace(ballot, post="TỔ TRƯỞNG TỔ DÂN PHỐ"))
    assert [line.text for line in composed.titles.lines][:3] == ["PHIẾU BẦU CỬ", "TỔ TRƯỞNG", "TỔ DÂN PHỐ"]


@pytest.mark.parametrize("copies", [1, 4, 6])
def test_exactly_the_ballots_asked_for_are_printed_and_all_are_alike(
    ballot: HamletBallot, copies: int
) -> None:
    pages = rendered(draw(ballot, copies, training=False), _DPI)
    places = [place for page in pages for place in _places(page, 1050, 1485)]
    used = [place for place in places if _shades(place)[0] < 255]
    assert len(used) == copies
    assert all(_alike(place, used[0]) for place in used)
    assert all(_shades(place) == (255, 255) for place in places[copies:]), "spare places stay white"


def test_ballots_on_a5_are_alike_too(agree_ballot: HamletBallot) -> None:
    (page,) = rendered(draw(agree_ballot, 2, training=True), _DPI)
    one, other = _places(page, 2100, 1485)
    assert _alike(one, other)


@pytest.mark.parametrize("kind", ["ballot", "agree_ballot"])
def test_the_place_for_the_seal_is_empty(kind: str, request: pytest.FixtureRequest) -> None:
    ballot: HamletBallot = request.getfixturevalue(kind)
    paper = layout(ballot).paper
    (page,) = rendered(draw(ballot, 1, training=True), _DPI)
    left, top = paper.margin * 10 + 2, paper.seal_top * 10 + 2
    assert _shades(page.crop((int(left), int(top), int(left) + 446, int(top) + 446))) == (255, 255)
    corner = page.crop((int(left) - 6, int(top) - 6, int(left) + 40, int(top)))
    assert _shades(corner)[0] < 255, "the corners are marked"


def test_cutting_marks_stand_where_the_guillotine_cuts(ballot: HamletBallot) -> None:
    (page,) = rendered(draw(ballot, 4, training=False), _DPI)
    vertical = [y for y in range(page.height) if _shades(page.crop((1049, y, 1051, y + 1)))[0] < 128]
    runs = [y for y in vertical if y - 1 not in vertical]
    assert [round(y / 10) for y in runs] == [4, 146, 288]
    assert 48 <= sum(40 <= y < 92 for y in vertical) <= 52, "5 mm long"
    horizontal = [x for x in range(page.width) if _shades(page.crop((x, 1484, x + 1, 1486)))[0] < 128]
    assert [round(x / 10) for x in horizontal if x - 1 not in horizontal] == [4, 102, 201]


def test_nothing_tells_one_ballot_from_another(ballot: HamletBallot) -> None:
    data = draw(ballot, 8, training=False)
    assert len(set(texts(data))) == 1
    with pdfium.PdfDocument(data) as document:
        assert len(document) == 2


def test_the_text_of_a_ballot(ballot: HamletBallot) -> None:
    text = one_line(draw(ballot, 1, training=False))
    for part in ("PHIẾU BẦU CỬ", "nhiệm kỳ 2024 - 2027", "Ngày bầu cử: 08/12/2024", "NÌNH THỊ HƯƠNG", "Bà"):
        assert part in text
    assert unicodedata.is_normalized("NFC", text)
    assert "\ufffd" not in text
    assert "TẬP HUẤN" not in text


def test_a_birth_stands_in_brackets_only_where_it_was_given(ballot: HamletBallot) -> None:
    same = tuple(BallotCandidate(title="Ông", name="Lò Văn Ơn", birth=birth) for birth in ("1970", "03/1982"))
    text = one_line(draw(replace(ballot, candidates=same), 1, training=False))
    assert "LÒ VĂN ƠN (1970)" in text
    assert "LÒ VĂN ƠN (03/1982)" in text
    assert "(" not in one_line(draw(ballot, 1, training=False))


@pytest.mark.parametrize("number", [2, 4, 8, 16])
def test_text_stays_within_the_margins_of_its_ballot(ballot: HamletBallot, number: int) -> None:
    many = replace(ballot, candidates=ballot_candidates(number, "Nguyễn Thị Phương"))
    paper = layout(many).paper
    for _, left, top, right, bottom in text_boxes(draw(many, 1, training=False)):
        assert left >= paper.margin - 0.5
        assert right <= paper.right + 0.5
        assert top >= paper.margin - 0.5
        assert bottom <= paper.height - paper.margin + 0.5


def test_each_training_ballot_bears_the_stamp_inside_its_cut(ballot: HamletBallot) -> None:
    data = draw(ballot, 4, training=True)
    assert one_line(data).count("DỮ LIỆU TẬP HUẤN") == 4
    real, stamped = (rendered(draw(ballot, 1, training=training), _DPI)[0] for training in (False, True))
    box = ImageChops.difference(real, stamped).getbbox()
    assert box is not None
    assert box[1] > 1405, "in the margin below the text"
    assert box[3] < 1485 - 30, "not cut away"


def test_a_trial_is_one_sheet_that_nobody_could_cast(ballot: HamletBallot) -> None:
    data = draw(ballot, 92, training=False, trial=True)
    (page,) = rendered(data, _DPI)
    assert one_line(data).count("IN THỬ") == 4
    for place in _places(page, 1050, 1485):
        seal = place.crop((85, 225, 515, 655))
        assert _shades(seal)[0] < 128, "the place for the seal is crossed out"


def test_the_same_ballot_gives_the_same_bytes(ballot: HamletBallot) -> None:
    assert draw(ballot, 5, training=False) == draw(ballot, 5, training=False)


def test_two_thousand_ballots_are_one_drawing_placed_again(ballot: HamletBallot) -> None:
    assert len(draw(ballot, 2000, training=False)) < 500_000


def test_no_face_is_left_out_of_the_file(ballot: HamletBallot, tmp_path: Path) -> None:
    faces = faces_in(draw(ballot, 1, training=True), tmp_path)
    assert faces
    assert all(embedded for _, embedded in faces)


@pytest.mark.parametrize("copies", [0, -1])
def test_no_ballot_is_no_print(ballot: HamletBallot, copies: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        draw(ballot, copies, training=False)


def test_papers_get_larger() -> None:
    areas = [paper.width * paper.height for paper in ballot_papers.SMALLEST_FIRST]
    assert areas == sorted(areas)


def test_the_ballot_looks_as_it_was_approved(ballot: HamletBallot, agree_ballot: HamletBallot) -> None:
    assert_looks_like(rendered(draw(ballot, 4, training=True), 70)[0], "hamlet-ballot")
    assert_looks_like(rendered(draw(agree_ballot, 2, training=True), 70)[0], "hamlet-ballot-agree")
