from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from desktop.errors import FactsRefused
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from tests.rules.examples import Decide, congress, hamlet


def refused(decided: Decide, document: Any) -> str | None:
    with pytest.raises(FactsRefused) as caught:
        decided(document)
    assert caught.value.code == "facts"
    return caught.value.where


@pytest.mark.parametrize(
    "key", ["statute", "contest", "seats", "vote", "attempt", "ballot", "electorate", "present", "candidates"]
)
def test_a_needed_field_that_is_missing_is_refused(decided: Decide, key: str) -> None:
    document = hamlet()
    del document[key]
    assert refused(decided, document) == key


@pytest.mark.parametrize("value", [-1, 1.0, 98.5, True, "98", None])
@pytest.mark.parametrize("key", ["valid", "present", "electorate", "issued", "seats_left"])
def test_a_count_that_is_no_whole_number_is_refused(decided: Decide, key: str, value: Any) -> None:
    document = hamlet()
    document[key] = value
    assert refused(decided, document) == key


@pytest.mark.parametrize("value", [-1, 0.5, True, "61", None])
def test_votes_that_are_no_whole_number_are_refused(decided: Decide, value: Any) -> None:
    document = hamlet()
    document["candidates"][1]["votes"] = value
    assert refused(decided, document) == "candidates[1].votes"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"electorat": 120}, "electorat"),
        ({"convened": 30}, "convened"),
        ({"post": "secretary"}, "post"),
        ({"excused": 1}, "excused"),
        ({"seats": 0}, "seats"),
        ({"attempt": 0}, "attempt"),
        ({"vote": "second"}, "vote"),
        ({"ballot": "cross"}, "ballot"),
        ({"ballot": "hands"}, "issued"),
        ({"statute": "nd-60"}, "statute"),
        ({"statute": 59}, "statute"),
        ({"statute": ["nd59-2023"]}, "statute"),
        ({"contest": "branch_congress"}, "contest"),
        ({"electorate_kind": "voters"}, "electorate_kind"),
        ({"candidates": {}}, "candidates"),
        ({"candidates": [7]}, "candidates[0]"),
        ({"candidates": [{"votes": 1}]}, "candidates[0].name"),
        ({"candidates": [{"name": " ", "votes": 1}]}, "candidates[0].name"),
        ({"candidates": [{"name": "\u200b\u3164", "votes": 1}]}, "candidates[0].name"),
        ({"candidates": [{"name": "Lò Thị Ơn", "votes": 1, "against": 1}]}, "candidates[0].against"),
    ],
)
def test_what_the_contract_does_not_know_is_refused(decided: Decide, changes: Any, where: str) -> None:
    assert refused(decided, hamlet() | changes) == where


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lò Thị Ơn", "Lò Thị Ơn"),
        ("Lò Thị Ơn", unicodedata.normalize("NFD", "Lò  Thị Ơn ")),
        ("Lò Thị Ơn", "LÒ THỊ ƠN"),
        ("Lò Thị Ơn", "Lò Thị\u200b Ơn"),
        ("Lò Thị Ơn", "Lò\u00a0Thị Ơn"),
        ("Đặng Văn Thử", "\u00d0ặng Văn Thử"),
        ("\u0189ặng Văn Thử", "đặng văn thử"),
    ],
)
def test_a_name_that_prints_like_anothers_is_refused(decided: Decide, first: str, second: str) -> None:
    assert refused(decided, hamlet(names=(first, second))) == "candidates[1].name"


def test_what_can_be_seen_on_a_ballot_tells_people_apart(decided: Decide) -> None:
    outcome = decided(hamlet(names=("Lò Thị Ơn (1975)", "LÒ THỊ ƠN (1980)")))
    assert outcome["elected"] == ["Lò Thị Ơn (1975)"]
    assert decided(hamlet(names=("Lò Thị Ơn", "Lò Thị Ớn")))["outcome"] == "elected", (
        "a mark tells people apart"
    )


def test_a_congress_has_its_own_fields(decided: Decide) -> None:
    assert refused(decided, congress((20,)) | {"electorate": 30}) == "electorate"
    assert refused(decided, congress((20,)) | {"post": "chair"}) == "post"


@pytest.mark.parametrize("document", [None, [], "facts", 3])
def test_a_document_that_is_no_object_is_refused(decided: Decide, document: Any) -> None:
    refused(decided, document)


def test_a_count_that_was_sealed_is_read_by_the_names_it_was_sealed_with(library: Library) -> None:
    document = hamlet(names=("Đặng Văn Thử", "ĐẶNG VĂN THỬ"))
    assert [one.votes for one in read_facts(document, library, sealed=True).candidates] == [61, 37]
    twice = hamlet(names=("Đặng Văn Thử", unicodedata.normalize("NFD", "Đặng Văn  Thử")))
    with pytest.raises(FactsRefused):
        read_facts(twice, library, sealed=True)
