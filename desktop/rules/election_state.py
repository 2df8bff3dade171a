"""The states of one hamlet's election, and the steps between them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from desktop.errors import StepRefused


class ElectionState(StrEnum):
    """Where one election stands; each method is a step and returns the state after it.

    A step that the state does not allow raises ``StepRefused`` with code ``step`` and changes nothing.
    The page ``docs/election-states.md`` shows them all. Source: rules.md §1, §2, §4; package.md.
    """

    DRAFT = "draft"
    LISTED = "listed"
    PRINTED = "printed"
    MEETING = "meeting"
    COUNTED_ONCE = "counted_once"
    DIFFERENT = "different"
    AGREED = "agreed"
    FINALISED = "finalised"
    RECOGNISED = "recognised"
    TO_HOLD_AGAIN = "to_hold_again"

    def list_candidates(self) -> ElectionState:
        """Fix the candidate list; it may be fixed anew until ballots are printed."""
        return self._step("list_candidates", ElectionState.DRAFT, ElectionState.LISTED)

    def withdraw_candidates(self) -> ElectionState:
        """Take the last candidate off the list; there is none to print then."""
        return self._step("withdraw_candidates", ElectionState.LISTED)

    def print_ballots(self) -> ElectionState:
        """Print the first real ballots, which freezes the roll and the statute."""
        return self._step("print_ballots", ElectionState.LISTED)

    def open_meeting(self) -> ElectionState:
        """Open the meeting: from here on the roll takes no supplement."""
        return self._step("open_meeting", ElectionState.PRINTED)

    def enter_first(self) -> ElectionState:
        """Take the first operator's entry of the count."""
        return self._step("enter_first", ElectionState.MEETING)

    def enter_second(self, *, agrees: bool) -> ElectionState:
        """Take the second operator's entry, or a corrected one, and compare the two."""
        state = self._step(
            "enter_second", ElectionState.COUNTED_ONCE, ElectionState.DIFFERENT, ElectionState.AGREED
        )
        return state if agrees else ElectionState.DIFFERENT

    def enter_alone(self) -> ElectionState:
        """Take the only entry, where one person works alone by explicit choice."""
        return self._step("enter_alone", ElectionState.MEETING)

    def finalise(self) -> ElectionState:
        """Make the count's bytes, once."""
        return self._step("finalise", ElectionState.AGREED)

    def reopen(self) -> ElectionState:
        """Reopen a finalised count for a reason: the next revision is entered from the start."""
        return self._step("reopen", ElectionState.FINALISED)

    def recognise(self) -> ElectionState:
        """Record the commune's decision that recognises the elected head."""
        return self._step("recognise", ElectionState.FINALISED)

    def order_again(self) -> ElectionState:
        """Record the commune's decision to hold the election again."""
        return self._step("order_again", ElectionState.FINALISED)

    def begin_round(self) -> ElectionState:
        """Begin the next round, whose candidates are then listed."""
        return self._step("begin_round", ElectionState.TO_HOLD_AGAIN)

    def demand(self, step: str, *allowed: ElectionState) -> None:
        """Refuse what is done without a change of state, unless the state is one of those allowed."""
        if self not in allowed:
            raise StepRefused("step", where=self.value, step=step)

    def _step(self, step: str, *allowed: ElectionState) -> ElectionState:
        self.demand(step, *allowed)
        return _AFTER[step]


_AFTER = {
    "list_candidates": ElectionState.LISTED,
    "withdraw_candidates": ElectionState.DRAFT,
    "print_ballots": ElectionState.PRINTED,
    "open_meeting": ElectionState.MEETING,
    "enter_first": ElectionState.COUNTED_ONCE,
    "enter_second": ElectionState.AGREED,
    "enter_alone": ElectionState.AGREED,
    "finalise": ElectionState.FINALISED,
    "reopen": ElectionState.MEETING,
    "recognise": ElectionState.RECOGNISED,
    "order_again": ElectionState.TO_HOLD_AGAIN,
    "begin_round": ElectionState.DRAFT,
}

STEPS: dict[str, Callable[[ElectionState], ElectionState]] = {
    "list_candidates": ElectionState.list_candidates,
    "withdraw_candidates": ElectionState.withdraw_candidates,
    "print_ballots": ElectionState.print_ballots,
    "open_meeting": ElectionState.open_meeting,
    "enter_first": ElectionState.enter_first,
    "enter_second": lambda state: state.enter_second(agrees=True),
    "enter_second_differing": lambda state: state.enter_second(agrees=False),
    "enter_alone": ElectionState.enter_alone,
    "finalise": ElectionState.finalise,
    "reopen": ElectionState.reopen,
    "recognise": ElectionState.recognise,
    "order_again": ElectionState.order_again,
    "begin_round": ElectionState.begin_round,
}


def transitions() -> list[tuple[ElectionState, str, ElectionState]]:
    """List every allowed step as (state before, step, state after)."""
    found = []
    for state in ElectionState:
        for name, step in STEPS.items():
            try:
                found.append((state, name, step(state)))
            except StepRefused:
                continue
    return found
