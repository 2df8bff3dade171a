"""Holds the program against Windows: ``python -m tests.windows.check_windows FOLDER [day] [tests] [bundle]``.

FOLDER takes 2 GB that may be thrown away. ``day`` runs a whole election day and carries packages and backups
from one system to the other, ``tests`` runs the suite, ``bundle`` builds what offices get and opens it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.windows.bundle import check_bundle
from tests.windows.day import check_day
from tests.windows.house import windows
from tests.windows.suite import check_suite

STAGES = {"day": check_day, "tests": check_suite, "bundle": check_bundle}


def main(place: Path, stages: list[str]) -> None:
    """Run the stages that are named, all where none is; AssertionError says what is wrong."""
    began = time.monotonic()

    def say(words: str) -> None:
        sys.stdout.write(f"{time.monotonic() - began:4.0f} s  {words}\n")
        sys.stdout.flush()

    with windows(place.resolve()) as house:
        say("Wine, Python and every locked wheel")
        for stage in stages or list(STAGES):
            say(f"{stage}: {STAGES[stage](house)}")
    say("windows: all good")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
