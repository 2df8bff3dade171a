"""Letters and spaces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.text import fold, nfc, tidy


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


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert unicodedata.is_normalized("NFC", tidy(text))


@given(st.text(alphabet="aăâđêôơưáàảãạắệợỹÁĂĐ bcd "))
def test_a_name_is_found_however_its_letters_were_typed(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == fold(text.upper())
    assert fold(text).isascii()
