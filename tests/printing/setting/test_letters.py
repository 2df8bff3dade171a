"""Every letter of Vietnamese and every unit name of the country, in every style that papers are set in."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import HamletBallot
from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.hamlet_head.day.ballot import draw
from desktop.printing.hamlet_head.day.ballot_layout import layout
from desktop.printing.setting import faces
from desktop.printing.setting.letters import VIETNAMESE_LETTERS
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import MEASURE, Imprint, drawn_pages
from desktop.printing.state.heading_drawing import set_heading
from desktop.printing.state.headings import state_heading
from desktop.resources import resource
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes

_STYLES = {
    "serif": faces.SERIF,
    "bold": faces.BOLD,
    "italic": faces.ITALIC,
    "bold-italic": faces.BOLD_ITALIC,
    "mono": faces.MONO,
    "mono-bold": faces.MONO_BOLD,
}
_IMPRINT = Imprint(title="Chữ", author="", training=False)
_CELL = 12.0
_ACROSS = 16
_DPI = 101.6
_PER_PAGE = 120


@cache
def _unit_names() -> tuple[str, ...]:
    with resource("units", "units.csv").open(encoding="utf-8", newline="") as file:
        names = {f"{row['kind']} {row['name']}" for row in csv.DictReader(file)}
    return tuple(sorted(names))


@cache
def _widest(number: int) -> tuple[str, ...]:
    faces.prepare()
    return tuple(sorted(_unit_names(), key=lambda name: -width_mm(name.upper(), faces.BOLD, 12))[:number])


def _specimen(letters: str, face: str) -> list[Image.Image]:
    """Picture each letter alone, in a cell of its own."""

    def sheet(pen: Pen) -> None:
        for index, letter in enumerate(letters):
            row, column = divmod(index, _ACROSS)
            pen.centred((column + 0.5) * _CELL, (row + 0.75) * _CELL, letter, face, 24)

    rows = -(-len(letters) // _ACROSS)
    data = drawn_pages([sheet], _IMPRINT, width=_ACROSS * _CELL, height=rows * _CELL)
    (page,) = rendered(data, _DPI)
    side = round(_CELL / 25.4 * _DPI)
    return [
        page.crop((column * side, row * side, (column + 1) * side, (row + 1) * side))
        for row, column in (divmod(index, _ACROSS) for index in range(len(letters)))
    ]


@pytest.mark.parametrize("style", list(_STYLES))
def test_every_letter_has_a_shape_of_its_own(style: str) -> None:
    letters = VIETNAMESE_LETTERS
    pictures = _specimen(letters, _STYLES[style])
    shapes = {picture.tobytes() for picture in pictures}
    assert len(shapes) == len(letters), "two letters look the same, or both are the empty box"
    bases = [unicodedata.normalize("NFD", letter)[0] for letter in letters]
    plain = _specimen("".join(bases), _STYLES[style])
    for letter, base, picture, other in zip(letters, bases, pictures, plain, strict=True):
        darkest = picture.getextrema()[0]
        assert isinstance(darkest, int)
        assert darkest < 128, f"{letter} leaves no ink"
        if letter != base:
            assert ImageChops.difference(picture, other).getbbox(), f"{letter} is drawn as {base}"


@pytest.mark.parametrize("style", list(_STYLES))
@pytest.mark.parametrize(
    "spoilt", [unicodedata.normalize("NFD", "Động"), "Lò ☑"], ids=["decomposed", "missing"]
)
def test_no_style_draws_a_letter_wrong(style: str, spoilt: str) -> None:
    with pytest.raises(PaperRefused) as refusal:
        drawn_pages([lambda pen: pen.text(10, 10, spoilt, _STYLES[style], 12)], _IMPRINT)
    assert refusal.value.code == "paper.letter"


@pytest.mark.parametrize("style", list(_STYLES))
def test_the_letters_look_as_they_were_approved(style: str) -> None:
    letters = VIETNAMESE_LETTERS

    def sheet(pen: Pen) -> None:
        for index, letter in enumerate(letters):
            row, column = divmod(index, _ACROSS)
            pen.centred((column + 0.5) * _CELL, (row + 0.75) * _CELL, letter, _STYLES[style], 22)

    rows = -(-len(letters) // _ACROSS)
    data = drawn_pages([sheet], _IMPRINT, width=_ACROSS * _CELL, height=rows * _CELL)
    assert_looks_like(rendered(data, 60)[0], f"letters-{style}")


@pytest.mark.parametrize("style", list(_STYLES))
def test_every_unit_name_of_the_country_prints_as_it_is_written(style: str) -> None:
    names = [name.upper() if "bold" in style else name for name in _unit_names()]

    def sheet(first: int, pen: Pen) -> None:
        for row, name in enumerate(names[first : first + _PER_PAGE]):
            pen.text(10, 8 + row * 5, name, _STYLES[style], 9)

    pages = [partial(sheet, first) for first in range(0, len(names), _PER_PAGE)]
    data = drawn_pages(pages, _IMPRINT, height=8 + _PER_PAGE * 5)
    read: list[str] = []
    with pdfium.PdfDocument(data) as document:
        for page in document:
            read += page.get_textpage().get_text_bounded().splitlines()
    assert read == names


def _ballots(ballot: HamletBallot) -> Iterator[HamletBallot]:
    for name in _widest(60):
        issuer = (f"UBND {name.upper()}", "TỔ BẦU CỬ", "THÔN NÀ ẾCH")
        for post in ("TRƯỞNG THÔN", "TỔ TRƯỞNG TỔ DÂN PHỐ"):
            yield replace(ballot, issuer_lines=issuer, unit=name, post=post)


def test_the_widest_unit_names_find_room_on_a_ballot(ballot: HamletBallot) -> None:
    for number, named in enumerate(_ballots(ballot)):
        composed = layout(named)
        if number % 12:
            continue
        paper = composed.paper
        for _, left, top, right, _ in text_boxes(draw(named, 1, training=False)):
            assert paper.margin - 0.6 <= left <= right <= paper.right + 0.6
            assert top >= paper.margin - 1


def test_the_widest_unit_names_stand_beside_the_national_title() -> None:
    for name in _widest(60):
        issuer = (f"UBND {name.upper()}", f"TỔ BẦU CỬ {name.upper()}")

        def sheet(pen: Pen, issuer: tuple[str, ...] = issuer) -> None:
            heading = set_heading(state_heading(issuer, "Húc Động, ngày 08 tháng 12 năm 2024"))
            heading.drawOn(pen.canvas, 0, 100)

        data = drawn_pages([sheet], _IMPRINT, width=MEASURE, height=200)
        for _, left, _, right, _ in text_boxes(data):
            assert left >= -0.3
            assert right <= MEASURE + 0.3


def test_minutes_name_a_unit_whole(minutes: CountingMinutes) -> None:
    for name in _widest(3):
        text = one_line(counting_minutes.draw(replace(minutes, hamlet_name=name), training=False))
        assert name in text
