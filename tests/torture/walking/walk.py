"""One walk: a seed says which steps it takes, and with which arguments."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.torture.walking import (
    congress,
    counting,
    hamlets,
    heads,
    keeping,
    ordering,
    people,
    sending,
    voting,
    waving,
)
from tests.torture.walking.walker import Declined, Found, Walker, begin

Step = Callable[[Walker], None]

STEPS: dict[Step, int] = {
    hamlets.add: 3,
    hamlets.rename: 3,
    hamlets.merge: 2,
    hamlets.split: 3,
    hamlets.end: 2,
    hamlets.undo: 3,
    people.add_household: 6,
    people.edit_household: 3,
    people.end_household: 4,
    people.add_voter: 2,
    people.house_voter: 1,
    people.take_list: 4,
    people.undo_list: 2,
    people.delete_due: 1,
    voting.plan: 5,
    voting.take_back: 1,
    voting.move: 2,
    voting.cancel: 1,
    voting.take_up: 2,
    voting.make_list: 6,
    voting.freeze: 5,
    voting.supplement: 3,
    voting.take_supplement_back: 1,
    counting.open_meeting: 6,
    counting.write_figures: 3,
    counting.enter: 16,
    counting.finalise: 8,
    counting.reopen: 2,
    counting.decide_on: 3,
    counting.begin_round: 3,
    sending.seal_counts: 5,
    sending.take_in: 6,
    sending.read_receipt: 4,
    keeping.pass_time: 4,
    keeping.back_up: 1,
    keeping.put_back: 1,
    keeping.close_and_open: 1,
    keeping.change_passphrase: 1,
    keeping.register: 1,
    keeping.retire: 1,
    keeping.reset_pin: 1,
    congress.hold_vote: 1,
    ordering.switch_on: 1,
    ordering.switch_off: 1,
    ordering.bring_plan_on: 6,
    ordering.take_plan_back: 1,
    ordering.let_through: 3,
    ordering.keep_scan: 5,
    waving.make: 2,
    waving.change: 1,
    waving.put_in: 3,
    waving.remove: 1,
    heads.seal_heads: 3,
    heads.take_heads: 4,
}
"""How often each step is tried beside the others."""

_BETWEEN_LOOKS = 10


@dataclass(frozen=True, slots=True)
class Walked:
    """What became of a walk.

    Attributes:
        seed: with which it is walked again.
        steps: asked of the offices.
        refusals: how many of them were refused.
        finding: what is not as it must be; empty where all is.
        last: the steps before it.
    """

    seed: int
    steps: int
    refusals: int
    finding: str = ""
    last: tuple[str, ...] = ()


def walk(place: Path, seed: int, length: int) -> Walked:
    """Take so many steps in new offices in an empty folder, and look at everything at the end."""
    walker, chance = begin(place, seed), random.Random(f"steps {seed}")
    try:
        for number, step in enumerate(chance.choices(list(STEPS), list(STEPS.values()), k=length), 1):
            with suppress(Declined):
                step(walker)
            if number % _BETWEEN_LOOKS == 0:
                walker.look()
                waving.look(walker)
        walker.look_whole()
    except Found as found:
        return _told(walker, seed, str(found))
    finally:
        walker.close()
    return _told(walker, seed, "")


def _told(walker: Walker, seed: int, finding: str) -> Walked:
    last = tuple(walker.steps) if finding else ()
    return Walked(seed, len(walker.steps), walker.refusals.total(), finding, last)
