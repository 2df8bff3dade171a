"""Facts and outcome of a count as structs: the same bytes as the documents that the rules read and make."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageRefused
from desktop.exchange import canonical, records, recount
from desktop.exchange.facts_record import CongressFacts, HamletFacts, VoteFacts, counted, facts_document
from desktop.exchange.outcome_record import Outcome
from desktop.exchange.records import CountRecord
from tests.exchange.offices import count, decide, sent_count
from tests.rules.examples import Document, congress, hamlet
from tests.rules.test_outcome_properties import facts as cast_facts

FIGURES = st.integers(0, 70)
DEDUCTIONS = ("moved_out", "exempt_absent", "suspended", "detained", "excused")


@st.composite
def facts(draw: st.DrawFn) -> Document:
    """Facts that the rules read, of any kind of vote, with any of what may be left out."""
    document = draw(cast_facts())
    congress_votes = document["contest"] == "branch_congress"
    if document["vote"] != "hand_out" and draw(st.booleans()):
        document["ballot"] = "hands"
        for key in ("issued", "returned", "valid", "invalid"):
            del document[key]
    maybe = ["printed", "unused", "seats_left", *(DEDUCTIONS if congress_votes else ())]
    document |= draw(st.fixed_dictionaries({}, optional=dict.fromkeys(maybe, FIGURES)))
    if document["statute"] == "nqlt09-2008" and draw(st.booleans()):
        document["electorate_kind"] = draw(st.sampled_from(["households", "voters"]))
    kinds = {"strike": ["votes"], "agree": ["votes", "against"], "hands": ["votes", "against", "abstain"]}
    figures = st.fixed_dictionaries({}, optional=dict.fromkeys(kinds[document["ballot"]], FIGURES))
    document["candidates"] = [{"name": one["name"]} | draw(figures) for one in document["candidates"]]
    return document


@given(facts())
def test_facts_and_outcome_of_the_rules_are_read_and_written_byte_for_byte(document: Document) -> None:
    sent = sent_count(contest=document["contest"], facts=document, outcome=decide(document))
    data = records.encode(sent)
    typed = canonical.decode(data, CountRecord)
    assert records.encode(typed) == data
    assert facts_document(typed.facts) == document
    assert recount.counted_again({"a": sent}) == {"a": typed}
    kind = HamletFacts if document["contest"] == "hamlet_head" else CongressFacts
    assert type(typed.facts) is kind
    assert (typed.facts.contest, typed.facts.entitled) == (
        document["contest"],
        document["electorate" if kind is HamletFacts else "convened"],
    )


def test_a_count_of_a_congress_is_read_though_nothing_makes_one_yet() -> None:
    document = congress((20, 15, 14, 3), excused=2)
    sent = sent_count(contest="branch_congress", facts=document, outcome=decide(document))
    path = records.record_path(sent)
    assert records.parse_record(path, records.encode(sent)) == sent
    assert recount.check({path: sent}, decide) == ()
    typed = canonical.decode(records.encode(sent), CountRecord)
    assert isinstance(typed.facts, CongressFacts)
    assert (typed.facts.convened, typed.facts.excused, typed.facts.post) == (30, 2, "committee")
    assert (typed.outcome.next, typed.outcome.base.value) == ("congress_decides", 28)
    assert [(s.numerator, s.denominator) for s in typed.outcome.shares] == [
        (20, 28),
        (15, 28),
        (14, 28),
        (3, 28),
    ]


def test_what_was_not_counted_is_left_out() -> None:
    typed = count().facts
    assert counted(typed.seats_left) is None
    assert "seats_left" not in facts_document(typed)
    assert counted(typed.present) == 100


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"votes_by_box": 1}, "votes_by_box"),
        ({"convened": 30}, "convened"),
        ({"excused": 1}, "excused"),
        ({"printed": None}, "printed"),
        ({"present": -1}, "present"),
        ({"electorate": 1.0}, "electorate"),
        ({"seats": 0}, "seats"),
        ({"vote": "second"}, "vote"),
        ({"contest": "mayor"}, "contest"),
        ({"candidates": [{"name": "Lò Thị Ơn", "born": 1}]}, "candidates[0].born"),
    ],
)
def test_facts_that_a_hamlet_does_not_have_are_refused(changes: dict[str, Any], where: str) -> None:
    data = json.dumps(hamlet() | changes).encode()
    with pytest.raises(PackageRefused) as caught:
        canonical.decode(data, VoteFacts)
    assert (caught.value.code, caught.value.where) == ("json.shape", where)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"also": []}, "also"),
        ({"outcome": "tied"}, "outcome"),
        ({"next": "nothing"}, "next"),
        ({"final": 1}, "final"),
        ({"base": {"name": "x", "value": 1, "unit": "y"}}, "base.unit"),
    ],
)
def test_an_outcome_that_no_count_is_sealed_with_is_refused(changes: dict[str, Any], where: str) -> None:
    with pytest.raises(PackageRefused) as caught:
        canonical.decode(json.dumps(decide(hamlet()) | changes).encode(), Outcome)
    assert (caught.value.code, caught.value.where) == ("json.shape", where)


@pytest.mark.parametrize("name", ["Lo\u0300 Thi\u0323 \u01a0n", "Lò \u202eThị Ơn"])
def test_a_name_that_nobody_could_take_in_is_never_written(name: str) -> None:
    typed = count().facts
    named = msgspec.structs.replace(typed.candidates[0], name=name)
    hidden = msgspec.structs.replace(typed, candidates=(named, *typed.candidates[1:]))
    with pytest.raises(PackageRefused) as caught:
        records.encode(count(facts=hidden))
    assert (caught.value.code, caught.value.where) == ("json.value", "facts.candidates[0].name")
