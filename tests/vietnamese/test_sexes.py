from __future__ import annotations

import pytest

from desktop.models.people import Sex
from desktop.vietnamese.sexes import sex_of, sex_word


@pytest.mark.parametrize(("sex", "word"), [(Sex.MALE, "Nam"), (Sex.FEMALE, "Nữ")])
def test_a_sex_and_its_word_say_the_same(sex: Sex, word: str) -> None:
    assert sex_word(sex) == word
    assert sex_of(word) == sex


@pytest.mark.parametrize("word", ["", "nam", "Nu", "Ông"])
def test_any_other_word_states_no_sex(word: str) -> None:
    assert sex_of(word) is None
