"""A vote that is held by clusters: each cluster's figures, their sum, and what the sum decides."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.errors import FactsRefused
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import decide, outcome_document


def _cluster(name: str, electorate: int, present: int, *votes: int) -> dict[str, Any]:
    return {
        "name": name,
        "electorate": electorate,
        "present": present,
        "issued": present,
        "returned": present,
        "valid": present,
        "invalid": 0,
        "candidates": [{"votes": one} for one in votes],
    }


def _document(*clusters: dict[str, Any], **changes: Any) -> dict[str, Any]:
    document = {
        "statute": "nd59-2023",
        "contest": "hamlet_head",
        "seats": 1,
        "vote": "first",
        "attempt": 1,
        "ballot": "strike",
        "electorate": 220,
        "present": 180,
        "issued": 180,
        "returned": 180,
        "valid": 180,
        "invalid": 0,
        "candidates": [{"name": "Lò Thị Ơn", "votes": 111}, {"name": "Giàng A Chớ", "votes": 69}],
        "clusters": list(clusters)
        or [_cluster("Cụm 1", 120, 100, 40, 60), _cluster("Cụm 2", 100, 80, 71, 9)],
    }
    return document | changes


def _decided(library: Library, document: dict[str, Any]) -> dict[str, Any]:
    return outcome_document(decide(read_facts(document, library)))


def test_the_sum_of_the_clusters_decides_over_all_households(library: Library) -> None:
    # Half of one cluster, and more than half of the hamlet: 111 of 220.
    found = _decided(library, _document())
    assert (found["outcome"], found["elected"], found["problems"]) == ("elected", ["Lò Thị Ơn"], [])
    assert found["shares"][0]["percent"] == "50,45"
    fewer = _document(
        _cluster("Cụm 1", 120, 100, 39, 61),
        _cluster("Cụm 2", 100, 80, 71, 9),
        candidates=[{"name": "Lò Thị Ơn", "votes": 110}, {"name": "Giàng A Chớ", "votes": 70}],
    )
    assert _decided(library, fewer)["outcome"] == "held_again", "exactly half is not more than half"


def test_few_in_one_cluster_are_made_up_by_the_others(library: Library) -> None:
    found = _decided(
        library,
        _document(
            _cluster("Cụm 1", 120, 31, 0, 31), _cluster("Cụm 2", 100, 80, 71, 9), present=111, issued=111
        ),
    )
    assert found["quorum"] is True, "the quorum is of all households, not of a cluster's"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"present": 181}, ["present", "clusters[0].present", "clusters[1].present"]),
        ({"electorate": 221}, ["electorate", "clusters[0].electorate", "clusters[1].electorate"]),
        (
            {"candidates": [{"name": "Lò Thị Ơn", "votes": 112}, {"name": "Giàng A Chớ", "votes": 69}]},
            ["candidates[0].votes", "clusters[0].candidates[0].votes", "clusters[1].candidates[0].votes"],
        ),
    ],
)
def test_clusters_that_do_not_add_up_are_an_error(
    library: Library, changes: dict[str, Any], fields: list[str]
) -> None:
    found = _decided(library, _document(**changes))
    assert {"code": "E401", "fields": fields} in found["problems"]
    assert found["final"] is False


def test_a_fault_is_told_in_the_cluster_where_it_stands_and_not_of_the_sum(library: Library) -> None:
    wrong = _cluster("Cụm 1", 120, 100, 40, 60) | {"valid": 99}
    found = _decided(library, _document(wrong, _cluster("Cụm 2", 100, 80, 71, 9), valid=179))
    assert [one for one in found["problems"] if one["code"] == "E201"] == [
        {"code": "E201", "fields": ["clusters[0].valid", "clusters[0].invalid", "clusters[0].returned"]}
    ]
    more = _decided(library, _document(_cluster("Cụm 1", 99, 100, 40, 60), _cluster("Cụm 2", 121, 80, 71, 9)))
    assert {"code": "E204", "fields": ["clusters[0].present", "clusters[0].electorate"]} in more["problems"]


@pytest.mark.parametrize(
    ("clusters", "where"),
    [
        ([], "clusters"),
        ([_cluster("Cụm 1", 220, 180, 111, 69)], "clusters"),
        ([_cluster("Cụm 1", 120, 100, 40), _cluster("Cụm 2", 100, 80, 71, 9)], "clusters[0].candidates"),
        ([_cluster("", 120, 100, 40, 60), _cluster("Cụm 2", 100, 80, 71, 9)], "clusters[0].name"),
        (
            [_cluster("Cụm 1", 120, 100, 40, 60) | {"printed": 3}, _cluster("Cụm 2", 100, 80, 71, 9)],
            "clusters[0].printed",
        ),
        ([_cluster("Cụm 1", 120, -1, 40, 60), _cluster("Cụm 2", 100, 80, 71, 9)], "clusters[0].present"),
    ],
)
def test_clusters_that_cannot_be_read_are_refused(
    library: Library, clusters: list[dict[str, Any]], where: str
) -> None:
    with pytest.raises(FactsRefused) as caught:
        read_facts(_document() | {"clusters": clusters}, library)
    assert caught.value.where == where


def test_slips_are_not_handed_out_by_cluster(library: Library) -> None:
    document = _document(vote="hand_out", ballot="agree")
    del document["present"]
    with pytest.raises(FactsRefused) as caught:
        read_facts(document, library)
    assert caught.value.where == "clusters"
