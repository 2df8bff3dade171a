"""The states of one vote, and the steps between them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from desktop.errors import StepRefused


class VoteState(StrEnum):
    """How far one vote is; each method is a step and returns the state after it.

    A step that the state does not allow raises ``StepRefused`` with code ``step`` and changes nothing.
    The page ``docs/vote-states.md`` shows them all. Source: rules.md §1, §2, §4; package.md.
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

    def list_candidates(self) -> VoteState:
        """Fix the candidate list; it may be fixed anew until ballots are printed."""
        return self._step("list_candidates", VoteState.DRAFT, VoteState.LISTED)

    def withdraw_candidates(self) -> VoteState:
        """Take the last candidate off the list; there is none to print then."""
        return self._step("withdraw_candidates", VoteState.LISTED)

    def print_ballots(self) -> VoteState:
        """Print the first real ballots, which freezes the roll and the statute."""
        return self._step("print_ballots", VoteState.LISTED)

    def open_meeting(self) -> VoteState:
        """Open the meeting: from here on the roll takes no supplement."""
        return self._step("open_meeting", VoteState.PRINTED)

    def enter_first(self) -> VoteState:
        """Take the first operator's entry of the count."""
        return self._step("enter_first", VoteState.MEETING)

    def enter_second(self, *, agrees: bool) -> VoteState:
        """Take the second operator's entry, or a corrected one, and compare the two."""
        state = self._step("enter_second", VoteState.COUNTED_ONCE, VoteState.DIFFERENT, VoteState.AGREED)
        return state if agrees else VoteState.DIFFERENT

    def enter_alone(self) -> VoteState:
        """Take the only entry, where one person works alone by explicit choice."""
        return self._step("enter_alone", VoteState.MEETING)

    def finalise(self) -> VoteState:
        """Make the count's bytes, once."""
        return self._step("finalise", VoteState.AGREED)

    def reopen(self) -> VoteState:
        """Reopen a finalised count for a reason: the next revision is entered from the start."""
        return self._step("reopen", VoteState.FINALISED)

    def recognise(self) -> VoteState:
        """Record the commune's decision that recognises the elected head."""
        return self._step("recognise", VoteState.FINALISED)

    def order_again(self) -> VoteState:
        """Record the commune's decision to hold the election again."""
        return self._step("order_again", VoteState.FINALISED)

    def hand_out(self) -> VoteState:
        """Leave a meeting that too few attended for slips to be handed to the households."""
        return self._step("hand_out", VoteState.FINALISED)

    def vote_again(self) -> VoteState:
        """Leave a vote of a congress that the same congress goes on voting after."""
        return self._step("vote_again", VoteState.FINALISED)

    def begin_round(self) -> VoteState:
        """Begin the vote that follows, in the state returned; this one stays as it was decided."""
        return self._step("begin_round", VoteState.TO_HOLD_AGAIN)

    def demand(self, step: str, *allowed: VoteState) -> None:
        """Refuse what is done without a change of state, unless the state is one of those allowed."""
        if self not in allowed:
            raise StepRefused("step", where=self.value, step=step)

    def _step(self, step: str, *allowed: VoteState) -> VoteState:
        self.demand(step, *allowed)
        return _AFTER[step]


_AFTER = {
    "list_candidates": VoteState.LISTED,
    "withdraw_candidates": VoteState.DRAFT,
    "print_ballots": VoteState.PRINTED,
    "open_meeting": VoteState.MEETING,
    "enter_first": VoteState.COUNTED_ONCE,
    "enter_second": VoteState.AGREED,
    "enter_alone": VoteState.AGREED,
    "finalise": VoteState.FINALISED,
    "reopen": VoteState.MEETING,
    "recognise": VoteState.RECOGNISED,
    "order_again": VoteState.TO_HOLD_AGAIN,
    "hand_out": VoteState.TO_HOLD_AGAIN,
    "vote_again": VoteState.TO_HOLD_AGAIN,
    "begin_round": VoteState.DRAFT,
}

STEPS: dict[str, Callable[[VoteState], VoteState]] = {
    "list_candidates": VoteState.list_candidates,
    "withdraw_candidates": VoteState.withdraw_candidates,
    "print_ballots": VoteState.print_ballots,
    "open_meeting": VoteState.open_meeting,
    "enter_first": VoteState.enter_first,
    "enter_second": lambda state: state.enter_second(agrees=True),
    "enter_second_differing": lambda state: state.enter_second(agrees=False),
    "enter_alone": VoteState.enter_alone,
    "finalise": VoteState.finalise,
    "reopen": VoteState.reopen,
    "recognise": VoteState.recognise,
    "order_again": VoteState.order_again,
    "hand_out": VoteState.hand_out,
    "vote_again": VoteState.vote_again,
    "begin_round": VoteState.begin_round,
}


def transitions() -> list[tuple[VoteState, str, VoteState]]:
    """List every allowed step as (state before, step, state after)."""
    found = []
    for state in VoteState:
        for name, step in STEPS.items():
            try:
                found.append((state, name, step(state)))
            except StepRefused:
                continue
    return found
