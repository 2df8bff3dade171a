"""The statutes of a folder of statute files."""

from __future__ import annotations

from pathlib import Path

from desktop.rules.library import Library
from desktop.rules.statute import read_statute


def statute_library(folder: Path) -> Library:
    """Read every ``*.toml`` of a folder as a statute.

    Raises:
        StatuteRefused: a file is no statute, or two are in force on one day.
    """
    return Library(read_statute(path.read_bytes(), path.name) for path in sorted(folder.glob("*.toml")))
