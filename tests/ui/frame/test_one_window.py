"""One window for each user: a second start raises the first and hands it its files."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSysInfo

import desktop.__main__ as program
from desktop.ui.app import Desktop
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.one_window import LOCK_NAME, REQUESTS_NAME, Asked, OneWindow
from desktop.ui.frame.window_memory import WindowMemory
from tests.checkout import ROOT
from tests.offices.start_example import around, make_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def first(tmp_path: Path, qapp: object) -> Iterator[OneWindow]:
    """The letter box of a window that is open."""
    del qapp
    made = OneWindow(tmp_path / "hom-phieu")
    assert made.claim(Asked()) == "first"
    made.listen()
    yield made
    made.close()


def start(display: str, home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_DATA_HOME": str(home)}
    environment["PYTHONPATH"] = str(ROOT)
    return subprocess.Popen([sys.executable, "-m", "desktop", *arguments], env=environment, cwd=home)


def test_a_second_start_ends_and_its_files_come_to_the_first(
    first: OneWindow, qtbot: QtBot, display: str, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.asked) as told:
        second = start(display, tmp_path, "Gói số 1.goi", "biên nhận.BN")
    assert second.wait(60) == 0
    # Named as the second start saw them, from its own folder.
    assert told.args == [Asked((tmp_path / "Gói số 1.goi", tmp_path / "biên nhận.BN"))]
    assert list((tmp_path / "hom-phieu" / REQUESTS_NAME).iterdir()) == []


def test_only_this_user_may_leave_a_note(first: OneWindow, tmp_path: Path) -> None:
    del first
    assert (tmp_path / "hom-phieu" / REQUESTS_NAME).stat().st_mode & 0o077 == 0


def test_a_window_that_does_not_answer_is_said_to_be_silent_and_its_note_taken_back(tmp_path: Path) -> None:
    hangs = OneWindow(tmp_path)
    assert hangs.claim(Asked()) == "first"
    assert OneWindow(tmp_path).claim(Asked((Path("a.goi"),)), patience=0.2) == "silent"
    assert list((tmp_path / REQUESTS_NAME).iterdir()) == []
    hangs.close()


def test_a_start_while_the_first_is_closing_opens_the_window_itself(tmp_path: Path, qtbot: QtBot) -> None:
    closing = OneWindow(tmp_path)
    assert closing.claim(Asked()) == "first"
    # It still has its lock and reads no notes any more; a moment later the lock is gone.
    threading.Timer(0.3, closing.close).start()
    assert OneWindow(tmp_path).claim(Asked(), patience=20) == "first"
    del qtbot


def test_a_killed_window_stands_in_nobodys_way(display: str, tmp_path: Path, qtbot: QtBot) -> None:
    killed = start(display, tmp_path)
    try:
        lock = tmp_path / "hom-phieu" / LOCK_NAME
        qtbot.waitUntil(lock.exists)
    finally:
        killed.kill()
        killed.wait()
    assert OneWindow(tmp_path / "hom-phieu").claim(Asked()) == "first"


def test_a_folder_that_cannot_be_written_stops_no_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert OneWindow(tmp_path / "file" / "home").claim(Asked()) == "first"


def test_the_window_comes_back_from_the_taskbar(tmp_path: Path, qtbot: QtBot, qapp: object) -> None:
    del qapp
    make_office(tmp_path).workplace.database.close()
    desktop = Desktop(around(tmp_path), WindowMemory())
    desktop.begin()
    qtbot.waitUntil(lambda: isinstance(desktop.window, OfficeWindow))
    window = desktop.window
    assert isinstance(window, OfficeWindow)
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    desktop.take(Asked())
    qtbot.waitUntil(lambda: not window.isMinimized() and window.isActiveWindow())
    assert window.message_bar.isHidden()
    # Another office's folder is not opened behind the back of the one on show.
    desktop.take(Asked(data=tmp_path / "khac"))
    assert "đóng cửa sổ này rồi mở lại" in window.message_bar.text()
    desktop.take(Asked(data=tmp_path / "co-quan"))
    window.close()
    desktop.end()


def test_files_and_folders_open_the_window_and_words_run_commands() -> None:
    wanted = program.window_arguments
    assert wanted([]) == (None, ())
    assert wanted(["--data", "D"]) == (Path("D"), ())
    assert wanted(["--data", "D", "a.goi"]) == (Path("D"), (Path("a.goi"),))
    assert wanted(["C:/Bản sao.SAO-LUU"]) == (None, (Path("C:/Bản sao.SAO-LUU"),))
    assert wanted(["take-in", "a.goi"]) is None
    assert wanted(["--help"]) is None
    # Of Windows' two programs one has no console and never runs a command, the other never opens the window.
    assert wanted(["demo"], "window") == (None, (Path("demo"),))
    assert wanted([], "command") is None
    assert wanted(["a.goi"], "command") is None


def test_without_streams_a_command_runs_all_the_same(tmp_path: Path) -> None:
    out = tmp_path / "mau.json"
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"
        f"sys.argv = ['hom-phieu', 'forms', 'counting-minutes', '--sample', {str(out)!r}]\n"
        "from desktop.__main__ import main; main()"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert out.read_bytes().startswith(b"{")


def test_this_computer_is_known_however_its_name_is_written(
    first: OneWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows writes a computer's name into the lock in capitals, and gives it in small letters."""
    del first

    name = platform.node()
    monkeypatch.setattr(platform, "node", lambda: f"{name.upper()}.xa.local")
    monkeypatch.setattr(QSysInfo, "machineHostName", lambda: "khac")
    assert OneWindow(tmp_path / "hom-phieu").claim(Asked((Path("a.goi"),)), patience=0.2) == "silent"
    monkeypatch.setattr(platform, "node", lambda: "may-khac")
    assert OneWindow(tmp_path / "hom-phieu").claim(Asked()) == "first"
