"""Damaged workbooks of every kind: rows, or a refusal that is one of ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.sheets.damage_files import WHOLE, outcome
from tests.torture.batches import Trials, run_batches, tell
from tests.torture.campaign import Result

WANTED = 20_000
_BATCH = 500


def workbooks(folder: Path, seconds: float) -> Result:
    """Read damaged files of each format in turn."""
    del folder
    trials = [Trials(__name__, kind, -(-WANTED // len(WHOLE))) for kind in WHOLE]
    return run_batches(trials, seconds, _BATCH)


def _outcomes(kind: str, first: int, last: int) -> Iterator[str]:
    whole = WHOLE[kind]()
    for number in range(first, last):
        yield outcome(kind, whole, number).replace("CRASH", "RAW")


if __name__ == "__main__":
    tell(_outcomes(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])), int(sys.argv[2]))
