from __future__ import annotations

import re

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.errors import StepRefused
from desktop.rules.vote_state import STEPS, VoteState, transitions
from tests.checkout import ROOT

PAGE = ROOT / "docs" / "vote-states.md"


def test_the_page_shows_every_step_and_no_other() -> None:
    row = re.compile(r"^\| (\w+)[^|]*\| (\w+)[^|]*\| (\w+) \|$", re.MULTILINE)
    rows = row.findall(PAGE.read_text(encoding="utf-8"))
    shown = {row for row in rows if row[0] != "state"}
    assert shown == {(before.value, step, after.value) for before, step, after in transitions()}


def test_every_state_can_be_reached_from_the_first() -> None:
    reached = {VoteState.DRAFT}
    for _ in VoteState:
        reached |= {after for before, _, after in transitions() if before in reached}
    assert reached == set(VoteState)


@pytest.mark.parametrize("state", VoteState)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_either_listed_or_refused_with_its_name(state: VoteState, step: str) -> None:
    allowed = {name: after for before, name, after in transitions() if before is state}
    if step in allowed:
        assert STEPS[step](state) is allowed[step]
        return
    with pytest.raises(StepRefused) as caught:
        STEPS[step](state)
    assert caught.value.code == "step"
    assert caught.value.where == state.value


class AnElection(RuleBasedStateMachine):
    """Walks the steps in any order, and remembers what a person would call impossible."""

    def __init__(self) -> None:
        super().__init__()
        self.state = VoteState.DRAFT
        self.done: list[str] = []

    @rule(step=st.sampled_from(sorted(STEPS)))
    def take(self, step: str) -> None:
        try:
            self.state = STEPS[step](self.state)
        except StepRefused:
            return
        self.done.append(step)

    def since_the_round_began(self) -> list[str]:
        begun = max((i for i, step in enumerate(self.done) if step == "begin_round"), default=-1)
        return self.done[begun + 1 :]

    @invariant()
    def nothing_is_counted_before_ballots_are_printed_and_the_meeting_is_open(self) -> None:
        steps = self.since_the_round_began()
        for step in ("enter_first", "enter_alone"):
            if step in steps:
                assert "print_ballots" in steps[: steps.index(step)]
                assert "open_meeting" in steps[: steps.index(step)]

    @invariant()
    def ballots_of_a_round_are_printed_once(self) -> None:
        assert self.since_the_round_began().count("print_ballots") <= 1

    @invariant()
    def nothing_is_final_before_two_entries_agree_or_one_person_chose_to_work_alone(self) -> None:
        if self.state in (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN):
            last = len(self.done) - 1 - self.done[::-1].index("finalise")
            assert self.done[last - 1] in ("enter_second", "enter_alone")

    @invariant()
    def a_recognised_result_stands(self) -> None:
        if "recognise" in self.done:
            assert self.done[-1] == "recognise"


TestAnElection = AnElection.TestCase
