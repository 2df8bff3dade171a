"""Letters and spaces."""

from __future__ import annotations

import re
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.text import composed, fold, nfc, own_letters, spelling_key, tidy

names = st.lists(
    st.sampled_from(
        [
            "Nguyễn",
            "Lường",
            "Thị",
            "Ước",
            "Bế",
            "Tằng",
            "Ngỡ",
            "Mẩy",
            "Đặng",
            "Sửu",
            "Hặc",
            "Thuở",
            "Quý",
            "ƯỜNG",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


def _shuffled(marks: str, random: Random) -> str:
    return "".join(random.sample(marks, len(marks)) + random.sample(marks, 1))


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
    "sign",
    [
        "\u00ad",
        "\u034f",
        "\u061c",
        "\u180e",
        "\u200b",
        "\u200f",
        "\u202a",
        "\u202c",
        "\u2060",
        "\u2066",
        "\u2069",
        "\ufe0f",
        "\ufeff",
        "\ufffc",
        "\x01",
        "\x7f",
        "\x9d",
        "\U000e0101",
        "\U000e0020",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_a_sign_that_nobody_sees_falls(sign: str) -> None:
    assert tidy(f"{sign}Nình {sign}Văn{sign} Thử{sign}") == "Nình Văn Thử"
    assert tidy(f"{sign}Lan {sign}Anh{sign}") == "Lan Anh"
    assert fold(f"Thử{sign}") == "thu"


@pytest.mark.parametrize("blank", ["\u3164", "\u2800", "\uffa0"])
def test_a_letter_that_is_blank_is_a_space(blank: str) -> None:
    assert tidy(f"Nình{blank}Văn Thử{blank}") == "Nình Văn Thử"


@pytest.mark.parametrize(
    ("written", "kept"), [("Ðặng", "Đặng"), ("Ɖặng", "Đặng"), ("ðặng", "đặng"), ("ɖặng", "đặng")]
)
def test_letters_that_look_like_d_with_a_stroke_are_that(written: str, kept: str) -> None:
    assert own_letters(written) == tidy(written) == kept
    assert fold(written) == "dang"


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("Nguye\u0303\u0302n", "Nguyễn"),
        ("Be\u0301\u0302", "Bế"),
        ("Ta\u0300\u0306ng", "Tằng"),
        ("Ta\u0300\u0306\u0300ng", "Tằng"),
        ("Thơ\u031b\u0323\u0323", "Thợ"),
        ("Pho\u0301\u031b", "Phớ"),
        ("Lê\u0302", "Lê"),
        ("Â\u0301N", "ẤN"),
        ("Lé\u0302", "Lế"),
    ],
)
def test_marks_in_any_order_belong_to_their_letter(typed: str, letters: str) -> None:
    assert composed(typed) == tidy(typed) == letters


def test_a_mark_that_fits_no_letter_is_left_to_be_seen() -> None:
    assert composed("Ch\u0301u Bạ\u0301") == "Ch\u0301u Bạ\u0301"


@given(names, st.randoms())
def test_a_name_is_the_same_in_whatever_order_its_marks_stand(name: str, random: Random) -> None:
    mixed = re.sub(
        "[\u0300-\u036f]+", lambda marks: _shuffled(marks.group(), random), unicodedata.normalize("NFD", name)
    )
    assert tidy(mixed) == tidy(name) == name


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


@given(st.text() | st.text(alphabet="aeoAĐÐ \u0300\u0301\u0302\u0306\u031b\u0323\u200d\u00ad\u3164"))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert unicodedata.is_normalized("NFC", tidy(text))


@given(st.text(alphabet="aăâđêôơưáàảãạắệợỹÁĂĐ bcd "))
def test_a_name_is_found_however_its_letters_were_typed(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == fold(text.upper())
    assert fold(text).isascii()
