"""A list is declared once: whatever handles lists finds all that it needs there."""

from __future__ import annotations

import ast
from pkgutil import iter_modules

import pytest

from desktop.services import catalogue
from desktop.services.catalogue.known import LISTS, STORED
from desktop.services.lists.columns import column_words
from desktop.services.lists.list_kind import ListKind
from desktop.services.office.log import SUBJECTS, action_words
from desktop.services.office.sides import Side, hidden_nouns
from desktop.sheets.lists.kinds import known
from desktop.wording import known_codes
from tests.checkout import ROOT

_DECLARED = ("sheets/", "services/catalogue")
"""The two rooms where a list is named: how it is read, and what is done with it."""

# Rooms that name a list because they are of it: its page, the use cases and papers of its noun.
_OF_THEIR_OWN = (
    *("services/people", "services/places", "services/party", "services/papers", "services/training"),
    *("ui/people", "ui/places", "ui/party", "ui/first_start"),
)


def test_each_file_of_the_catalogue_declares_a_list_that_is_known() -> None:
    files = {module.name for module in iter_modules(catalogue.__path__)} - {"known"}
    assert {name.replace("-", "_") for name in LISTS} == files
    assert set(LISTS) == set(known.KINDS), "what is read can be given out, and the other way round"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_its_words(name: str) -> None:
    wanted = {f"list.{name}.{what}" for what in ("title", "row", "page", "file")}
    assert wanted - known_codes() == set()
    assert all((LISTS[name].title, LISTS[name].page, LISTS[name].file_stem))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_heads_the_columns_that_it_gives_out_and_calls_each(name: str) -> None:
    headings, called = LISTS[name].sheet.headings, column_words(name)
    assert headings, "a block without its header, and what is given out, need them"
    assert {key for key, _ in headings} <= set(called)
    assert all(called.values())


@pytest.mark.parametrize("name", STORED)
def test_each_field_of_a_stored_list_is_a_column(name: str) -> None:
    listed = STORED[name]
    assert isinstance(listed, ListKind)
    assert set(listed.fields) <= set(column_words(name))
    assert {key for key, _ in listed.sheet.headings} - {"note"} <= set(column_words(name))


@pytest.mark.parametrize("name", LISTS)
def test_the_log_says_what_was_done_with_a_list_and_hides_it_from_the_other_side(name: str) -> None:
    for what in ("import", "give_out"):
        assert action_words(f"{name}.{what}") != f"{name}.{what}"
    assert any(name in nouns for nouns in SUBJECTS.values())
    hidden = {side for side in (Side.PARTY, Side.ELECTIONS) if name in hidden_nouns(side)}
    other = {Side.PARTY: Side.ELECTIONS, Side.ELECTIONS: Side.PARTY}
    assert hidden == ({other[LISTS[name].side]} if LISTS[name].side in other else set())


def test_no_room_that_handles_every_list_names_one() -> None:
    found = {}
    for file in sorted((ROOT / "desktop").rglob("*.py")):
        place = file.relative_to(ROOT / "desktop").as_posix()
        if place.startswith((*_DECLARED, *_OF_THEIR_OWN)):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = [
            node.module
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith(("desktop.services.catalogue.", "desktop.sheets.lists.kinds."))
            and (node.module or "").rpartition(".")[2] not in ("known", "list_kind")
        ]
        if named:
            found[place] = named
    assert found == {}, "ask the declaration of the list, of which known has all"
