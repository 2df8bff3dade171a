from __future__ import annotations

import pytest

from desktop.errors import Problem
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.reconciliation import BoxStock, needs_explanation, reconcile_boxes
from tests.rules.examples import Decide, Document, codes, congress, hamlet


def changed(**changes: object) -> Document:
    return hamlet((61, 37), **changes)


def agreed(votes: int, **marks: int) -> Document:
    document = hamlet((votes,), ballot="agree")
    document["candidates"][0] |= marks
    return document


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
        (changed(printed=None, ballot="hands", issued=None, returned=None, valid=None, invalid=None), []),
        (changed(invalid=None), []),
        (changed(unused=0, printed=100), []),
        (hamlet((0, 0), issued=0, returned=0, valid=0, invalid=0, printed=126, unused=126), ["W202"]),
        (changed(seats_left=1), []),
        (changed(seats_left=2), ["E307"]),
        (hamlet((99, 0)), ["E301"]),
        (hamlet((98, 0)), []),
        (hamlet((61, 38)), ["E303"]),
        (hamlet((61, 36)), ["E305"]),
        (hamlet((97, 0)), ["E305"]),
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
    assert codes(decided(agreed(61, against=37))) == []
    assert codes(decided(agreed(61, against=38))) == ["E302"]


def test_marks_that_nobody_counted_are_none(decided: Decide) -> None:
    assert codes(decided(agreed(98))) == []


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        (
            [
                BoxStock("main", issued=80, unused=20, replaced=4, collected=80),
                BoxStock("mobile", issued=20, unused=2, collected=20),
            ],
            [],
        ),
        ([BoxStock("main", issued=99, unused=26, collected=100)], [("issued", "stock.issued")]),
        (
            [BoxStock("main", issued=100, unused=26, replaced=1, collected=100)],
            [("unused", "stock.unused", "stock.replaced")],
        ),
        (
            [BoxStock("main", issued=100, unused=25, collected=99)],
            [("unused", "stock.unused", "stock.replaced"), ("returned", "stock.collected")],
        ),
        ([BoxStock("main", issued=100), BoxStock("mobile")], []),
        ([], []),
    ],
)
def test_the_boxes_together_make_the_totals(
    library: Library, boxes: list[BoxStock], expected: list[tuple[str, ...]]
) -> None:
    found = reconcile_boxes(read_facts(changed(), library), boxes)
    assert [(problem.code, problem.fields) for problem in found] == [("E203", fields) for fields in expected]


def test_a_total_that_nobody_typed_is_not_compared_with_the_boxes(library: Library) -> None:
    facts = read_facts(changed(unused=None, printed=None), library)
    assert reconcile_boxes(facts, [BoxStock("main", issued=100, unused=7, collected=100)]) == ()


@pytest.mark.parametrize(("code", "wants"), [("E201", True), ("W203", True), ("N206", False)])
def test_errors_and_warnings_want_an_explanation_and_notices_none(code: str, *, wants: bool) -> None:
    assert needs_explanation(Problem(code, ("votes",))) is wants


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


@pytest.mark.parametrize(
    ("document", "code", "fields"),
    [
        (hamlet((99, 38), valid=97), "E201", ["valid", "invalid", "returned"]),
        (hamlet((61, 38), returned=101, valid=99), "E202", ["returned", "issued"]),
        (changed(unused=25), "E203", ["printed", "issued", "unused"]),
        (changed(electorate=99), "E204", ["present", "electorate"]),
        (congress((20, 20, 20), present=31), "E204", ["present", "convened"]),
        (changed(present=99), "E205", ["issued", "present"]),
        (changed(returned=None), "E206", ["returned", "valid", "invalid"]),
        (changed(printed=None), "E206", ["printed", "unused"]),
        (congress((20, 20, 20), present=29), "E207", ["present", "convened", "excused"]),
        (hamlet((99, 38), valid=97), "E301", ["candidates[0].votes", "valid"]),
        (agreed(98, against=1), "E302", ["candidates[0].votes", "candidates[0].against", "valid"]),
        (hamlet((61, 38)), "E303", ["candidates[0].votes", "candidates[1].votes", "valid", "seats"]),
        (hamlet((61, 36)), "E305", ["candidates[0].votes", "candidates[1].votes", "valid"]),
        (hamlet((61, None)), "E306", ["candidates[1].votes"]),
        (hamlet(()), "E306", ["candidates"]),
        (changed(seats_left=2), "E307", ["seats", "seats_left"]),
        (changed(valid=90, invalid=10), "W201", ["invalid", "returned"]),
        (hamlet((0, 0), returned=0, valid=0, invalid=0), "W202", ["returned"]),
        (changed(returned=99, valid=97), "W203", ["issued", "returned"]),
        (changed(electorate=200), "W204", ["present", "electorate"]),
    ],
)
def test_problems_name_their_fields_as_in_the_facts(
    decided: Decide, document: Document, code: str, fields: list[str]
) -> None:
    assert fields in [
        problem["fields"] for problem in decided(document)["problems"] if problem["code"] == code
    ]


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
