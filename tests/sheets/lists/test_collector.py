"""The search for circles of objects goes on after a list was read, as it was."""

from __future__ import annotations

import gc

import pytest

from desktop.sheets.lists.collector import paused


@pytest.mark.parametrize("was_on", [True, False])
def test_the_search_is_put_off_and_goes_on_as_it_was_also_after_an_error(was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with paused():
            assert not gc.isenabled()
        with pytest.raises(ZeroDivisionError), paused():
            1 / 0  # noqa: B018 - an error while a list is read
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
