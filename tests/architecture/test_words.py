"""Use cases speak in codes: what they say to the screen stands in the catalogue of sentences."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

from desktop.wording import known_codes
from tests.checkout import ROOT

SERVICES = ROOT / "desktop" / "services"
OF_PAPERS = {
    "elections/naming.py": "Ông and Bà before a name on papers",
    "exchange/congress_report.py": "the workbook of congresses",
    "exchange/report.py": "the workbook of results",
    "papers/fill": "what papers say of an election",
    "results/reasons.py": "the reason that a decision prints",
    "training": "the example's people, places and papers",
}
"""Rooms whose Vietnamese stands on a paper or is invented data, each with what it is."""


def has_vietnamese(text: str) -> bool:
    return any(sign.isalpha() and not sign.isascii() for sign in unicodedata.normalize("NFC", text))


def vietnamese_in(source: str) -> list[tuple[int, str]]:
    """Return the strings with Vietnamese letters, each with its line, that no docstring is."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in told
        and has_vietnamese(node.value)
    ]


def files_of(room: str) -> list[Path]:
    place = SERVICES / room
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def test_no_use_case_holds_a_sentence_for_the_screen() -> None:
    allowed = {file for room in OF_PAPERS for file in files_of(room)}
    found = {
        f"{file.relative_to(SERVICES).as_posix()}:{line}": words
        for file in sorted(SERVICES.rglob("*.py"))
        if file not in allowed
        for line, words in vietnamese_in(file.read_text(encoding="utf-8"))
    }
    assert found == {}, "a sentence for the screen stands in resources/i18n, a paper's word in papers/fill"


@pytest.mark.parametrize("room", OF_PAPERS)
def test_a_room_that_may_hold_words_of_papers_does(room: str) -> None:
    assert any(vietnamese_in(file.read_text(encoding="utf-8")) for file in files_of(room))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('said = "Chưa có hộ nào"', ["Chưa có hộ nào"]),
        ('said = f"lần {number}"', ["lần "]),
        ('"""Bảng ghi."""\nsaid = "roll.empty"', []),
        ('def said():\n    """Bảng ghi."""', []),
        ('said = "ngày {0} – {1}…"', ["ngày {0} – {1}…"]),
        ('said = "ho\u0302\u0323"', ["ho\u0302\u0323"]),
        ('shown = "7 – 8 × 2 …"', []),
    ],
)
def test_a_string_with_vietnamese_letters_is_found(source: str, found: list[str]) -> None:
    assert [words for _, words in vietnamese_in(source)] == found


def test_every_code_that_is_put_into_words_stands_in_the_catalogue() -> None:
    asked = {
        node.args[0].value
        for file in (ROOT / "desktop").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "words"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert asked >= {"list.row", "training.sent"}
    assert sorted(asked - known_codes()) == []
