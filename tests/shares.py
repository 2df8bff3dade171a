"""What a process of several takes at once: a file, whose tests share what one of them made.

What takes long begins first, so that no process works alone at the end.
"""

from __future__ import annotations

import pytest

from tests.checkout import ROOT

_FIRST = (
    *("tests/journeys/", "tests/faults/", "tests/ui/screens/", "tests/torture/", "tests/services/papers/"),
    *("tests/ui/", "tests/services/", "tests/printing/", "tests/models/", "tests/sheets/", "tests/exchange/"),
)
# Each of its tests looks at a whole room of the window: as long as another file.
_PARTED = "tests/ui/screens/test_room.py"


def share_out(items: list[pytest.Item]) -> None:
    """Keep the tests of a file together, and put rooms whose tests take long in front.

    A test that says itself with which others it shares something stays with those.
    """
    for item in items:
        file = item.path.relative_to(ROOT).as_posix()
        if file != _PARTED and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(file))
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    file = item.path.relative_to(ROOT).as_posix()
    return next((place for place, room in enumerate(_FIRST) if file.startswith(room)), len(_FIRST))
