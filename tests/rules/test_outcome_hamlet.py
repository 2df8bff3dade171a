from __future__ import annotations

import pytest

from tests.rules.examples import Decide, all_valid, codes, hamlet


def test_the_example_of_the_contract_is_decided_as_written(decided: Decide) -> None:
    outcome = decided(hamlet())
    clauses = outcome.pop("clauses")
    assert outcome == {
        "outcome": "elected",
        "elected": ["Lò Thị Ơn"],
        "run_off": [],
        "seats_left": 0,
        "next": "recognition",
        "also": [],
        "final": True,
        "quorum": True,
        "base": {"name": "household representatives of the hamlet", "value": 120},
        "problems": [],
        "shares": [
            {"name": "Lò Thị Ơn", "numerator": 61, "denominator": 120, "percent": "50,83"},
            {"name": "Giàng A Chớ", "numerator": 37, "denominator": 120, "percent": "30,83"},
        ],
    }
    assert [clause["key"] for clause in clauses] == ["quorum", "elected"]
    assert all(set(clause) == {"key", "article", "checked"} for clause in clauses)
    assert {clause["checked"] for clause in clauses} == {"read"}


@pytest.mark.parametrize("statute", ["nd59-2023", "nqlt09-2008"])
@pytest.mark.parametrize(
    ("electorate", "votes", "elected"),
    [(120, 59, False), (120, 60, False), (120, 61, True), (121, 60, False), (121, 61, True), (1, 1, True)],
)
def test_more_than_half_of_the_whole_electorate_elects(
    decided: Decide, statute: str, electorate: int, votes: int, *, elected: bool
) -> None:
    present = max(votes, electorate // 2 + 1)
    outcome = decided(
        all_valid((votes,), present=present, statute=statute, electorate=electorate, ballot="agree")
    )
    assert (outcome["outcome"] == "elected") is elected
    assert outcome["next"] == ("recognition" if elected else "hold_again")


def test_the_worked_example_110_of_310_is_not_elected_though_216_came(decided: Decide) -> None:
    outcome = decided(all_valid((110, 106), present=216, statute="nqlt09-2008", electorate=310))
    assert (outcome["outcome"], outcome["elected"], outcome["seats_left"]) == ("held_again", [], 1)
    assert [clause["key"] for clause in outcome["clauses"]] == ["quorum", "elected", "held_again"]


@pytest.mark.parametrize(
    ("electorate", "present", "quorum"), [(120, 59, False), (120, 60, False), (120, 61, True), (0, 0, False)]
)
def test_more_than_half_of_the_electorate_must_come(
    decided: Decide, electorate: int, present: int, *, quorum: bool
) -> None:
    outcome = decided(all_valid((present,), present=present, electorate=electorate))
    assert outcome["quorum"] is quorum
    assert (outcome["outcome"] == "no_quorum") is not quorum
    assert ("W204" in codes(outcome)) is not quorum
    assert outcome["also"] == ([] if quorum else ["hand_out"])
    if not quorum:
        assert outcome["elected"] == []
        assert outcome["next"] == "hold_again"
        assert outcome["final"] is True


def test_voters_are_a_base_only_where_the_statute_knows_them(decided: Decide) -> None:
    outcome = decided(hamlet(statute="nqlt09-2008", electorate_kind="voters"))
    assert outcome["base"]["name"] == "voters of the hamlet"


def test_hands_count_those_present(decided: Decide) -> None:
    document = hamlet(
        (61, 39),
        ballot="hands",
        issued=None,
        returned=None,
        valid=None,
        invalid=None,
        printed=None,
        unused=None,
    )
    document["candidates"][0] |= {"against": 30, "abstain": 9}
    assert decided(document)["outcome"] == "elected"
    document["candidates"][0]["abstain"] = 10
    assert codes(decided(document)) == ["E302"]


def test_a_tie_elects_nobody_in_a_hamlet(decided: Decide) -> None:
    outcome = decided(hamlet((70, 70)))
    assert (outcome["outcome"], outcome["elected"], outcome["run_off"]) == ("held_again", [], [])
    assert "tie" in [clause["key"] for clause in outcome["clauses"]]
    assert outcome["final"] is False


def test_a_hamlet_run_off_keeps_the_threshold_since_no_statute_waives_it(decided: Decide) -> None:
    assert decided(hamlet((50, 48), vote="run_off", attempt=2))["outcome"] == "held_again"


def test_an_electorate_of_nobody_has_no_percent(decided: Decide) -> None:
    outcome = decided(hamlet(electorate=0))
    assert [share["percent"] for share in outcome["shares"]] == [None, None]


def test_in_a_hamlet_of_one_household_its_one_vote_elects_and_without_it_nobody_is(decided: Decide) -> None:
    outcome = decided(all_valid((1,), present=1, electorate=1))
    assert (outcome["elected"], outcome["shares"][0]["percent"]) == (["Lò Thị Ơn"], "100,00")
    outcome = decided(all_valid((0,), present=1, electorate=1) | {"valid": 0, "invalid": 1})
    assert (outcome["outcome"], outcome["elected"], outcome["shares"][0]["percent"]) == (
        "held_again",
        [],
        "0,00",
    )
