"""Parts and capitals of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.names import NameParts, is_all_capitals, split_name, title_case
from desktop.vietnamese.text import fold, tidy


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Lò Thị Ơn", NameParts("Lò", "Thị", "Ơn")),
        ("Dương Quang Bảo  Dũng", NameParts("Dương", "Quang Bảo", "Dũng")),
        ("Đinh Đào", NameParts("Đinh", "", "Đào")),
        ("Páo", NameParts("", "", "Páo")),
    ],
)
def test_a_name_is_split(name: str, parts: NameParts) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("LÒ THỊ ƠN", "Lò Thị Ơn"),
        ("VÀNG HỮU ĐÔNG", "Vàng Hữu Đông"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("Y-BLIH ÊBAN", "Y-Blih Êban"),
    ],
)
def test_a_name_in_capitals_gets_small_letters(capitals: str, name: str) -> None:
    assert is_all_capitals(capitals)
    assert title_case(capitals) == name


@pytest.mark.parametrize("name", ["Lò Thị Ơn", "A", "Ý", "", "12", "lò"])
def test_a_name_in_ordinary_letters_is_left_alone(name: str) -> None:
    assert not is_all_capitals(name)


@given(st.text(alphabet="AĂÂBCDĐEÊOƠUƯÝ ÁẢẠ'-"))
def test_only_capitals_change(name: str) -> None:
    assert fold(title_case(name)) == fold(name)
    assert title_case(title_case(name)) == title_case(name)
    assert len(title_case(name)) == len(tidy(name))
