from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.roll import RollLine, roll_changes

FROZEN = [RollLine(1, 11, 0), RollLine(2, 12, 0), RollLine(3, 13, 0)]


def test_a_roll_that_stayed_as_it_was_is_no_problem() -> None:
    assert roll_changes(FROZEN, FROZEN) == ()


def test_numbered_supplements_may_come() -> None:
    assert roll_changes(FROZEN, [*FROZEN, RollLine(4, 14, 1), RollLine(5, 15, 2)]) == ()


def test_a_line_that_went_changed_or_came_without_a_supplement_is_named() -> None:
    now = [RollLine(1, 11, 0), RollLine(2, 99, 0), RollLine(4, 14, 0)]
    (problem,) = roll_changes(FROZEN, now)
    assert problem.code == "E501"
    assert problem.fields == ("roll[2]", "roll[3]", "roll[4]")


@given(st.lists(st.integers(1, 50), unique=True, min_size=1), st.data())
def test_any_line_taken_away_is_found(households: list[int], data: st.DataObject) -> None:
    frozen = [RollLine(number, household, 0) for number, household in enumerate(households, 1)]
    gone = data.draw(st.sampled_from(frozen))
    (problem,) = roll_changes(frozen, [line for line in frozen if line != gone])
    assert problem.fields == (f"roll[{gone.number}]",)
