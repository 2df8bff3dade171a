"""The real window over an office with hamlets and households, worked with the keyboard."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from desktop.bootstrap import open_office
from desktop.services import keys
from desktop.services.training_clock import TrainingClock
from desktop.ui.frame import Frame
from desktop.ui.page import Context, Session
from desktop.ui.runner import Runner
from tests.ui import register_example as example
from tests.ui.desks import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from desktop.ui.page import Page

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Window:
    """A window of one test; ``close`` at its end."""

    def __init__(self, qtbot: QtBot, made: Path, own: Path) -> None:
        shutil.copytree(made, own)
        self.qtbot = qtbot
        clock = TrainingClock(datetime(2024, 11, 25, 1, 0, tzinfo=UTC))
        self.workplace = open_office(own, example.PASSPHRASE, clock)
        self.runner = Runner()
        unlocked = keys.unlock(self.workplace, example.PASSPHRASE)
        self.frame = Frame(COMMUNE, Context(Session(self.workplace, unlocked), self.runner))
        qtbot.addWidget(self.frame)
        self.frame.setGeometry(0, 0, 1366, 768)
        with qtbot.waitExposed(self.frame):
            self.frame.show()
        self.frame.activateWindow()
        qtbot.waitUntil(self.frame.isActiveWindow)
        self.settle()

    def close(self) -> None:
        self.runner.close()
        self.workplace.database.close()

    def go(self, place: str) -> Page:
        self.frame.open_place(place)
        self.settle()
        page = self.frame.page()
        assert page is not None
        return page

    def settle(self) -> None:
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy(), timeout=15_000)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.frame, key, modifiers)
        self.settle()

    def told(self) -> str:
        return self.frame.message_bar.text()

    def in_dialog(self, does: Callable[[QDialog], None]) -> None:
        """Work the dialog that comes, as soon as it is there."""
        waiting = QTimer(self.frame, interval=40)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                waiting.stop()
                assert dialog.height() <= 520
                does(dialog)  # type: ignore[arg-type] # a modal widget is a dialog

        waiting.timeout.connect(look)
        waiting.start()


def texts(parent: object) -> list[str]:
    labels = parent.findChildren(QLabel)  # type: ignore[attr-defined] # a widget
    return [label.text() for label in labels if label.isVisible()]
