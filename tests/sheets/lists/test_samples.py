"""The workbooks that offices hand over, against their clean rows."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import read

# Those that aren't shipped with the program.
OLDER = Path(__file__).parents[1] / "samples"


@pytest.mark.parametrize(
    ("file", "kind", "encoding"),
    [
        ("ho-gia-dinh.xlsx", "households", "unicode"),
        ("ho-gia-dinh.ods", "households", "unicode"),
        ("dang-vien-tcvn3.xls", "members", "tcvn3"),
        ("cu-tri-vni.xls", "voters", "vni"),
        ("thon-ban.csv", "hamlets", "unicode"),
    ],
)
def test_the_rows_are_the_expected_ones(
    samples: Path, expected: Path, file: str, kind: str, encoding: str
) -> None:
    reading = read(_place(samples, file), kind)
    clean = json.loads((expected / file).with_suffix(".json").read_text(encoding="utf-8"))
    assert _without_case(list(reading.rows)) == _without_case(clean["rows"])
    assert reading.refused == ()
    assert reading.encoding == encoding


@pytest.mark.parametrize("file", ["ho-gia-dinh.xlsx", "ho-gia-dinh.ods"])
def test_every_repair_of_the_households_is_noted(samples: Path, expected: Path, file: str) -> None:
    reading = read(_place(samples, file), "households")
    fixes = json.loads((expected / "ho-gia-dinh.json").read_text(encoding="utf-8"))["fixes"]
    noted = Counter(note.code for note in reading.notes)
    assert noted["padded"] == fixes["padded"]
    assert noted["old_identity"] == fixes["old_id"]
    assert noted["nfd"] == fixes["nfd"]
    assert noted["spaces"] == fixes["spaces"]
    assert noted.keys() == {"padded", "old_identity", "nfd", "spaces", "ditto", "date", "case"}


@pytest.mark.parametrize(
    "note",
    [
        Note("F13", "padded", "8097260494", "008097260494"),
        Note("G15", "ditto", "nt", "Tày"),
        Note("B21", "spaces", "  Vũ  Thanh Vân\u00a0", "Vũ Thanh Vân"),
        Note("B25", "case", "HÀ CÔNG HẢI", "Hà Công Hải"),
        Note("F37", "old_identity", "327407698", "327407698"),
        Note("C53", "date", "30899", "1984-08-05"),
        Note("G53", "ditto", "nt", "Dao"),
    ],
)
def test_a_note_names_cell_was_and_now(samples: Path, note: Note) -> None:
    assert note in read(samples / "ho-gia-dinh.xlsx", "households").notes


def test_the_total_of_people_agrees_with_the_rows(samples: Path, expected: Path) -> None:
    reading = read(samples / "ho-gia-dinh.xlsx", "households")
    total = json.loads((expected / "ho-gia-dinh.json").read_text(encoding="utf-8"))["total_people"]
    assert sum(row["members"] for row in reading.rows) == total


@pytest.mark.parametrize(
    ("file", "kind", "note"),
    [
        ("dang-vien-tcvn3.xls", "members", Note("J4", "legacy", "BÝ th\u00ad", "Bí thư")),
        ("dang-vien-tcvn3.xls", "members", Note("B7", "legacy", "D\u00ad¬ng Träng Say", "Dương Trọng Say")),
        ("cu-tri-vni.xls", "voters", Note("B13", "legacy", "Hoaøng Coâng Höôûng", "Hoàng Công Hưởng")),
    ],
)
def test_what_was_typed_before_unicode_is_noted_with_its_letters(file: str, kind: str, note: Note) -> None:
    assert note in read(OLDER / file, kind).notes


def _place(samples: Path, file: str) -> Path:
    return OLDER / file if (OLDER / file).exists() else samples / file


def _without_case(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "name": row["name"].lower()} for row in rows]
