"""``python -m tests.torture MINUTES [CAMPAIGN…]``: tries, and ends with a table of figures."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.campaign import Campaign, Result
from tests.torture.campaigns import CAMPAIGNS

_SHOWN = 20


def main() -> int:
    """Run campaigns one after another, each for its share of the time left; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("minutes", type=float, nargs="?", default=60)
    parser.add_argument("campaigns", nargs="*", help=", ".join(one.name for one in CAMPAIGNS))
    told = parser.parse_args()
    chosen = [one for one in CAMPAIGNS if not told.campaigns or one.name in told.campaigns]
    until = time.monotonic() + told.minutes * 60
    found: list[tuple[Campaign, Result]] = []
    for place, one in enumerate(chosen):
        share = one.share / sum(other.share for other in chosen[place:])
        seconds = max(0.0, until - time.monotonic()) * share
        with tempfile.TemporaryDirectory(prefix="hom-phieu-torture-") as folder:
            found.append((one, one.run(Path(folder), seconds)))
        for number, note in enumerate(found[-1][1].notes):
            # Of later ones the first line alone: no kind of finding is hidden behind many of another.
            print(f"{one.name}: {note if number < _SHOWN else note.partition(chr(10))[0]}", file=sys.stderr)
    _print(found)
    return 0 if found and all(result.is_clean for _, result in found) else 1


def _print(found: list[tuple[Campaign, Result]]) -> None:
    print(f"{'campaign':<20}{'tried':>9}{'of':>9}{'lost':>7}{'corrupt':>9}{'accepted':>10}{'raw':>6}")
    for one, result in found:
        of = result.of or "–"
        print(
            f"{one.name:<20}{result.tried:>9}{of:>9}{result.lost:>7}{result.corrupt:>9}"
            f"{result.accepted:>10}{result.raw:>6}"
        )


if __name__ == "__main__":
    sys.exit(main())
