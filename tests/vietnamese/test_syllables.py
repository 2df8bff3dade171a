"""What can be a Vietnamese syllable."""

from __future__ import annotations

import csv
import re

import pytest

from desktop.vietnamese.syllables import is_syllable
from tests.checkout import ROOT

UNITS = ROOT / "resources" / "units" / "units.csv"


@pytest.mark.parametrize(
    "word",
    [
        "Nguyễn",
        "giếng",
        "gì",
        "quyết",
        "quý",
        "Quảng",
        "huỳnh",
        "khuỷu",
        "ngoằn",
        "thuở",
        "Ước",
        "yên",
        "ỷ",
        "oách",
        "xoong",
        "đưa",
        "nghiêng",
    ],
)
def test_syllables_of_every_build(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize(
    "word", ["NguyÔn", "Nguyeãn", "Xoùm", "Nöõ", "các0", "tac", "hòc", "cãt", "Müller", "Ñinh", "bịị", ""]
)
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_the_names_of_the_countrys_units_are_syllables() -> None:
    with UNITS.open(encoding="utf-8") as file:
        names = {line["name"] for line in csv.DictReader(file)}
    words = {word for name in names for word in re.findall(r"[^\W\d_]+", name) if not word.isascii()}
    others = {word for word in words if not is_syllable(word)}
    # Names in the languages of the highlands are spelt their own way.
    assert len(others) / len(words) < 0.08
    assert {"Đắk", "Krông"} <= others
