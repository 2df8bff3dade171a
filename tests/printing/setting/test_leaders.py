"""Lines for a pen: words stay as they are set, blanks take what is left, leaders reach their end."""

from __future__ import annotations

import pytest

from desktop.printing.pdf.pen_lines import set_pen_lines
from desktop.printing.setting import faces
from desktop.printing.setting.faces import SERIF
from desktop.printing.setting.leaders import NUMBER, REST, Blank, Part, pen_lines
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import MEASURE, Imprint, drawn_pages
from desktop.printing.state.letterhead import STATE_SETTERS
from desktop.printing.state.titles import post_and_term, titled
from tests.printing.pages import one_line, rendered, words_at

_IMPRINT = Imprint(title="Dòng để điền", author="", training=False)
_HEIGHT = 60.0
_DPI = 254.0  # ten pixels to a millimetre


def _printed(*parts: Part) -> bytes:
    faces.prepare()
    block = set_pen_lines(pen_lines(*parts))

    def sheet(pen: Pen) -> None:
        pen.block(0, 0, block)

    return drawn_pages([sheet], _IMPRINT, width=MEASURE, height=_HEIGHT)


def _ink_ends(data: bytes, top: float, bottom: float) -> float:
    """Give the x of the last ink between two heights, mm."""
    (page,) = rendered(data, _DPI)
    strip = page.crop((0, round(top * 10), page.width, round(bottom * 10))).point(lambda level: 255 - level)
    box = strip.point(lambda ink: 255 if ink > 60 else 0).getbbox()
    assert box is not None
    return box[2] / 10


def test_the_last_blank_of_a_full_line_takes_what_is_left_and_words_stay_together() -> None:
    words = "lập danh sách chính thức của thôn, cuộc họp"
    data = _printed("Hội nghị kết thúc hồi", NUMBER, words, "cộngđồngdâncưnhấttrí cùngkýtên")
    ((left, _, right, _),) = words_at(data, "Hội nghị kết thúc hồi")
    assert right - left == pytest.approx(width_mm("Hội nghị kết thúc hồi", SERIF, 13), abs=0.6)
    ((_, top, right, _),) = words_at(data, "cuộc họp")
    assert top < 8, "on the first line"
    assert right == pytest.approx(MEASURE, abs=0.4)


def test_a_leader_reaches_its_end() -> None:
    for width in (91.3, 100.0, 117.77, 140.2):
        data = _printed(Blank(width))
        assert _ink_ends(data, 4, 7) == pytest.approx(10 + width - 0.2, abs=0.5)


def test_a_leader_that_grows_reaches_the_margin() -> None:
    assert _ink_ends(_printed("Địa điểm:", REST), 4, 7) == pytest.approx(MEASURE - 0.2, abs=0.5)


@pytest.mark.parametrize("filler", range(30, 60, 3))
def test_a_number_stands_with_its_word(filler: int) -> None:
    data = _printed("a" * filler, "ngày", NUMBER, "tháng", NUMBER, "với", NUMBER, "% của thôn")
    for label in ("ngày", "tháng"):
        ((_, _, right, _),) = words_at(data, label)
        assert right + NUMBER.width <= MEASURE, "the number would stand on the next line"
    ((left, _, _, _),) = words_at(data, "%")
    assert left >= NUMBER.width, "the number stands on the line before"


@pytest.mark.parametrize(
    ("post", "term", "said"),
    [
        ("Trưởng thôn Nà Ếch", None, "Bầu cử Trưởng thôn Nà Ếch, nhiệm kỳ"),
        (None, "2024 - 2027", "Bầu cử , nhiệm kỳ 2024 - 2027"),
        (None, None, "Bầu cử , nhiệm kỳ"),
        ("Trưởng thôn Nà Ếch", "2024 - 2027", "Bầu cử Trưởng thôn Nà Ếch, nhiệm kỳ 2024 - 2027"),
    ],
)
def test_a_title_of_which_a_part_is_known_keeps_its_spaces(
    post: str | None, term: str | None, said: str
) -> None:
    faces.prepare()
    title = titled("BIÊN BẢN", post_and_term("Bầu cử", post, term))
    block = STATE_SETTERS[type(title)](title)
    data = drawn_pages([lambda pen: pen.block(0, 0, block)], _IMPRINT, width=MEASURE, height=_HEIGHT)
    assert one_line(data).removeprefix("BIÊN BẢN ").replace(" ,", ",") == said.replace(" ,", ",")
