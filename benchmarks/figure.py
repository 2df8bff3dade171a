"""A figure of the bench: what was measured, beside which peer, and how far it should reach."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

RUNS = 5

Clock: TypeAlias = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        work: what was measured.
        peer: what it is compared with, in the same run.
        value: the figure; a ratio unless ``unit`` says otherwise.
        reach: the value to reach; None where there is none.
        at_least: more is better, else less.
        unit: ``×`` for ratios, else ``KB``, ``s``, ``MB``.
        seconds: of the work itself, for orientation.
    """

    work: str
    peer: str
    value: float
    reach: float | None = None
    at_least: bool = False
    unit: str = "×"
    seconds: float | None = None

    def met(self) -> bool:
        """Tell whether the figure reaches what it should."""
        if self.reach is None:
            return True
        return self.value >= self.reach if self.at_least else self.value <= self.reach

    def line(self) -> str:
        """Return the figure as one line of the table."""
        bound = ""
        if self.reach is not None:
            bound = f"{'at least' if self.at_least else 'at most'} {self.reach:g} {self.unit}"
        mark = "" if self.reach is None else "ok" if self.met() else "MISSED"
        took = "" if self.seconds is None else f"{self.seconds:.3f} s"
        return (
            f"{self.work:<44} {self.peer:<38} {self.value:>9.2f} {self.unit:<2} {bound:<18} {mark:<6} {took}"
        )


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that is not on this machine, so that a figure could not be taken."""

    work: str
    peer: str
    reason: str

    def line(self) -> str:
        """Return the gap as one line of the table."""
        return f"{self.work:<44} {self.peer:<38} not measured: {self.reason}"


def seconds_of(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """Return how long one run takes."""
    began = clock()
    work()
    return clock() - began


def medians(
    work: Callable[[], object],
    peer: Callable[[], object],
    runs: int = RUNS,
    clock: Clock = time.perf_counter,
) -> tuple[float, float]:
    """Return the medians of work and peer, run in turn so that both meet the same machine."""
    taken = [(seconds_of(work, clock), seconds_of(peer, clock)) for _ in range(runs)]
    return statistics.median(w for w, _ in taken), statistics.median(p for _, p in taken)


def times_as_quick(
    work: str,
    peer: str,
    run: Callable[[], object],
    beside: Callable[[], object],
    reach: float,
    clock: Clock = time.perf_counter,
) -> Figure:
    """Measure how many times as quick as its peer a work is.

    Where both only compute, on one processor, ``time.process_time`` as the clock leaves out whatever else the
    computer does meanwhile.
    """
    ours, theirs = medians(run, beside, clock=clock)
    return Figure(work, peer, theirs / ours, reach, at_least=True, seconds=ours)


def times_as_long(
    work: str, peer: str, run: Callable[[], object], beside: Callable[[], object], reach: float
) -> Figure:
    """Measure how many times as long as its peer a work takes."""
    ours, theirs = medians(run, beside)
    return Figure(work, peer, ours / theirs, reach, seconds=ours)
