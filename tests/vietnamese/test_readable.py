"""Which texts can be names: of every people of the country, and no noise."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.readable import (
    is_name,
    is_plain,
    is_readable,
    is_spoilt,
    plain_name,
    spelling,
)
from desktop.vietnamese.repair import Repair, put_right
from desktop.vietnamese.text import tidy
from tests.checkout import ROOT
from tests.vietnamese.people import EVERYBODY, kinh_names

UNITS = ROOT / "resources" / "units" / "units.csv"


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_name_of_every_people_is_one(name: str) -> None:
    assert is_name(name)
    assert is_name(name.upper())
    assert not is_spoilt(name)


@pytest.mark.parametrize(
    "noise",
    [
        "abc123",
        "xxxxx",
        "aaaa",
        "bcdf",
        "Lò Thị !!!",
        "lan@example",
        "Nguy?n Văn T?nh",
        "Nguy\ufffdn",
        "Lò ☑",
        "😀 Lan",
        "漢字",
        "\u0422\u0445\u1eed",
        "Ch\u0301u",
        "Nguy&#7877;n",
        "Nguye^~n",
        "Va(n Lan",
        "Thi. Lu.",
        "A Du+",
        "Ly' Thi. Lan",
    ],
)
def test_noise_is_no_name(noise: str) -> None:
    assert not is_name(noise)


@pytest.mark.parametrize(
    "shown",
    [
        "Nguyá»…n",
        "VÄƒn",
        "LÃ½",
        "NguyÔn",
        "V¨n",
        "TØnh",
        "TuÊn",
        "HuÕ",
        "Vµng",
        "Nguyeãn",
        "Vaên",
        "Tuaán",
        "Xoùm",
        "Brãíi",
    ],
)
def test_what_another_encoding_shows_is_broken(shown: str) -> None:
    assert not is_readable(shown)
    assert not is_name(f"Lan {shown}")


def test_a_capitals_key_turned_round_breaks_no_name() -> None:
    assert is_name("nGUYỄN vĂN hÙNG")


@pytest.mark.parametrize("text", ["Xóm 2?", "Tổ 3/2 – Nà Ếch", "25 m² đất", "«Đông Á»", "“Ba Tư”", "Kinh?"])
def test_ordinary_signs_spoil_nothing(text: str) -> None:
    assert not is_spoilt(text)
    assert is_readable(text)


@pytest.mark.parametrize("text", ["Nguy?n", "Th\ufffd", "Nguyá»n", "Sá»­u", "LÃ½", "&#7877n", "HÆ°ng"])
def test_lost_letters_are_seen(text: str) -> None:
    assert is_spoilt(text)


def test_the_names_of_the_countrys_units_can_be_read() -> None:
    with UNITS.open(encoding="utf-8") as file:
        names = {line["name"] for line in csv.DictReader(file)}
    assert [name for name in names if not is_readable(name)] == []
    assert [name for name in names if name.isalpha() and spelling(name) == "doubtful"] == []


@given(kinh_names)
def test_names_of_syllables_are_asked_nothing(name: str) -> None:
    assert is_plain(name)
    assert is_name(name)


@given(st.text())
def test_any_text_is_told(text: str) -> None:
    assert is_name(text) <= is_readable(text)
    assert is_plain(text) <= is_readable(text)


_SIGNS = "aâăàảãạáêôơưđÐVNnhgtĂÂĐÃÆÄáºK\u212a'’-.(&;?12ÔÊ \u00a0\u0301\u200b\n"


@given(st.text(_SIGNS, max_size=12) | st.text(max_size=8) | st.sampled_from(EVERYBODY))
def test_a_plain_name_has_nothing_to_repair_but_its_spaces(text: str) -> None:
    name = plain_name(text)
    if name is not None:
        assert name == tidy(text)
        assert put_right(text) == Repair(text)
        assert is_name(name)
        assert is_readable(name)


def test_most_names_are_plain() -> None:
    assert plain_name("  Lò  Thị\u00a0Ơn ") == "Lò Thị Ơn"
    assert sum(plain_name(name) == name for name in EVERYBODY) * 10 > len(EVERYBODY) * 9
