from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.printed import printed_key

NAME = "Đặng Văn Thử"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("ĐẶNG VĂN THỬ", "capitals"),
        ("đặng văn thử", "small letters"),
        ("\u00d0ặng Văn Thử", "eth"),
        ("\u00f0ặng Văn Thử", "small eth"),
        ("\u0189ặng Văn Thử", "African D"),
        ("D\u0335ặng Văn Thử", "a D that a mark strikes through"),
        (unicodedata.normalize("NFD", NAME), "decomposed"),
        ("Đa\u0306\u0323ng Văn Thử", "decomposed, its marks the other way round"),
        ("Đă\u0323\u0323ng Văn Thử", "the same mark twice"),
        ("Đặng Văn Th\u1eed", "composed"),
        ("Đặng Ｖăｎ Thử", "wide letters"),
        (" Đặng  Văn\tThử\n", "spaces"),
        ("Đặng\u00a0Văn\u2003Thử", "hard and wide spaces"),
        ("Đặng\u3164Văn Thử", "a letter that is blank"),
        ("Đặng Văn\u200b Thử", "zero-width space"),
        ("Đặ\u00adng Văn Thử", "soft hyphen"),
        ("Đặng V\u034fă\ufe0fn Thử", "joiner and selector"),
        ("\u202aĐặng Văn Thử\u202c", "signs of direction"),
        ("\ufeffĐặng \u0001Văn Thử", "byte order mark and a control"),
        ("Đặng Văn \u0422hử", "a Cyrillic letter"),
        ("Đặng \u0412\u0430\u0306n Thử".replace("\u0412", "V"), "a Cyrillic letter under a mark"),
        ("Đặng Văn \u03a4hử", "a Greek letter"),
    ],
)
def test_names_that_print_alike_have_one_key(other: str, why: str) -> None:
    assert printed_key(other) == printed_key(NAME), why


@pytest.mark.parametrize(
    ("one", "other"),
    [("H'Mông Sùng", "H\u2019Mông Sùng"), ("Y-Blih", "Y\u2011Blih"), ("Y-Blih", "Y\u2013Blih")],
)
def test_one_apostrophe_or_hyphen_prints_like_another(one: str, other: str) -> None:
    assert printed_key(one) == printed_key(other)


@pytest.mark.parametrize(
    "other",
    [
        "Dặng Văn Thử",
        "Đặng Văn Thứ",
        "Đặng Vân Thử",
        "Đạng Văn Thử",
        "Đặng VănThử",
        "Đặng Thử",
        "Đặng Văn Thử (1970)",
        "Đặng-Văn Thử",
    ],
)
def test_what_can_be_seen_tells_names_apart(other: str) -> None:
    assert printed_key(other) != printed_key(NAME)


def test_where_the_tone_is_written_can_be_seen() -> None:
    assert printed_key("Hoà") != printed_key("Hòa")
    assert printed_key("Lý") != printed_key("Lí")


@pytest.mark.parametrize("name", ["", " \t", "\u200b\u2060", "\u3164", "\u034f", "\u0001"])
def test_a_name_without_ink_has_no_key(name: str) -> None:
    assert printed_key(name) == ""


@given(st.text(max_size=12))
def test_the_key_of_a_key_is_itself_and_no_form_or_case_changes_it(name: str) -> None:
    key = printed_key(name)
    assert printed_key(key) == key
    for form in ("NFC", "NFD"):
        assert printed_key(unicodedata.normalize(form, name)) == key
    assert printed_key(f" {name}\u200b ") == key
