"""Trials by number in processes apart: one that ends, swells or stalls costs its batch and is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.checkout import ROOT
from tests.torture.campaign import Result

SLOW = 5.0
"""Seconds of the processor that a trial may take."""
LARGEST = 200
"""Mebibytes that a process may come to, with all that it has loaded."""

_AT_ONCE = 2
_PATIENCE = 900


@dataclass(frozen=True, slots=True)
class Trials:
    """Trials of one kind.

    Attributes:
        module: that is run with kind, first and last number, and prints what ``tell`` does.
        kind: one that it knows.
        wanted: how many.
    """

    module: str
    kind: str
    wanted: int


def run_batches(trials: list[Trials], seconds: float, batch: int) -> Result:
    """Run batches of each kind in turn, until all were run or the time is over."""
    result, deadline = Result(of=sum(one.wanted for one in trials)), time.monotonic() + seconds
    rounds = range(0, max(one.wanted for one in trials), batch)
    wanted = [
        (one, first, min(first + batch, one.wanted))
        for first in rounds
        for one in trials
        if first < one.wanted
    ]
    slowest, peak = (0.0, ""), (0, "")

    def one_batch(asked: tuple[Trials, int, int]) -> tuple[str, dict[str, object]] | None:
        one, first, last = asked
        return (one.kind, _told(one, first, last)) if time.monotonic() < deadline else None

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for found in pool.map(one_batch, wanted):
            if found is None:
                continue
            kind, told = found
            result.tried += int(str(told["tried"]))
            result.accepted += int(str(told["accepted"]))
            result.raw += int(str(told["raw"]))
            result.notes += [f"{kind} {note}" for note in told["notes"]]  # type: ignore[attr-defined]
            slowest = max(slowest, (float(str(told["slowest"])), kind))
            peak = max(peak, (int(str(told["peak"])), kind))
    result.notes.append(f"slowest {slowest[0]:.2f} s ({slowest[1]}), most memory {peak[0]} MB ({peak[1]})")
    return result


def tell(outcomes: object, first: int) -> None:
    """Print what a batch came to, as JSON.

    Args:
        outcomes: yields for each number what became of it: ``ACCEPTED …`` for a forgery, ``RAW …`` for an
            exception that is none of ours, else anything.
        first: number of the first.
    """
    told: dict[str, object] = {"tried": 0, "accepted": 0, "raw": 0}
    notes, slowest, tried, accepted, raw = [], 0.0, 0, 0, 0
    numbers, began = iter(outcomes), time.process_time()  # type: ignore[call-overload]
    for number, outcome in enumerate(numbers, first):
        took, began = time.process_time() - began, time.process_time()
        tried += 1
        slowest = max(slowest, took)
        accepted += outcome.startswith("ACCEPTED")
        raw += outcome.startswith("RAW") or took > SLOW
        if outcome.startswith(("ACCEPTED", "RAW")) or took > SLOW:
            notes.append(f"{number}: {outcome} ({took:.1f} s)")
    peak = _peak()
    if peak > LARGEST:
        raw += 1
        notes.append(f"{first}: {peak} MB of memory")
    told |= {"tried": tried, "accepted": accepted, "raw": raw}
    sys.stdout.write(json.dumps({**told, "notes": notes, "slowest": slowest, "peak": peak}))


def _told(one: Trials, first: int, last: int) -> dict[str, object]:
    arguments = [sys.executable, "-m", one.module, one.kind, str(first), str(last)]
    try:
        ran = subprocess.run(arguments, cwd=ROOT, capture_output=True, check=True, timeout=_PATIENCE)
        found: dict[str, object] = json.loads(ran.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        return {
            "tried": 0,
            "accepted": 0,
            "raw": 1,
            "slowest": 0.0,
            "peak": 0,
            "notes": [f"{first} to {last}: the process came to nothing ({type(error).__name__})"],
        }
    return found


def _peak() -> int:
    if os.name == "nt":
        return 0
    import resource  # noqa: PLC0415 - other systems have none

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
