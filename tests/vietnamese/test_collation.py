"""The Vietnamese alphabet's order, with Qt's collator as oracle where it is right."""

from __future__ import annotations

import random
import unicodedata
from functools import cmp_to_key
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from desktop.vietnamese.collation import name_sort_key, sort_key

ALPHABET = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y"
TONES = "la là lả lã lá lạ"
SYLLABLES = """
an ăn ân anh ánh ba bà bả bã bá bạ bình bính chi chơ chớ da dao đa đào đạt e em ê gia giang hà hạ
hải hoa hòa hoà khánh lan lân lâm linh liễu long lọn mai mạnh minh mỹ na nga ngân nghĩa ngọc nhung
oanh ơn páo phúc quang quyết sa sản sơn sương thảo thắng thế thị thủy tiến trang trường tuấn túc u
uyên ư ưng ước vân vàng văn vượng xuân ý yên
"""


def test_the_alphabet_stands_in_its_order() -> None:
    letters = ALPHABET.split()
    assert sorted(frozenset(letters), key=sort_key) == letters


def test_tones_stand_in_their_order() -> None:
    assert sorted(frozenset(TONES.split()), key=sort_key) == TONES.split()


def test_a_letter_weighs_more_than_a_tone() -> None:
    assert sorted(["lan", "làm", "lâm", "lá"], key=sort_key) == ["lá", "làm", "lan", "lâm"]


def test_syllables_are_compared_one_after_another() -> None:
    # Dictionaries: every "Hà …" stands after every "Ha …"; Qt looks at the tones of the whole text last.
    assert sorted(["Hà An", "Ha Bình"], key=sort_key) == ["Ha Bình", "Hà An"]


def test_numbers_of_hamlets_are_numbers() -> None:
    hamlets = ["Xóm", "Xóm 1", "Xóm 2", "Xóm 2A", "Xóm 10", "Xóm Mới"]
    assert sorted(frozenset(hamlets), key=sort_key) == hamlets


def test_people_stand_by_given_name_then_surname_then_middle_name() -> None:
    people = ["Lò Văn An", "Bùi Thị Ánh", "Đặng Đức Bình", "Hà Anh Bình", "Hà Thị Bình", "Lò Thị Ơn", "Ơn"]
    ordered = ["Lò Văn An", "Bùi Thị Ánh", "Đặng Đức Bình", "Hà Anh Bình", "Hà Thị Bình", "Ơn", "Lò Thị Ơn"]
    assert sorted(people, key=name_sort_key) == ordered


def test_small_letters_stand_before_capitals_only_when_all_else_is_equal() -> None:
    assert sorted(["HÀ", "Hà", "hà", "há"], key=sort_key) == ["hà", "Hà", "HÀ", "há"]


@pytest.fixture(scope="module")
def oracle() -> QCollator:
    collator = QCollator(QLocale("vi_VN"))
    collator.setNumericMode(True)
    # A collator without its language data would follow code points and prove nothing.
    assert collator.compare("đa", "da") > 0
    assert collator.compare("dz", "đa") < 0
    assert collator.compare("lạ", "lá") > 0
    return collator


def test_single_syllables_agree_with_qt(oracle: QCollator) -> None:
    for first in SYLLABLES.split():
        for second in SYLLABLES.split():
            ours = (sort_key(first) > sort_key(second)) - (sort_key(first) < sort_key(second))
            theirs = oracle.compare(first, second)
            assert ours == (theirs > 0) - (theirs < 0), (first, second)


def test_ten_thousand_names_stand_as_qt_puts_their_syllables(oracle: QCollator) -> None:
    surnames = (
        "Bùi Cà Chìu Đặng Đinh Đỗ Dương Giàng Hà Hạ Hồ Hoàng Huỳnh Lê Lò Lý Mùa Ngô Nguyễn Ơn Phạm Vàng Võ Ỷ"
    )
    middles = "A Á Ba Công Đình Đức Hữu Kim Mai Ngọc Như Quang Thanh Thế Thị Thu Trọng Văn Xuân Ý"
    seed = random.Random(2024)
    names: set[str] = set()
    while len(names) < 10_000:
        middle = " ".join(seed.sample(middles.split(), seed.randrange(3)))
        name = f"{seed.choice(surnames.split())} {middle} {seed.choice(SYLLABLES.split()).capitalize()}"
        names.add(" ".join(name.split()))
    syllables = sorted({word for name in names for word in name.split()}, key=cmp_to_key(oracle.compare))
    rank = {word: index for index, word in enumerate(syllables)}
    for one, other in pairwise(syllables):
        if oracle.compare(one, other) == 0:
            rank[other] = rank[one]

    def by_qt(name: str) -> tuple[int, int, list[int]]:
        surname, *middle, given = (rank[word] for word in name.split())
        return given, surname, middle

    mixed = sorted(names)
    seed.shuffle(mixed)
    assert sorted(mixed, key=name_sort_key) == sorted(mixed, key=by_qt)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẩễốợửỹí", max_size=6), st.data())
def test_any_two_syllables_agree_with_qt(first: str, data: st.DataObject) -> None:
    second = data.draw(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẩễốợửỹí", max_size=6))
    collator = QCollator(QLocale("vi_VN"))
    theirs = collator.compare(first, second)
    if theirs:
        assert (sort_key(first) > sort_key(second)) == (theirs > 0)


@given(st.text(), st.text())
def test_every_text_has_a_place_and_its_typing_doesnt_matter(first: str, second: str) -> None:
    assert (sort_key(first) < sort_key(second)) or (sort_key(second) <= sort_key(first))
    assert sort_key(first) == sort_key(unicodedata.normalize("NFD", first))
