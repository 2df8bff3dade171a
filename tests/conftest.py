"""What a test of the window needs: a real X server, started when the first one runs, and the application."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.xvfb import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


# No timed assertion: how long an example takes depends on what else the machine does.
settings.register_profile("hom-phieu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hom-phieu")


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


@pytest.fixture(autouse=True)
def no_dialog_stands_for_ever(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window whose dialog nobody answered."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    from tests.ui.unanswered import Unanswered  # noqa: PLC0415 - Qt is not imported for the other rooms

    unanswered = Unanswered()
    yield
    unanswered.stop()
    assert unanswered.titles == []


@pytest.fixture(scope="session")
def qapp(display: str) -> QApplication:
    """Return the application as the program makes it; pytest-qt's own would be undressed."""
    del display
    from desktop.ui.app import make_application  # noqa: PLC0415 - Qt is not imported for the other rooms

    return make_application()
