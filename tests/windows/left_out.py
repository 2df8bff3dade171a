"""The tests that are not run on Windows, one by one, each with its reason; every other one is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

LEFT_OUT: dict[str, str] = {
    "tests/architecture": "reads the source, which is the same on every system",
    "tests/bundle": "runs the bundle of this system; Windows' own is opened by the stage bundle",
    "tests/journeys": "drives the commands through signals, mounts and a print system of Linux",
    "tests/ui": "drives the window by an X server; on Windows the stage bundle opens it",
    "tests/windows": "is what runs Windows, from the other side",
}


def leave_out(items: Sequence[pytest.Item]) -> None:
    """Mark the tests of the list as skipped, with their reason."""
    for item in items:
        name = item.nodeid.partition("[")[0]
        for left, reason in LEFT_OUT.items():
            if name == left or name.startswith((f"{left}/", f"{left}::")):
                item.add_marker(pytest.mark.skip(reason=reason))
