"""Letters and spaces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.text import fold, nfc, spelling_key, tidy


def test_decomposed_letters_are_composed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Võ Đình Ưởng")) == "Võ Đình Ưởng"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Vũ  Thanh Vân\u00a0", "Vũ Thanh Vân"),
        ("Ngày, tháng,\nnăm sinh", "Ngày, tháng, năm sinh"),
        ("Lò\u200b Thị\ufeff Ơn", "Lò Thị Ơn"),
        ("\u2003Tày\t", "Tày"),
        ("\u00a0", ""),
    ],
)
def test_spaces_of_every_kind_fold_to_one(written: str, kept: str) -> None:
    assert tidy(written) == kept


@pytest.mark.parametrize(
    ("text", "key"),
    [("Lò Thị Ơn", "lo thi on"), ("ĐẶNG  Đức", "dang duc"), ("Nguyễn Hữu Lượng", "nguyen huu luong")],
)
def test_the_search_key_has_no_marks(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("Lý", "Lí"),
        ("Mỹ", "Mĩ"),
        ("Quý", "Quí"),
        ("Thuỷ", "Thủy"),
        ("KỲ ANH", "Kì Anh"),
        ("tỷ", "tỉ"),
    ],
)
def test_two_ways_of_spelling_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(("one", "other"), [("Thúy", "Thúi"), ("Bảy", "Bải"), ("Quy", "Quay"), ("My", "Mai")])
def test_a_y_that_is_no_i_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_letter_alone_stays_what_it_is() -> None:
    assert fold("Y Blô") == "y blo"


@pytest.mark.parametrize(("one", "other"), [("Hoa", "Hòa"), ("Lan", "Lân"), ("Dung", "Dũng"), ("Da", "Đa")])
def test_marks_keep_two_names_apart(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@given(st.text())
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert spelling_key(text) == spelling_key(unicodedata.normalize("NFD", text)) == spelling_key(tidy(text))


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert unicodedata.is_normalized("NFC", tidy(text))


@given(st.text(alphabet="aăâđêôơưáàảãạắệợỹÁĂĐ bcd "))
def test_a_name_is_found_however_its_letters_were_typed(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == fold(text.upper())
    assert fold(text).isascii()
