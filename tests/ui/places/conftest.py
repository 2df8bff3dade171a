from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from desktop.ui.places.hamlets_page import HamletsPage
from tests.offices.register_window import Window

Opened: TypeAlias = Callable[[Path], tuple[Window, HamletsPage]]


@pytest.fixture
def opened(open_window: Callable[[Path], Window]) -> Opened:
    """Open the window of an office on its hamlets."""

    def open_on(made: Path) -> tuple[Window, HamletsPage]:
        window = open_window(made)
        page = window.go("hamlets")
        assert isinstance(page, HamletsPage)
        return window, page

    return open_on
