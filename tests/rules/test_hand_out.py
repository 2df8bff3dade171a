"""Slips handed to households after a meeting that too few attended: another vote, with no quorum."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.errors import FactsRefused, StatuteRefused
from desktop.rules.base import base_of
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.statute import overlaid
from tests.rules.examples import PROVINCE, Decide, Document, codes, congress, hamlet


def slips(votes: tuple[int | None, ...] = (61, 37), **changes: Any) -> Document:
    """A hamlet of 120 households: 110 were handed a slip, 100 came back, 98 of them valid."""
    usual: Document = {"vote": "hand_out", "attempt": 2, "present": None, "issued": 110}
    return hamlet(votes, **(usual | {"printed": 126, "unused": 16} | changes))


def refused(decided: Decide, document: Document) -> tuple[str | None, object]:
    with pytest.raises(FactsRefused) as caught:
        decided(document)
    assert caught.value.code == "facts"
    return caught.value.where, caught.value.context["reason"]


def test_slips_elect_by_the_same_rate_and_no_quorum_is_asked(decided: Decide) -> None:
    outcome = decided(slips())
    assert (outcome["outcome"], outcome["elected"], outcome["next"]) == (
        "elected",
        ["Lò Thị Ơn"],
        "recognition",
    )
    assert outcome["quorum"] is None
    assert outcome["base"] == {"name": "household representatives of the hamlet", "value": 120}
    assert outcome["shares"][0]["percent"] == "50,83"
    assert [clause["key"] for clause in outcome["clauses"]] == ["elected"]
    # Slips that did not come back are warned of, as ballots are.
    assert (codes(outcome), outcome["final"], outcome["also"]) == (["W203"], True, [])


@pytest.mark.parametrize("ballot", ["strike", "agree"])
def test_few_slips_elect_nobody_and_are_no_missing_quorum(decided: Decide, ballot: str) -> None:
    outcome = decided(
        slips((30,), ballot=ballot, issued=30, returned=30, valid=30, invalid=0, printed=None, unused=None)
    )
    assert (outcome["outcome"], outcome["next"], outcome["also"]) == ("held_again", "hold_again", [])
    assert [clause["key"] for clause in outcome["clauses"]] == ["elected", "held_again"]
    assert codes(outcome) == []


def test_a_tie_of_slips_elects_nobody(decided: Decide) -> None:
    outcome = decided(slips((70, 70)))
    assert outcome["outcome"] == "held_again"
    assert [clause["key"] for clause in outcome["clauses"]] == ["elected", "tie", "held_again"]


@pytest.mark.parametrize(("issued", "expected"), [(119, []), (120, []), (121, ["E205"])])
def test_no_more_slips_than_households(decided: Decide, issued: int, expected: list[str]) -> None:
    outcome = decided(
        slips(issued=issued, returned=issued, valid=issued - 2, printed=None, unused=None, seats=2)
    )
    assert [code for code in codes(outcome) if code in {"E204", "E205", "W204"}] == expected
    assert {"code": "E205", "fields": ["issued", "electorate"]} in outcome["problems"] or not expected


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"valid": 97}, "E201"),
        ({"returned": 111, "valid": 109}, "E202"),
        ({"unused": 15}, "E203"),
        ({"seats_left": 2}, "E307"),
        ({"electorate": 0}, "E205"),
    ],
)
def test_every_other_check_holds_for_slips(decided: Decide, changes: Document, code: str) -> None:
    outcome = decided(slips((61, 37), **changes))
    assert code in codes(outcome)
    assert outcome["final"] is False


@pytest.mark.parametrize(
    ("document", "where", "reason"),
    [
        (slips(statute="nqlt09-2008"), "vote", "no_hand_out"),
        (congress((20,), vote="hand_out", present=None), "vote", "no_hand_out"),
        (slips(present=100), "present", "not_with_hand_out"),
        (slips(ballot="hands"), "ballot", "hands_handed_out"),
        (slips(electorate=None), "electorate", "missing"),
    ],
)
def test_slips_are_refused_where_they_cannot_be(
    decided: Decide, document: Document, where: str, reason: str
) -> None:
    assert refused(decided, document) == (where, reason)


def test_a_share_of_those_present_is_none_where_nobody_is(library: Library) -> None:
    facts = read_facts(slips(), library)
    with pytest.raises(StatuteRefused):
        base_of(facts, facts.statute.clause("form_of_vote_approval"))


@pytest.mark.parametrize("statute", ["nd59-2023", "nqlt09-2008"])
def test_slips_may_be_handed_out_where_the_statute_says_so(decided: Decide, statute: str) -> None:
    for vote in ("first", "again"):
        outcome = decided(hamlet((30,), statute=statute, vote=vote, electorate=200))
        assert (outcome["outcome"], outcome["next"]) == ("no_quorum", "hold_again")
        assert outcome["also"] == (["hand_out"] if statute == "nd59-2023" else [])


def test_what_an_office_lays_over_the_statute_keeps_the_hand_out(library: Library) -> None:
    statute = library.get("nd59-2023")
    assert statute is not None
    laid = Library([overlaid(statute, PROVINCE.encode())])
    assert read_facts(slips(), laid).present is None


def test_the_clause_cites_the_law_and_the_decree(library: Library) -> None:
    statute = library.get("nd59-2023")
    assert statute is not None
    clause = statute.clause("ballots_to_households")
    assert "Điều 19;" in clause.article
    assert clause.article.endswith("Điều 4")
    assert clause.checked == "read"
