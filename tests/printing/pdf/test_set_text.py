"""Paragraphs are held against those of reportlab, which set the approved papers."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from desktop.errors import PaperRefused
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import broken, words_of
from desktop.printing.setting import faces
from desktop.printing.setting.sheets import Imprint, new_canvas
from desktop.printing.setting.text_style import TextStyle
from tests.printing.pages import text_boxes, texts

_IMPRINT = Imprint(title="Đoạn văn", author="", training=False)
_STYLE = TextStyle(size=13, leading=18.5, align="justified", indent=10)
_ALIGNED = {"left": TA_LEFT, "centred": TA_CENTER, "justified": TA_JUSTIFY}
_SYLLABLES = [
    "Nà",
    "Ếch",
    "bầu",
    "nhiệm\u00a0kỳ",
    "2024\u00a0-\u00a02027,",
    "kiểm",
    "phiếu.",
    "(81",
    "hộ)",
    "ưỡng",
]
_MARKUP = st.lists(
    st.sampled_from(
        [
            *_SYLLABLES,
            "<b>Trần\u00a0Văn\u00a0Thìn</b>",
            "<b>Điều 2.</b>",
            "<b>X</b>,",
            "<i>(niêm yết)</i>",
            "&amp;",
        ]
    ),
    min_size=1,
    max_size=90,
).map(" ".join)


def _drawn(paragraph: object, width: float) -> bytes:
    buffer = BytesIO()
    canvas = new_canvas(buffer, 210, 297, _IMPRINT)
    _, height = paragraph.wrap(width, 800)  # type: ignore[attr-defined]  # either paragraph
    paragraph.drawOn(canvas, 20, 800 - height)  # type: ignore[attr-defined]  # as above
    canvas.save()
    return buffer.getvalue()


def _words(paragraph: object) -> list[list[str]]:
    """Give the words of each line."""
    return [line.split() for line in texts(_drawn(paragraph, 300))[0].splitlines()]


def _letters(data: bytes) -> list[tuple[str, tuple[float, ...]]]:
    """Give each letter but spaces with its left, bottom, right and top, points."""
    with pdfium.PdfDocument(data) as document:
        page = document[0].get_textpage()
        letters = [(page.get_text_range(index, 1), index) for index in range(page.count_chars())]
        return [(letter, page.get_charbox(index)) for letter, index in letters if letter.strip()]


def _set(markup: str, style: TextStyle = _STYLE) -> SetText:
    faces.prepare()
    return SetText(words_of(markup, style.face), style)


def _faces(markup: str, face: str) -> list[str]:
    return [part for word in words_of(markup, face) for part, _ in word]


def _by_reportlab(markup: str, style: TextStyle) -> Paragraph:
    faces.prepare()
    for bold, italic, face in ((0, 0, faces.SERIF), (1, 0, faces.BOLD), (0, 1, faces.ITALIC)):
        addMapping(faces.SERIF, bold, italic, face)
    like = ParagraphStyle(
        "like",
        fontName=style.face,
        fontSize=style.size,
        leading=style.leading,
        alignment=_ALIGNED[style.align],
        firstLineIndent=style.indent * mm,
        allowWidows=0,
        allowOrphans=0,
        spaceShrinkage=0,
    )
    return Paragraph(markup, like)


def _assume_nothing_squeezed(markup: str, style: TextStyle, width: float) -> None:
    # Within a line of two faces reportlab squeezes by another count of spaces than within one of one.
    faces.prepare()
    lines = broken(words_of(markup, style.face), style.size, width - style.indent * mm, width)
    assume(all(line.free >= 0 for line in lines))


@settings(max_examples=60, deadline=None)
@given(
    markup=_MARKUP,
    align=st.sampled_from(["left", "centred", "justified"]),
    indent=st.sampled_from([0, 10]),
    width=st.integers(180, 500),
)
def test_each_letter_stands_where_reportlab_puts_it(markup: str, align: str, indent: int, width: int) -> None:
    style = TextStyle(size=13, leading=18.5, align=align, indent=indent)  # type: ignore[arg-type]  # one of three
    _assume_nothing_squeezed(markup, style, width)
    ours = _drawn(_set(markup, style), width)
    theirs = _drawn(_by_reportlab(markup, style), width)
    for (letter, place), (their_letter, their_place) in zip(_letters(ours), _letters(theirs), strict=True):
        assert letter == their_letter
        assert place == pytest.approx(their_place, abs=0.02)


@settings(max_examples=60, deadline=None)
@given(markup=_MARKUP, share=st.floats(0.01, 0.99))
def test_a_page_parts_a_paragraph_where_reportlab_does(markup: str, share: float) -> None:
    _assume_nothing_squeezed(markup, _STYLE, 300)
    ours, theirs = _set(markup), _by_reportlab(markup, _STYLE)
    assert ours.wrap(300, 1000) == theirs.wrap(300, 1000)
    height = ours.height * share
    our_parts, their_parts = ours.split(300, height), theirs.split(300, height)
    assert [_words(part) for part in our_parts] == [_words(part) for part in their_parts]


def test_the_last_line_before_the_next_page_is_justified_and_the_rest_is_not_indented() -> None:
    head, rest = _parted = _set("phiếu bầu " * 40).split(300, 60)
    assert len(_parted) == 2
    right = max(box[3] for box in text_boxes(_drawn(head, 300)))
    left = min(box[1] for box in text_boxes(_drawn(rest, 300)))
    assert right == pytest.approx((20 + 300) / mm, abs=0.3)
    assert left == pytest.approx(20 / mm, abs=0.3)


def test_a_word_wider_than_the_line_is_parted_between_letters() -> None:
    data = _drawn(_set("x" * 200, TextStyle(size=13, leading=18.5)), 300)
    assert "".join("".join(texts(data)).split()) == "x" * 200
    assert max(box[3] for box in text_boxes(data)) <= (20 + 300) / mm


def test_a_comma_sticks_to_the_bold_word_before_it() -> None:
    assert words_of("ông <b>Thìn</b>, được <b>a</b>b", faces.SERIF) == [
        ((faces.SERIF, "ông"),),
        ((faces.BOLD, "Thìn"), (faces.SERIF, ",")),
        ((faces.SERIF, "được"),),
        ((faces.BOLD, "a"), (faces.SERIF, "b")),
    ]


def test_bold_and_italic_words_stand_in_their_own_faces() -> None:
    serif, bold, italic, both = faces.SERIF, faces.BOLD, faces.ITALIC, faces.BOLD_ITALIC
    assert _faces("<b>Điều</b> và <i>(niêm yết)</i> rồi", serif) == [bold, serif, italic, italic, serif]
    assert _faces("<b>Điều</b> và", italic) == [both, italic]
    assert _faces("<i>Điều</i> và", bold) == [both, bold]


def test_nothing_takes_no_room() -> None:
    assert _set("  ").wrap(300, 100) == (300, 0)


def test_asked_for_another_width_it_is_broken_anew() -> None:
    paragraph = _set("phiếu bầu " * 20)
    assert paragraph.wrap(300, 100)[1] > paragraph.wrap(500, 100)[1]


def test_a_letter_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(PaperRefused):
        _set("Lò Thị ☑").wrap(300, 100)
