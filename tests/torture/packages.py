"""Packages, cards, receipts and stored keys changed at every layer, by the hundred thousand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.exchange.mutations import KINDS
from tests.torture.batches import Trials, run_batches, tell
from tests.torture.campaign import Result

WANTED = {"packages": 200_000, "cards": 20_000, "receipts": 20_000, "keys": 20_000}
_BATCH = 2000


def mutations(folder: Path, seconds: float) -> Result:
    """Try mutations of each kind; whatever is taken for true, or ends in an exception, is told."""
    del folder
    trials = [Trials(__name__, kind, wanted) for kind, wanted in WANTED.items()]
    return run_batches(trials, seconds, _BATCH)


def _outcomes(kind: str, first: int, last: int) -> Iterator[str]:
    for number in range(first, last):
        try:
            code = KINDS[kind](number).code
        except Exception as error:  # noqa: BLE001 - what is looked for
            yield f"RAW {type(error).__name__}: {error}"[:200]
        else:
            yield "ACCEPTED" if code == "accepted" else code


if __name__ == "__main__":
    tell(_outcomes(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])), int(sys.argv[2]))
