"""What a test of the window needs: a real X server, started when the first one runs, and the application."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.xvfb import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Start an X server of this worker's own and point Qt at it."""
    with x_server() as name, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISPLAY", name)
        patch.setenv("QT_QPA_PLATFORM", "xcb")
        patch.delenv("WAYLAND_DISPLAY", raising=False)
        patch.delenv("QT_SCALE_FACTOR", raising=False)
        assert os.environ["DISPLAY"] == name
        yield name


@pytest.fixture(scope="session")
def qapp(display: str) -> QApplication:
    """Return the application as the program makes it; pytest-qt's own would be undressed."""
    del display
    from desktop.ui.app import make_application  # noqa: PLC0415 - Qt is not imported for the other rooms

    return make_application()
