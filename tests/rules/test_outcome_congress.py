from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rules.examples import Decide, codes, congress


@pytest.mark.parametrize(("votes", "elected"), [(13, 0), (14, 0), (15, 1)])
def test_more_than_half_of_those_convened_less_deductions(decided: Decide, votes: int, elected: int) -> None:
    outcome = decided(congress((votes,), seats=1, ballot="agree", post="secretary"))
    assert outcome["base"] == {"name": "official members convened less deductions", "value": 28}
    assert len(outcome["elected"]) == elected
    assert outcome["next"] == ("approval" if elected else "hold_again")


@pytest.mark.parametrize(
    ("convened", "present", "quorum"), [(30, 19, False), (30, 20, True), (31, 20, False), (31, 21, True)]
)
def test_two_thirds_of_those_convened_without_deductions(
    decided: Decide, convened: int, present: int, *, quorum: bool
) -> None:
    outcome = decided(
        congress(
            (present,),
            seats=1,
            convened=convened,
            present=present,
            excused=9,
            moved_out=1,
            issued=present,
            returned=present,
            valid=present,
        )
    )
    assert outcome["quorum"] is quorum
    assert (outcome["outcome"] == "no_quorum") is not quorum


def test_every_deduction_counts(decided: Decide) -> None:
    deductions = {"moved_out": 1, "exempt_absent": 2, "suspended": 3, "detained": 4, "excused": 5}
    assert decided(congress((10,), seats=1, **deductions))["base"]["value"] == 15


def test_the_highest_votes_win_where_too_many_pass(decided: Decide) -> None:
    outcome = decided(congress((16, 20, 17, 18)))
    assert outcome["elected"] == ["Giàng A Chớ", "Chìu A Dũng", "Tằng Văn Bình"]
    assert (outcome["outcome"], outcome["next"]) == ("elected", "approval")


def test_equal_votes_stand_in_the_order_given(decided: Decide) -> None:
    assert decided(congress((18, 18, 19)))["elected"] == ["Tằng Văn Bình", "Lò Thị Ơn", "Giàng A Chớ"]


def test_a_tie_for_the_last_seats_is_run_off_among_the_tied(decided: Decide) -> None:
    outcome = decided(congress((20, 17, 16, 17), seats=2))
    assert outcome["outcome"] == "run_off"
    assert outcome["elected"] == ["Lò Thị Ơn"]
    assert outcome["run_off"] == ["Giàng A Chớ", "Chìu A Dũng"]
    assert (outcome["seats_left"], outcome["next"]) == (1, "run_off")
    assert [clause["key"] for clause in outcome["clauses"]] == ["quorum", "elected", "tie"]


def test_a_tie_below_the_threshold_is_no_run_off(decided: Decide) -> None:
    outcome = decided(congress((20, 12, 12), seats=2, valid=22, invalid=4))
    assert (outcome["outcome"], outcome["elected"], outcome["seats_left"]) == ("held_again", ["Lò Thị Ơn"], 1)


def test_in_a_run_off_the_higher_wins_without_the_threshold(decided: Decide) -> None:
    outcome = decided(congress((9, 8), seats=1, vote="run_off", attempt=2, valid=17, invalid=9))
    assert (outcome["outcome"], outcome["elected"]) == ("elected", ["Lò Thị Ơn"])


def test_a_run_off_tied_again_is_for_the_congress(decided: Decide) -> None:
    outcome = decided(congress((8, 8), seats=1, vote="run_off", attempt=2, valid=16, invalid=10))
    assert (outcome["outcome"], outcome["next"]) == ("run_off", "congress_decides")
    assert outcome["run_off"] == ["Lò Thị Ơn", "Giàng A Chớ"]
    assert [clause["key"] for clause in outcome["clauses"]] == ["quorum", "elected", "tie"]


def test_more_returned_than_issued_voids_the_vote_and_blocks_no_minutes(decided: Decide) -> None:
    outcome = decided(congress((20, 19, 18), returned=27, valid=27, seats=3))
    assert (outcome["outcome"], outcome["elected"], outcome["next"]) == ("void", [], "hold_again")
    assert outcome["final"] is True
    assert [clause["key"] for clause in outcome["clauses"]] == ["quorum", "elected", "void"]
    assert (codes(outcome), outcome["also"]) == ([], [])


@pytest.mark.parametrize("uncounted", ["issued", "returned"])
def test_ballots_that_nobody_counted_void_nothing(decided: Decide, uncounted: str) -> None:
    document = congress((20, 19, 18))
    del document[uncounted]
    assert decided(document)["outcome"] == "elected"


def test_no_quorum_goes_before_void(decided: Decide) -> None:
    outcome = decided(congress((10,), present=19, issued=19, returned=20, valid=20))
    assert (outcome["outcome"], outcome["next"], outcome["also"]) == ("no_quorum", "hold_again", [])


@pytest.mark.parametrize(
    ("post", "attempt", "following"),
    [
        ("secretary", 1, "hold_again"),
        ("secretary", 2, "hold_again"),
        ("secretary", 3, "superior_appoints"),
        ("secretary", 4, "superior_appoints"),
        ("committee", 1, "congress_decides"),
        ("committee", 3, "congress_decides"),
        ("deputy", 3, "congress_decides"),
        ("delegates", 1, "congress_decides"),
    ],
)
def test_a_secretary_is_appointed_at_the_third_attempt_and_of_others_the_congress_decides(
    decided: Decide, post: str, attempt: int, following: str
) -> None:
    outcome = decided(
        congress(
            (10, 16),
            seats=1,
            post=post,
            attempt=attempt,
            vote="again",
            convened=40,
            present=30,
            issued=30,
            returned=30,
            valid=26,
            invalid=4,
        )
    )
    assert (outcome["outcome"], outcome["next"]) == ("held_again", following)
    assert ("appointment" in [clause["key"] for clause in outcome["clauses"]]) is (
        following == "superior_appoints"
    )


def test_a_base_below_one_elects_nobody_and_has_no_percent(decided: Decide) -> None:
    outcome = decided(congress((20,), seats=1, excused=30))
    assert outcome["base"]["value"] == 0
    assert outcome["elected"] == []
    assert outcome["shares"][0]["percent"] is None
    assert "E207" in codes(outcome)


def test_the_absent_cannot_be_present(decided: Decide) -> None:
    assert codes(
        decided(congress((28, 28, 28), excused=3, present=28, issued=28, returned=28, valid=28))
    ) == ["E207"]
    assert (
        codes(decided(congress((28, 28, 28), excused=2, present=28, issued=28, returned=28, valid=28))) == []
    )


def test_a_committee_filled_in_part_leaves_the_rest_to_the_congress(decided: Decide) -> None:
    outcome = decided(congress((20, 19, 12)))
    assert (outcome["outcome"], outcome["next"], outcome["seats_left"]) == (
        "held_again",
        "congress_decides",
        1,
    )
    assert outcome["elected"] == ["Lò Thị Ơn", "Giàng A Chớ"]
    assert [clause["key"] for clause in outcome["clauses"]] == ["quorum", "elected", "held_again"]
    further = decided(congress((10, 16), seats=1, vote="again", attempt=2, seats_left=1))
    assert (further["elected"], further["next"], codes(further)) == (["Giàng A Chớ"], "approval", [])


def test_a_congress_that_does_not_say_what_it_votes_on_is_held_again(decided: Decide) -> None:
    assert decided(congress((12,), post=None))["next"] == "hold_again"


def test_both_party_regulations_decide_alike(decided: Decide) -> None:
    ours, older = (decided(congress((16, 20, 17, 18), statute=name)) for name in ("qd190-2024", "qd244-2014"))
    assert ours["elected"] == older["elected"]
    assert {clause["checked"] for clause in older["clauses"]} == {"unread"}


REASONS = ("moved_out", "exempt_absent", "suspended", "detained", "excused")


@given(
    st.integers(3, 60),
    st.lists(st.integers(0, 4), min_size=len(REASONS), max_size=len(REASONS)),
    st.data(),
)
def test_whoever_is_elected_has_more_than_half_of_those_convened_less_every_deduction(
    decided: Decide, convened: int, away: list[int], data: st.DataObject
) -> None:
    base = convened - sum(away)
    assume(base >= 1 and 3 * base >= 2 * convened)
    first, second = (data.draw(st.integers(0, base)) for _ in range(2))
    document = congress(
        (first, second),
        seats=2,
        ballot="agree",
        convened=convened,
        present=base,
        issued=base,
        returned=base,
        valid=base,
        invalid=0,
        **dict(zip(REASONS, away, strict=True)),
    )
    outcome = decided(document)
    names = [candidate["name"] for candidate in document["candidates"]]
    over = [name for name, votes in zip(names, (first, second), strict=True) if votes * 2 > base]
    assert outcome["base"]["value"] == base
    assert sorted(outcome["elected"]) == sorted(over)
    assert outcome["seats_left"] == 2 - len(over)


@pytest.mark.parametrize(("away", "votes", "elected"), [(2, 14, 0), (2, 15, 1), (3, 13, 0), (3, 14, 1)])
def test_of_an_even_base_half_and_one_elects_and_of_an_odd_one_the_half_rounded_up(
    decided: Decide, away: int, votes: int, elected: int
) -> None:
    outcome = decided(congress((votes,), seats=1, excused=away, ballot="agree", post="secretary"))
    assert outcome["base"]["value"] == 30 - away
    assert len(outcome["elected"]) == elected
