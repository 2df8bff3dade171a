from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import PaperRefused
from desktop.printing.setting import faces
from desktop.printing.setting.letters import CODES, STOCK, USUAL_LETTERS, coded
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import Imprint, drawn_pages
from tests.printing.pages import faces_in, texts

# Letters of other languages and signs that Liberation has and the stock has not.
_RARE = "čñøßłŋĕŏ½√Ωж"
_IMPRINT = Imprint(title="Chữ", author="", training=False)


def _written(lines: Sequence[str], face: str = faces.SERIF) -> bytes:
    def sheet(pen: Pen) -> None:
        for row, line in enumerate(lines):
            pen.text(10, 10 + row * 7, line, face, 12)

    return drawn_pages([sheet], _IMPRINT)


def test_every_usual_letter_has_a_code_of_its_own() -> None:
    assert len(STOCK) == 256
    assert {chr(letter) for letter in CODES} == USUAL_LETTERS - {"\u00a0"}
    assert len(set(CODES.values())) == len(CODES)
    assert all(CODES[code] == code for code in range(32, 127)), "plain Latin stands for itself"


@given(st.text(sorted(USUAL_LETTERS)))
def test_usual_text_is_one_byte_a_letter_and_a_space_is_a_space(text: str) -> None:
    codes = coded(text)
    assert codes is not None
    assert "".join(chr(STOCK[code]) for code in codes) == text.replace("\u00a0", " ")


def test_other_letters_are_not_in_the_stock() -> None:
    assert all(coded(f"Nà {letter}") is None for letter in f"{_RARE}漢\u0301")


@settings(max_examples=50, deadline=None)
@given(st.text(sorted(USUAL_LETTERS - set(" \u00a0-\"'")) + list(_RARE), min_size=1, max_size=40))
def test_what_is_written_is_read_back_from_the_file(text: str) -> None:
    assert "".join(texts(_written([text]))[0].split()) == text


def test_a_rare_letter_comes_in_a_part_of_its_own(tmp_path: Path) -> None:
    usual, rare = _written(["Nà Ếch"]), _written(["Nà Ếch č"])
    assert len(faces_in(usual, tmp_path)) == 1
    assert [embedded for _, embedded in faces_in(rare, tmp_path)] == [True, True]


def test_plain_latin_takes_the_smaller_cut() -> None:
    assert len(_written(["cc56 3470"], faces.MONO)) < len(_written(["cc56 3470 ế"], faces.MONO)) - 3_000


def test_what_one_file_brought_in_is_not_in_the_next() -> None:
    before = _written(["Nà Ếch"])
    _written([_RARE])
    assert _written(["Nà Ếch"]) == before


@pytest.mark.parametrize("face", [faces.SERIF, faces.BOLD, faces.ITALIC, faces.MONO])
def test_a_width_is_the_sum_of_its_letters(face: str) -> None:
    faces.prepare()
    word = "Nguyễnč"
    assert width_mm(word, face, 13) == pytest.approx(sum(width_mm(letter, face, 13) for letter in word))
    assert width_mm(word, face, 26) == pytest.approx(2 * width_mm(word, face, 13))


def test_a_refused_letter_is_refused_again() -> None:
    faces.prepare()
    for _ in range(2):
        with pytest.raises(PaperRefused):
            width_mm("漢", faces.SERIF, 13)
