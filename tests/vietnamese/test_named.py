"""Ethnic groups and religions by their own names and by those that registers use."""

from __future__ import annotations

import unicodedata

import pytest

from desktop.vietnamese.ethnic_groups import ETHNIC_GROUPS
from desktop.vietnamese.named import Names
from desktop.vietnamese.religions import RELIGIONS
from desktop.vietnamese.repair import Repair, put_right
from desktop.vietnamese.text import tidy


def test_the_state_lists_54_groups() -> None:
    assert len(ETHNIC_GROUPS.official) == len(set(ETHNIC_GROUPS.official)) == 54


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Kinh", "Kinh"),
        ("Việt", "Kinh"),
        ("H'MÔNG", "Mông"),
        ("H’Mông", "Mông"),
        ("hmông", "Mông"),
        ("Mèo", "Mông"),
        ("Cao Lan", "Sán Chay"),
        ("Sán Chỉ", "Sán Chay"),
        ("Dao Thanh Phán", "Dao"),
        ("Ê-đê", "Ê Đê"),
        ("Khơ Me", "Khmer"),
        ("Bru-Vân Kiều", "Bru Vân Kiều"),
        ("Ba Na", "Ba Na"),
        ("ngừơi lạ", None),
        ("", None),
    ],
)
def test_groups_by_their_other_names(written: str, official: str | None) -> None:
    assert ETHNIC_GROUPS.official_of(written) == official


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("không", "Không"),
        ("Đạo Phật", "Phật giáo"),
        ("Hoà Hảo", "Phật giáo Hòa Hảo"),
        ("Thiên chúa giáo", "Công giáo"),
        ("TIN LÀNH", "Tin Lành"),
    ],
)
def test_religions_by_their_other_names(written: str, official: str) -> None:
    assert RELIGIONS.official_of(written) == official


def test_people_keep_the_word_for_themselves() -> None:
    assert ETHNIC_GROUPS.spelt("SÁN CHỈ") == "Sán Chỉ"
    assert ETHNIC_GROUPS.spelt("h'mông") == "H'Mông"
    assert ETHNIC_GROUPS.spelt("Sán Chi") == "Sán Chi"


def test_two_names_of_one_group_are_one_and_unknown_ones_only_by_spelling() -> None:
    assert ETHNIC_GROUPS.are_one("Mông", "H'Mông")
    assert not ETHNIC_GROUPS.are_one("Tày", "Thái")
    assert Names({}).are_one("Hoà Lạ", "hòa-lạ")
    assert not Names({}).are_one("Hoà", "Hoa")


@pytest.mark.parametrize("names", [ETHNIC_GROUPS, RELIGIONS])
def test_every_name_is_composed_and_finds_itself(names: Names) -> None:
    for official in names.official:
        assert unicodedata.is_normalized("NFC", official)
        assert names.official_of(official) == official
        assert names.spelt(official.lower()) == official


@pytest.mark.parametrize("names", [ETHNIC_GROUPS, RELIGIONS])
def test_a_name_in_its_own_capitals_is_known_at_sight_and_has_nothing_to_repair(names: Names) -> None:
    assert all(map(names.spells, names.official))
    for name in names.official:
        assert names.spelt(name) == name == tidy(name)
        assert put_right(name) == Repair(name)
        assert not names.spells(name.upper())
        assert not names.spells(f"{name} ")
    assert names.spells("Tày Đăm") is (names is ETHNIC_GROUPS)
    assert not names.spells("PGHH")
