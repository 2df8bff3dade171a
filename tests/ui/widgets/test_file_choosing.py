"""Choosing files: the program goes on meanwhile, and each purpose has a last folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from shiboken6 import isValid

from desktop.ui.app import Desktop
from desktop.ui.frame.window_memory import WindowMemory, remembered
from desktop.ui.widgets.dialogs.file_choosing import (
    ask_folder,
    ask_open_file,
    ask_save_file,
)
from desktop.ui.widgets.dialogs.last_folders import remember_folders
from tests.offices.hands import file_named
from tests.offices.start_example import around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATTERNS = [("Bảng tính", ["*.xlsx"])]


@pytest.fixture
def told() -> Iterator[list[dict[str, str]]]:
    """What the program would remember, as it changes."""
    changes: list[dict[str, str]] = []
    remember_folders({}, changes.append)
    yield changes
    remember_folders({}, None)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def chooser(qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def answer(qtbot: QtBot, path: Path) -> None:
    dialog = chooser(qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    file_named(path)(dialog)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def leave(qtbot: QtBot, dialog: QFileDialog) -> None:
    QTest.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def begins(qtbot: QtBot, ask: Callable[[], None]) -> str:
    """Return the folder in which a dialog opens, and go back."""
    ask()
    dialog = chooser(qtbot)
    folder = dialog.directory().absolutePath()
    leave(qtbot, dialog)
    return folder


def test_the_next_file_of_a_purpose_is_looked_for_where_the_last_one_was(
    window: QWidget, qtbot: QtBot, tmp_path: Path, told: list[dict[str, str]]
) -> None:
    lists, stick = tmp_path / "danh-sach", tmp_path / "usb"
    for folder in (lists, stick):
        folder.mkdir()
    (lists / "ho.xlsx").touch()
    chosen: list[Path] = []
    ask_open_file(window, "lists", "Chọn danh sách", PATTERNS, chosen.append)
    assert chosen == []  # the program went on while the dialog stands
    answer(qtbot, lists / "ho.xlsx")
    ask_folder(window, "stick", "Chọn USB", chosen.append)
    answer(qtbot, stick)
    assert chosen == [lists / "ho.xlsx", stick]
    assert told[-1] == {"lists": str(lists), "stick": str(stick)}
    assert begins(
        qtbot, lambda: ask_open_file(window, "lists", "Chọn danh sách", PATTERNS, chosen.append)
    ) == str(lists)
    assert begins(qtbot, lambda: ask_folder(window, "stick", "Chọn USB", chosen.append)) == str(stick)
    assert len(chosen) == 2  # who goes back has chosen nothing
    qtbot.waitUntil(window.isActiveWindow)


def test_a_stick_that_was_taken_out_is_looked_for_above_it(
    window: QWidget, qtbot: QtBot, tmp_path: Path, told: list[dict[str, str]]
) -> None:
    del told
    remember_folders({"stick": str(tmp_path / "usb" / "goi")}, None)
    assert begins(qtbot, lambda: ask_folder(window, "stick", "Chọn USB", lambda _: None)) == str(tmp_path)


def test_a_saved_file_has_its_ending_whatever_was_typed(
    window: QWidget, qtbot: QtBot, tmp_path: Path, told: list[dict[str, str]]
) -> None:
    saved: list[Path] = []
    for typed in ("bien-ban", "bien-ban.pdf", "bien-ban.so-2"):
        ask_save_file(window, "papers", "Lưu bản in", "a.pdf", "Tệp PDF", saved.append)
        answer(qtbot, tmp_path / typed)
    assert [path.name for path in saved] == ["bien-ban.pdf", "bien-ban.pdf", "bien-ban.so-2.pdf"]
    assert told == [{"papers": str(tmp_path)}]


def test_a_dialog_that_is_closed_beneath_its_own_question_goes_with_it(qtbot: QtBot, window: QWidget) -> None:
    # Its question stands in the dialog's own call: were the dialog deleted first, the program would end.
    ask_open_file(window, "lists", "Chọn tệp", PATTERNS, lambda _: None)
    dialog = chooser(qtbot)
    asked: list[QWidget] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box)
            dialog.reject()

    look = QTimer(interval=20)
    look.timeout.connect(close)
    look.start()
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    QTest.keyClicks(line, "khong-co.xlsx")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(dialog))
    look.stop()
    assert len(asked) == 1
    assert QApplication.activeModalWidget() is None


def test_the_program_remembers_folders_until_its_next_start(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop = Desktop(around(tmp_path), WindowMemory(folders={"cards": str(tmp_path)}))
    ask_save_file(window, "papers", "Lưu bản in", "a.pdf", "Tệp PDF", lambda _: None)
    answer(qtbot, tmp_path / "a.pdf")
    desktop.end()
    assert remembered(tmp_path).folders == {"cards": str(tmp_path), "papers": str(tmp_path)}
    remember_folders({}, None)
