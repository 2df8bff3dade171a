"""What a test of the window needs, an X server and the application; and a print system of a test's own."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.cups import PrintSystem, print_system
from tests.shares import share_out
from tests.xvfb import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

# No timed assertion: how long an example takes depends on what else the machine does.
settings.register_profile("hom-phieu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hom-phieu")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Share tests out among processes; on Windows leave out what is named for it, each with its reason."""
    if hasattr(config, "workerinput"):
        share_out(items)
    if sys.platform == "win32":
        from tests.windows.left_out import leave_out  # noqa: PLC0415 - no other system needs the list

        leave_out(items)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test by a long value's place, not by the value: a file's bytes differ between two processes."""
    return argname if isinstance(val, str | bytes) and len(val) > 80 else None


@pytest.fixture(scope="session", autouse=True)
def print_socket() -> Iterator[Path]:
    """Keep every test away from the computer's own printers: CUPS is where a test starts it, else nowhere.

    One place for the whole run, because CUPS' library remembers its server for each thread.
    """
    with TemporaryDirectory(prefix="cups-") as folder, pytest.MonkeyPatch.context() as patch:
        socket = Path(folder) / "cups.sock"
        patch.setenv("CUPS_SERVER", str(socket))
        for name in ("LPDEST", "PRINTER"):
            patch.delenv(name, raising=False)
        yield socket


@pytest.fixture
def cups(print_socket: Path) -> Iterator[PrintSystem]:
    """Start a real print system for one test; it has no printer yet."""
    with print_system(print_socket) as started:
        yield started


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
def own_home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Give each test of the window a home of its own: nothing is remembered from one to the next."""
    if "qapp" in request.fixturenames:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def no_dialog_stands_for_ever(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window whose dialog nobody answered."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    from tests.offices.unanswered import Unanswered  # noqa: PLC0415 - Qt is not imported for the other rooms

    unanswered = Unanswered()
    yield
    unanswered.stop()
    assert unanswered.titles == []


def pytest_runtest_teardown() -> None:
    """Search for circles between tests once the application has kept the search to its own beat."""
    if not gc.isenabled():
        from desktop.ui.frame.collector import collect_due  # noqa: PLC0415 - Qt is there already

        collect_due()


@pytest.fixture(scope="session")
def qapp(display: str) -> QApplication:
    """Return the application as the program makes it; pytest-qt's own would be undressed."""
    del display
    from desktop.ui.app import make_application  # noqa: PLC0415 - Qt is not imported for the other rooms

    return make_application()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return what waits for the window, for as long as a loaded computer may need."""
    del qapp
    from tests.offices.patience import PatientBot  # noqa: PLC0415 - Qt is not imported for the other rooms

    return PatientBot(request)
