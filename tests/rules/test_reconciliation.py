from __future__ import annotations

import pytest

from tests.rules.examples import Decide, Document, codes, congress, hamlet


def changed(**changes: object) -> Document:
    return hamlet((61, 37), **changes)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (changed(), []),
        (changed(valid=97), ["E201"]),
        (changed(invalid=1), ["E201"]),
        (hamlet((61, 38), returned=101, valid=99), ["E202"]),
        (changed(unused=25), ["E203"]),
        (changed(unused=27), ["E203"]),
        (changed(electorate=99), ["E204"]),
        (changed(electorate=100), []),
        (changed(present=99), ["E205"]),
        (changed(returned=None), ["E206"]),
        (changed(printed=None), ["E206"]),
        (changed(seats_left=1), []),
        (changed(seats_left=2), ["E307"]),
        (hamlet((99, 0)), ["E301"]),
        (hamlet((98, 0)), []),
        (hamlet((61, 38)), ["E303"]),
        (hamlet((61, 36)), ["E305"]),
        (hamlet((61, None)), ["E306"]),
        (hamlet(()), ["E306"]),
        (changed(returned=99, valid=97, invalid=2), ["E303", "W203"]),
    ],
)
def test_each_total_that_cannot_be_is_named(decided: Decide, document: Document, expected: list[str]) -> None:
    outcome = decided(document)
    assert codes(outcome) == expected
    assert outcome["final"] is not any(code.startswith("E") for code in expected)


@pytest.mark.parametrize(
    ("invalid", "returned", "warned"),
    [(2, 50, False), (3, 100, True), (3, 101, False), (4, 133, True), (4, 134, False), (3, 50, True)],
)
def test_many_invalid_ballots_are_warned_of(
    decided: Decide, invalid: int, returned: int, *, warned: bool
) -> None:
    valid = returned - invalid
    outcome = decided(
        hamlet(
            (valid, 0),
            electorate=200,
            present=returned,
            issued=returned,
            returned=returned,
            valid=valid,
            invalid=invalid,
            printed=None,
            unused=None,
        )
    )
    assert ("W201" in codes(outcome)) is warned


def test_an_empty_box_is_warned_of(decided: Decide) -> None:
    outcome = decided(hamlet((0, 0), returned=0, valid=0, invalid=0))
    assert codes(outcome) == ["W202", "W203"]


def test_agree_and_disagree_together_cannot_exceed_the_valid_ballots(decided: Decide) -> None:
    document = hamlet((61,), ballot="agree")
    document["candidates"][0]["against"] = 37
    assert codes(decided(document)) == []
    document["candidates"][0]["against"] = 38
    assert codes(decided(document)) == ["E302"]


def test_nobody_or_everybody_is_a_notice(decided: Decide) -> None:
    outcome = decided(hamlet((98, 0)))
    assert [p["fields"] for p in outcome["problems"] if p["code"] == "N206"] == [
        ["candidates[0].votes"],
        ["candidates[1].votes"],
    ]
    assert outcome["final"] is True


def test_a_fault_in_the_total_hides_the_votes_that_only_follow_from_it(decided: Decide) -> None:
    # 60 was typed for 98 valid ballots: the votes fit the 98 that would add up.
    assert codes(decided(changed(valid=60))) == ["E201"]
    # 99 votes fit neither number, so they are named beside the total.
    assert codes(decided(hamlet((99, 0), valid=60))) == ["E201", "E301"]


def test_more_present_than_convened_hides_what_follows(decided: Decide) -> None:
    assert "E207" not in codes(decided(congress((20, 20, 20), present=31)))
    assert "E204" in codes(decided(congress((20, 20, 20), present=31)))


def test_problems_name_their_fields_as_in_the_facts(decided: Decide) -> None:
    fields = {
        problem["code"]: problem["fields"] for problem in decided(hamlet((99, 38), valid=97))["problems"]
    }
    assert fields["E201"] == ["valid", "invalid", "returned"]
    assert fields["E301"] == ["candidates[0].votes", "valid"]


def test_a_candidate_without_a_figure_has_no_share(decided: Decide) -> None:
    outcome = decided(hamlet((61, None)))
    assert outcome["shares"][1] == {
        "name": "Giàng A Chớ",
        "numerator": None,
        "denominator": 120,
        "percent": None,
    }
    assert outcome["elected"] == ["Lò Thị Ơn"]
    assert outcome["final"] is False
