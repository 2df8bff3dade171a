from __future__ import annotations

import datetime as dt
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageRefused
from desktop.exchange import recount
from desktop.exchange.records import Record, UnitLine, UnitsRecord
from tests.exchange.offices import decide, sent_count
from tests.rules.examples import hamlet

UNITS = UnitsRecord(
    commune="06838",
    campaign="2024",
    units=(UnitLine(code="06838-03", name="Bản Tập Huấn", kind="bản", electorate=120),),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "1", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=6,
)


def written(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def test_every_count_is_decided_again_whatever_stands_before_it() -> None:
    other = msgspec.structs.replace(
        sent_count(), outcome=dict(sent_count().outcome) | {"elected": ["Giàng A Chớ"]}
    )
    held: dict[str, Record] = {"a": UNITS, "b": sent_count(), "c": UNITS, "d": other}
    with pytest.raises(PackageRefused) as caught:
        recount.check(held, decide)
    assert caught.value.code == "recount.outcome"
    assert caught.value.context["locations"] == ("d: outcome.elected[0]",)
    assert recount.check({"a": UNITS, "b": sent_count()}, decide) == ()


@given(JSON, JSON)
def test_nothing_differs_just_where_two_outcomes_are_written_alike(ours: Any, theirs: Any) -> None:
    assert (list(recount.differences(ours, theirs)) == []) == (written(ours) == written(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs", "places"),
    [
        ({"a": 1}, [1], [""]),
        ({"a": {"b": 1}, "c": 2}, {"a": 3, "c": 2}, ["a"]),
        ({"a": [1, 2]}, {"a": [1]}, ["a"]),
        ({"a": [{"b": 1}, {"b": 2}]}, {"a": [{"b": 1}, {"b": 3}]}, ["a[1].b"]),
        ({"a": 1}, {"b": 1}, ["a", "b"]),
        ({"a": 1}, {"a": True}, ["a"]),
    ],
)
def test_a_difference_is_named_by_its_place(ours: Any, theirs: Any, places: list[str]) -> None:
    assert list(recount.differences(ours, theirs)) == places


def test_slips_that_were_handed_out_are_decided_again() -> None:
    facts = hamlet(vote="hand_out", attempt=2, present=None)
    handed_out = sent_count(facts=facts, outcome=decide(facts))
    assert (handed_out.outcome["quorum"], handed_out.outcome["elected"]) == (None, ["Lò Thị Ơn"])
    assert recount.check({"a": handed_out}, decide) == ()


def test_what_the_law_allows_besides_is_no_part_of_what_is_sealed() -> None:
    facts = hamlet(electorate=300)
    assert decide(facts)["outcome"] == "no_quorum"
    assert "also" not in decide(facts)
    told = sent_count(facts=facts, outcome=decide(facts) | {"also": ["hand_out"]})
    with pytest.raises(PackageRefused) as caught:
        recount.check({"a": told}, decide)
    assert caught.value.context["locations"] == ("a: outcome.also",)


def test_a_count_is_decided_by_the_clauses_of_its_own_day() -> None:
    asked = []

    def by_the_day(facts: dict[str, Any], held_on: dt.date) -> dict[str, Any]:
        asked.append(held_on)
        return decide(facts, held_on)

    recount.check({"a": sent_count(date=dt.date(2025, 6, 1))}, by_the_day)
    assert asked == [dt.date(2025, 6, 1)]
