from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.agreement import differences
from desktop.rules.eligibility import officials_who_stand

FIELDS = ("present", "valid", "invalid", "candidates[0].votes", "candidates[1].votes")
ENTRY = st.fixed_dictionaries({field: st.one_of(st.none(), st.integers(0, 9)) for field in FIELDS})


@given(ENTRY, ENTRY)
def test_just_the_fields_that_differ_come_back(
    first: dict[str, int | None], second: dict[str, int | None]
) -> None:
    found = [problem.fields[0] for problem in differences(first, second) if problem.code == "W001"]
    assert sorted(found) == sorted(field for field in FIELDS if first[field] != second[field])


def test_a_field_that_only_one_typed_differs() -> None:
    assert [p.fields for p in differences({"valid": 3}, {"valid": 3, "invalid": 0})] == [("invalid",)]


def test_two_candidates_whose_votes_look_swapped_are_named() -> None:
    first = {"candidates[0].votes": 61, "candidates[1].votes": 37}
    second = {"candidates[0].votes": 37, "candidates[1].votes": 61}
    codes = [problem.code for problem in differences(first, second)]
    assert codes == ["W001", "W001", "W207"]


def test_votes_look_swapped_only_where_each_has_the_others_figure() -> None:
    first = {"candidates[0].votes": 61, "candidates[1].votes": 37, "candidates[2].votes": 4}
    second = {"candidates[0].votes": 4, "candidates[1].votes": 61, "candidates[2].votes": 61}
    swapped = [p.fields for p in differences(first, second) if p.code == "W207"]
    assert swapped == [("candidates[0].votes", "candidates[2].votes")], "37 stands nowhere in the other entry"


def test_nobody_who_stands_runs_the_election() -> None:
    (problem,) = officials_who_stand(["Lò Thu Liễu", "TRẦN VĂN  THÌN"], ["Nình Thị Hương", "Trần Văn Thìn"])
    assert problem.code == "E502"
    assert problem.fields == ("officials[1]", "candidates[1].name")
    assert officials_who_stand(["Lò Thu Liễu"], ["Nình Thị Hương"]) == ()
