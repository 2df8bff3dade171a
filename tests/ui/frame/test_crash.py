"""A fault of the program itself: a report to copy without personal data, and the next start where one was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.app import Desktop
from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.crash_watch import CrashWatch
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory, remember, remembered
from desktop.ui.page.fault import fault_of, fault_written
from desktop.ui.settings.settings_page import SettingsPage
from tests.offices.hands import CTRL
from tests.offices.start_example import around, make_office, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_PATIENCE = 90  # seconds for another process to start while every other test runs beside it
_WRITTEN = """Fatal Python error: Segmentation fault

Stack (most recent call first):
  File "/home/luong/hom-phieu/desktop/ui/frame/frame.py", line 110 in _show
  File "C:\\\\Users\\\\Luong\\\\hom-phieu\\\\desktop\\\\ui\\\\app.py", line 60 in open_window

Extension modules: shiboken6.Shiboken, PySide6.QtCore (total: 2)
"""


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot, qapp: object) -> Iterator[Desktop]:
    """The program on an open office, watched."""
    del qapp
    make_office(tmp_path).workplace.database.close()
    made = Desktop(around(tmp_path), WindowMemory())
    watch = CrashWatch(tmp_path, lambda: made.window)
    watch.begin()
    made.begin()
    qtbot.waitUntil(lambda: isinstance(made.window, OfficeWindow) and made.window.isActiveWindow())
    yield made
    made.window.close()
    made.end()
    watch.end()
    assert not list(tmp_path.glob("*.txt"))


def shown(qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CrashDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CrashDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_fault_in_a_page_shows_a_report_and_the_work_goes_on(
    desktop: Desktop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def break_(page: SettingsPage) -> None:
        del page
        message = "Lò Thị Ơn, 022061001234"
        raise LookupError(message)

    monkeypatch.setattr(SettingsPage, "primary", break_)
    press(qtbot, Qt.Key.Key_0, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    dialog = shown(qtbot)
    assert dialog.height() <= 520
    press(qtbot, Qt.Key.Key_Return, CTRL)
    report, printed = QApplication.clipboard().text(), capsys.readouterr().err
    assert "LookupError" in report
    assert "test_crash.py" in report
    for private in ("Lò Thị Ơn", "022061001234", str(tmp_path), os.fspath(tmp_path.home())):
        assert private not in report
        assert private not in printed
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    # The same once more is not told again; the window works on, and where one is is written down already.
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.wait(200)
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: not desktop.runner.is_busy())
    assert remembered(tmp_path).place == "settings"
    assert remembered(tmp_path).folder == str(tmp_path / "co-quan")


def test_a_report_names_files_lines_and_functions_alone() -> None:
    def inner() -> None:
        int("Tằng Văn Ếch")

    try:
        inner()
    except ValueError as error:
        fault = fault_of(error)
    assert fault.kind == "ValueError"
    assert [place.split(":")[0] for place in fault.calls] == ["test_crash.py", "test_crash.py"]
    assert fault.calls[-1].endswith(" inner")
    assert "Tằng" not in fault.report()


def test_what_a_killed_run_left_is_read_without_its_folders() -> None:
    fault = fault_written(_WRITTEN)
    assert fault is not None
    assert fault.kind == "Segmentation fault"
    assert fault.calls == ("app.py:60 open_window", "frame.py:110 _show")
    assert "uong" not in fault.report()
    assert fault_written("") is None


def test_a_run_that_was_ended_from_outside_is_told_of_by_the_next_one(display: str, tmp_path: Path) -> None:
    """The whole program as its own process: it is killed with a fault of memory, then started again."""
    home = tmp_path / "hom-phieu"
    make_office(home).workplace.database.close()
    remember(home, WindowMemory(folder=str(home / "co-quan"), place="settings"))
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_DATA_HOME": str(tmp_path)}
    first = subprocess.Popen([sys.executable, "-m", "desktop"], env=environment, stderr=subprocess.DEVNULL)
    try:
        assert seen("Hòm Phiếu – Xã Bình Liêu", environment)
        first.send_signal(signal.SIGSEGV)
        assert first.wait(_PATIENCE) == -signal.SIGSEGV
        left = fault_written((home / "dung-dot-ngot.txt").read_text(encoding="utf-8"))
        assert left is not None
        # Whatever the window was doing at that moment, it was doing it from there.
        assert left.kind == "Segmentation fault"
        assert "open_window" in [call.split(" ")[1] for call in left.calls]
    finally:
        first.kill()
    second = subprocess.Popen([sys.executable, "-m", "desktop"], env=environment, stderr=subprocess.DEVNULL)
    try:
        assert seen("Lần trước chương trình dừng đột ngột", environment)
        assert remembered(home).place == "settings"
    finally:
        second.kill()
        second.wait(_PATIENCE)


def seen(title: str, environment: dict[str, str]) -> bool:
    """Tell whether a window of this title is on the screen before long."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=environment,
            capture_output=True,
            check=False,
        )
        if found.stdout.strip():
            return True
        time.sleep(0.25)
    return False
