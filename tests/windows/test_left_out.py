"""The list of what is left out on Windows names tests that are there."""

from __future__ import annotations

import pytest

from tests.checkout import ROOT
from tests.windows.left_out import LEFT_OUT


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out_is_there_and_has_a_reason(name: str) -> None:
    path, _, function = name.partition("::")
    assert (ROOT / path).exists()
    assert not function or f"def {function}(" in (ROOT / path).read_text(encoding="utf-8")
    assert len(LEFT_OUT[name]) > 20
