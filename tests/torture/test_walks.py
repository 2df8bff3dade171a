"""A few short walks over the use cases, always the same ones; ``make torture`` walks on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.walking.walk import walk


@pytest.mark.parametrize("seed", [21, 23])
def test_what_was_acknowledged_is_there_and_what_was_refused_changed_nothing(
    tmp_path: Path, seed: int
) -> None:
    walked = walk(tmp_path, seed, 60)
    assert not walked.finding, (walked.finding, walked.last[-6:])
    assert walked.steps > walked.refusals > 0
