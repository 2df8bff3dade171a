"""The pages that say where things are say what is true."""

from __future__ import annotations

import ast
import re

import grimp
import pytest

from tests.architecture import list_files, list_law
from tests.architecture.draw_rooms import DRAWN, FOLDER, arrows, drawing, rooms_of
from tests.checkout import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:desktop|resources|docs)/[\w/.-]*)(?:::([\w.]+))?`", PAGE)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("desktop")


@pytest.mark.parametrize("picture", DRAWN)
def test_the_pictures_are_those_of_the_contracts_and_the_code(picture: str, graph: grimp.ImportGraph) -> None:
    drawn = (FOLDER / f"{picture}.dot").read_text(encoding="utf-8")
    assert drawn == drawing(DRAWN[picture], graph), "make docs draws them anew"
    assert (FOLDER / f"{picture}.svg").exists()
    assert f"rooms/{picture}.svg" in PAGE


@pytest.mark.parametrize("picture", DRAWN)
def test_no_arrow_of_a_picture_runs_up_or_across(picture: str, graph: grimp.ImportGraph) -> None:
    rooms = rooms_of(DRAWN[picture])
    floor = {name: number for number, layer in enumerate(rooms.layers) for name in layer}
    found = arrows(rooms, graph)
    assert len(found) >= len(rooms.names()) - 1, "the house hangs together"
    assert [(one, other) for one, other in found if floor[one] >= floor[other]] == []


def test_every_file_is_listed_with_what_it_says_of_itself() -> None:
    assert list_files.PAGE.read_text(encoding="utf-8") == list_files.listing(), "make docs lists them anew"


def test_the_law_is_listed_as_the_statute_files_hold_it() -> None:
    page = list_law.PAGE.read_text(encoding="utf-8")
    assert page == list_law.law_page(), "make docs lists it anew"
    assert "| `residence` | commune | 2026-05-26 to now | `second_hand` |" in page


def test_the_page_names_enough_to_be_of_use() -> None:
    assert len([function for _, function in NAMED if function]) >= 20


@pytest.mark.parametrize(("path", "function"), NAMED)
def test_whatever_the_page_names_is_there(path: str, function: str) -> None:
    place = ROOT / path
    assert place.exists()
    body = ast.parse(place.read_text(encoding="utf-8")).body if function else []
    for name in filter(None, function.split(".")):
        found = [
            each for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef) and each.name == name
        ]
        assert found, name
        body = found[0].body
