from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop.services.training.rosters import Rosters
from desktop.sheets.lists.reading import read


@pytest.mark.parametrize(("households", "impossible"), [(1, False), (40, True), (621, True)])
def test_a_list_of_the_example_is_read_as_it_was_written(
    tmp_path: Path, households: int, *, impossible: bool
) -> None:
    file = tmp_path / "ho.csv"
    file.write_bytes(
        Rosters(random.Random(5)).workbook("Thôn Nà Lọn", households, impossible_birth=impossible)
    )
    reading = read(file, "households")
    assert len(reading.rows) == households
    assert [refused.code for refused in reading.refused] == ["bad_date"] * impossible
    assert len({row["identity"] for row in reading.rows}) == households


def test_nobody_lives_in_two_hamlets_of_the_example() -> None:
    rosters = Rosters(random.Random(5))
    one, other = (rosters.workbook("Thôn", 300).decode("utf-8-sig") for _ in range(2))
    numbers = [{line.split(";")[4] for line in text.splitlines()[3:-1]} for text in (one, other)]
    assert len(numbers[0]) == 300
    assert not numbers[0] & numbers[1]
