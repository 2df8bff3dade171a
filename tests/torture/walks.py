"""Random walks over the use cases of a commune and its district, each held against a model.

``python -m tests.torture.walks SEED LENGTH`` walks one again and prints its steps.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from tests.checkout import ROOT
from tests.torture.campaign import Result
from tests.torture.walking.walk import Walked, walk

LENGTH = 200
"""Steps that a walk tries."""

_AT_ONCE = 2
_BATCH = 20
"""Walks of one process: it makes the offices that they begin with once."""
_SHOWN = 6


def walks(folder: Path, seconds: float) -> Result:
    """Walk with one seed after another; a finding is told with its seed and the steps before it."""
    del folder
    result, deadline = Result(), time.monotonic() + seconds
    steps = refusals = 0

    def batch(lane: int) -> list[Walked]:
        found, first = [], lane * _BATCH
        while (left := deadline - time.monotonic()) > 0:
            found += _batch(first, left)
            first += _AT_ONCE * _BATCH
        return found

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for one in (one for lane in pool.map(batch, range(_AT_ONCE)) for one in lane):
            result.tried += 1
            steps, refusals = steps + one.steps, refusals + one.refusals
            if one.finding:
                result.raw += one.finding.startswith("RAW")
                result.accepted += one.finding.startswith("FORGED")
                result.corrupt += one.finding.startswith("check")
                result.lost += not one.finding.startswith(("RAW", "FORGED", "check"))
                result.notes.append(f"seed {one.seed}: {one.finding}; {'; '.join(one.last[-_SHOWN:])}")
    result.notes.append(f"{steps} steps, of which {refusals} were refused")
    return result


def _batch(first: int, seconds: float) -> list[Walked]:
    arguments = [sys.executable, "-m", __name__, "batch", str(first), str(seconds)]
    told = subprocess.run(arguments, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return [Walked(**json.loads(line)) for line in told.stdout.splitlines()]


def _walk(seed: int, length: int) -> Walked:
    with tempfile.TemporaryDirectory(prefix="hom-phieu-walk-") as place:
        return walk(Path(place), seed, length)


def _main(first: str, second: str, *more: str) -> None:
    if first != "batch":
        found = _walk(int(first), int(second))
        print(*found.last, found.finding or "nothing was found", sep="\n")
        return
    deadline = time.monotonic() + float(more[0])
    for seed in range(int(second), int(second) + _BATCH):
        if time.monotonic() < deadline:
            print(json.dumps(asdict(_walk(seed, LENGTH))), flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
