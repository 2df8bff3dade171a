"""Papers as Word: the words of the printed paper in its order, and what Word makes of the rest."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.counting.facts import VoteForm
from desktop.printing.form import Filled, Form
from desktop.printing.form_input import read_input
from desktop.printing.hamlet_head.count.check_sheet import LABEL, CheckSheet
from desktop.printing.setting.digest_band import CAPTION
from tests.printing.left_out import left_out
from tests.printing.samples import ACROSS, REGISTERS, sample
from tests.printing.word.read_word import opened, printed_text, word_text

_TEXT = [name for name, form in catalogue.FORMS.items() if form.is_text]
_DRAWN = {
    "wall-sheet",
    "posting-sheet",
    "hamlet-ballot",
    "hamlet-ballot-agree",
    "hamlet-ballot-large",
    "hand-out-slip",
    "separator-sheet",
    "sign-in-roll",
    "tally-sheet",
    "package-slip",
    "congress-ballot",
    "congress-ballot-agree",
    "congress-ballot-single",
    "congress-ballot-large",
    "congress-tally-sheet",
    # A secret that is kept on paper alone.
    "recovery-sheet",
}
_PT = 25.4 / 72
_MINUTES = (
    "counting-minutes",
    "meeting-minutes",
    "handed-out-minutes",
    "congress-counting-minutes",
    "congress-minutes",
)


def _sample(name: str) -> tuple[Form, Any]:
    form = catalogue.find(name)
    return form, read_input(form, sample(name), where=name)


@cache
def _full(name: str, *, training: bool) -> bytes:
    """Return the sample as Word, which many look at: made once."""
    form, value = _sample(name)
    return form.word(Filled(value), training=training)


def _label(value: Any) -> str:
    return LABEL if isinstance(value, CheckSheet) else str(getattr(value, "frame", value).form_label)


def _assert_same_words(form: Form, filled: Filled) -> None:
    written = form.word(filled, training=False)
    paged = form.name in ACROSS
    assert word_text(written) == printed_text(form.pdf(filled, training=False), written, paged=paged)


def test_every_paper_is_either_text_or_drawn_to_measure() -> None:
    assert {*catalogue.FORMS} - {*_TEXT} == _DRAWN


@pytest.mark.parametrize("name", _TEXT)
def test_a_full_paper_has_the_printed_words_in_their_order(name: str) -> None:
    form, value = _sample(name)
    written = _full(name, training=False)
    printed = form.pdf(Filled(value), training=False)
    assert word_text(written) == printed_text(printed, written, paged=name in ACROSS)


@pytest.mark.parametrize("name", _TEXT)
def test_a_blank_paper_has_the_printed_words_in_their_order(name: str) -> None:
    form, value = _sample(name)
    _assert_same_words(form, form.blank(value))


@pytest.mark.parametrize("name", _TEXT)
@settings(max_examples=2, deadline=None)
@given(chosen=st.sets(st.integers(1, 24), min_size=1))
def test_whatever_is_left_out_the_words_are_those_printed(name: str, chosen: set[int]) -> None:
    form, value = _sample(name)
    try:
        half = left_out(value, chosen)
    except ValueError:
        assume(False)
    _assert_same_words(form, Filled(half))


@pytest.mark.parametrize("name", sorted(_DRAWN))
def test_a_paper_that_is_drawn_to_measure_is_refused_in_a_sentence(name: str) -> None:
    form, value = _sample(name)
    with pytest.raises(PaperRefused) as refusal:
        form.word(Filled(value), training=False)
    assert refusal.value.code == "paper.no_word"


@pytest.mark.parametrize("name", _TEXT)
def test_a_file_is_the_same_bytes_twice_and_tells_of_no_person_and_no_machine(name: str) -> None:
    form, value = _sample(name)
    data = _full(name, training=True)
    assert data == form.word(Filled(value), training=True)
    document = opened(data)
    told = document.core_properties
    assert told.title
    assert told.author == told.author.upper(), "the issuer, in capitals"
    assert (told.last_modified_by, told.created, told.modified) == ("", None, None)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "theme" in name or "thumbnail" in name]
        styles = package.read("word/styles.xml").decode()
    assert 'w:val="vi-VN"' in styles
    assert "Calibri" not in styles


@pytest.mark.parametrize("name", _TEXT)
def test_the_label_is_on_page_one_the_number_on_the_others_and_the_stamp_on_all(name: str) -> None:
    _, value = _sample(name)
    (section,) = opened(_full(name, training=True)).sections
    if name in {"invitation", "dismissal-invitation", "congress-invitation"}:
        # Each household's is a paper of its own.
        assert not section.different_first_page_header_footer
        assert section.header.paragraphs[0].text == f"DỮ LIỆU TẬP HUẤN\t{_label(value)}"
        return
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == f"DỮ LIỆU TẬP HUẤN\t{_label(value)}"
    if name in ACROSS:
        # The foot of each page says which it is.
        assert section.header.paragraphs[0].text == "DỮ LIỆU TẬP HUẤN\t"
        return
    assert section.header.paragraphs[0].text == "DỮ LIỆU TẬP HUẤN\t2"
    (field,) = section.header._element.iter(qn("w:instrText"))
    assert field.text.strip() == "PAGE"


@pytest.mark.parametrize("name", _TEXT)
def test_a_table_is_as_wide_as_the_text_its_head_is_repeated_and_no_row_is_parted(name: str) -> None:
    document = opened(_full(name, training=False))
    measure = 267 if name in ACROSS else 165
    for table in document.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(Mm(measure), abs=Mm(0.2))
        assert not table.autofit
        for row in table.rows:
            assert row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


_UNSIGNED = {*REGISTERS, "congress-poll-slip", "congress-wall-sheet"}


@pytest.mark.parametrize("name", [name for name in _TEXT if name not in _UNSIGNED])
def test_a_signature_stays_with_the_last_sentence(name: str) -> None:
    body = opened(_full(name, training=False)).element.body
    parts = [part for part in body if part.tag in {qn("w:p"), qn("w:tbl")}]
    signed = next(index for index, part in enumerate(parts) if _exact_heights(part))
    last, signature = parts[signed - 1], parts[signed]
    assert name == "congress-roll-call" or _text(last)[-1:] in {".", "/"}, "a whole sentence"
    rows = list(signature.iter(qn("w:tr")))
    kept = [last, *(paragraph for row in rows[:-1] for paragraph in row.iter(qn("w:p")))]
    assert all(paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for paragraph in kept)
    (room,) = _exact_heights(signature)
    assert room >= 16, "a hand needs as much"


@pytest.mark.parametrize("name", _MINUTES)
def test_minutes_bear_the_digest_on_every_page_and_its_code_is_read(name: str) -> None:
    form, value = _sample(name)
    digest = getattr(value, "count", value).digest
    (section,) = opened(form.word(Filled(value), training=False)).sections
    for footer in (section.first_page_footer, section.footer):
        text = _text(footer._element)
        assert CAPTION in text
        lines = re.findall(r"1-8(.*?)Nhật ký(.*?)9-16(.*?)dòng 4\d\d(.*)", text.replace("\n", " "))
        (first, log, second, rest) = ("".join(each.split()) for each in lines[0])
        assert first + second == digest.sha256
        assert log + rest == digest.log.sha256[:32]
        (picture,) = (part for part in footer.part.related_parts.values() if part.partname.endswith(".png"))
        image = Image.open(BytesIO(picture.blob)).convert("L")
        with_quiet = Image.new("L", (image.width + 80, image.height + 80), 255)
        with_quiet.paste(image, (40, 40))
        (code,) = zxingcpp.read_barcodes(with_quiet)
        assert code.text == digest.qr_full


def test_minutes_of_several_counts_bear_the_digest_of_each() -> None:
    form, value = _sample("congress-counting-minutes")
    earlier = ("0123" * 16, "4567" * 16)
    several = dataclasses.replace(value, digest=dataclasses.replace(value.digest, earlier=earlier))
    written = form.word(Filled(several), training=False)
    (section,) = opened(written).sections
    for footer in (section.first_page_footer, section.footer):
        text = "".join(_text(footer._element).split())
        for number, sha256 in enumerate((*earlier, value.digest.sha256), 1):
            assert f"lần{number}{sha256}" in text
    assert word_text(written) == printed_text(form.draw(several, training=False), written)


def test_the_number_of_pages_is_words_own_count() -> None:
    form, value = _sample("counting-minutes")
    body = opened(form.word(Filled(value), training=False)).element.body
    (field,) = body.iter(qn("w:instrText"))
    assert field.text.strip() == r'NUMPAGES \# "00"'


def test_what_is_tied_in_print_stays_tied() -> None:
    form, value = _sample("counting-minutes")
    body = opened(form.word(Filled(value), training=False)).element.body
    assert "81\u00a0phiếu" in _text(body)
    assert "2024\u00a0-\u00a02027" in _text(body)


def test_a_letter_that_would_print_wrong_stops_word_too() -> None:
    form = catalogue.find("submission")
    document = sample("submission").decode().replace("Húc Động", "Húc Động 漢")
    value = read_input(form, document.encode(), where="submission")
    with pytest.raises(PaperRefused) as refusal:
        form.word(Filled(value), training=False)
    assert (refusal.value.code, refusal.value.where) == ("paper.letter", "U+6F22")


def test_each_household_has_a_page_of_its_own() -> None:
    form, value = _sample("invitation")
    body = opened(form.word(Filled(value), training=False)).element.body
    assert len(list(body.iter(qn("w:pageBreakBefore")))) == len(value.addressees) - 1


def test_bold_stays_bold_and_a_sentence_has_a_style_to_change() -> None:
    form, value = _sample("recognition-decision")
    document = opened(form.word(Filled(value), training=False))
    (article,) = (one for one in document.paragraphs if one.text.startswith("Điều 1."))
    assert article.style is not None
    assert (article.style.name, article.runs[0].text, article.runs[0].bold) == ("Điều", "Điều 1.", True)
    assert not article.runs[1].bold


def test_a_name_of_any_length_stays_in_its_column() -> None:
    form, value = _sample("candidate-list")
    long = dataclasses.replace(value.candidates[0], name="Nguyễn Phúc Hoàng Thị Phương Thảo " * 4)
    _assert_same_words(form, Filled(dataclasses.replace(value, candidates=(long,) * 3)))


@pytest.mark.parametrize("members", [0, 1, 2, 3, 4, 5, 8])
@pytest.mark.parametrize("vote", ["strike", "agree", "hands"])
def test_every_committee_and_form_of_vote_signs_as_in_print(members: int, vote: VoteForm) -> None:
    form, value = _sample("counting-minutes")
    head, member, *_ = value.committee
    others = tuple(dataclasses.replace(member, name=f"Lò Văn Ơn {number}") for number in range(members))
    stood = tuple(
        dataclasses.replace(one, against=1, abstain=0) if vote != "strike" else one
        for one in value.candidates
    )
    _assert_same_words(
        form, Filled(dataclasses.replace(value, committee=(head, *others), vote=vote, candidates=stood))
    )


def test_a_long_roll_has_its_head_on_every_page() -> None:
    form, value = _sample("posted-roll")
    lines = tuple(dataclasses.replace(value.lines[0], number=number) for number in range(1, 181))
    _assert_same_words(form, Filled(dataclasses.replace(value, lines=lines)))


def _text(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def _exact_heights(element: Any) -> list[float]:
    """Give the heights of rows that keep it, mm; Word counts in twentieths of a point."""
    heights = element.iter(qn("w:trHeight"))
    return [int(one.get(qn("w:val"))) / 20 * _PT for one in heights if one.get(qn("w:hRule")) == "exact"]
