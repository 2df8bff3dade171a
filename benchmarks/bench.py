"""Figures as ratios to a named peer in the same run: ``python -m benchmarks.bench [MEASURE …]``."""

from __future__ import annotations

import importlib
import sys

from benchmarks.figure import Missing

MEASURES = (
    "ballots",
    "commune_paper",
    "minutes",
    "reading",
    "window",
    "storing",
    "commune_lists",
    "paging",
    "search",
    "packages",
)


def main(named: list[str]) -> None:
    """Take the named measures, or all, and print a line for each figure and what is missed."""
    missed: list[str] = []
    for name in named or MEASURES:
        for figure in importlib.import_module(f"benchmarks.{name}").figures():
            sys.stdout.write(figure.line() + "\n")
            sys.stdout.flush()
            if isinstance(figure, Missing) or not figure.met():
                missed.append(f"{figure.work.strip()} ({figure.peer})")
    sys.stdout.write("missed or not measured: " + ("; ".join(missed) or "nothing") + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
