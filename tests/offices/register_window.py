"""The real window over an office with hamlets and households, worked with the keyboard."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from desktop.bootstrap import open_office
from desktop.services.office import keys
from desktop.services.training.clock import TrainingClock
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from tests.offices import register_example as example
from tests.offices.desks import COMMUNE
from tests.offices.typing import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.page.page import Page
    from desktop.ui.widgets.table.choice_cell import CellChoice

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
        self.settle()

    def close(self) -> None:
        for standing in self.frame.findChildren(QDialog):
            standing.close()
        self.runner.close()
        self.workplace.database.close()

    def go(self, place: str) -> Page:
        self.frame.open_place(place)
        self.settle()
        page = self.frame.page()
        assert page is not None
        return page

    def settle(self) -> None:
        """Wait until nothing is being done, and the keyboard is where a person would find it."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.runner.is_busy())
        QApplication.processEvents()
        self.qtbot.waitUntil(self._has_keyboard)

    def _has_keyboard(self) -> bool:
        """Tell whether the display gave the keyboard to what stands in front: it does so in its own time."""
        return (QApplication.activeModalWidget() or self.frame).isActiveWindow()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.frame, key, modifiers)
        self.settle()

    def give_out(self, button: QWidget, path: Path) -> None:
        """Save the list on show as a workbook, by the keyboard."""
        button.setFocus()
        self.press(Qt.Key.Key_Return)
        self.settle()
        self.press(Qt.Key.Key_Return)
        self.type_path(path)

    def choose_in_row(self, choice: CellChoice, word: str) -> None:
        """Open the list of the row in hand with Enter, and choose a word of it, as a clerk does."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.frame, Qt.Key.Key_Return)
        shown = choice.view()
        self.qtbot.waitUntil(shown.isVisible)
        words = [choice.itemText(number) for number in range(choice.count())]
        self.qtbot.keyClick(shown, Qt.Key.Key_Home)
        for _ in range(words.index(word)):
            self.qtbot.keyClick(shown, Qt.Key.Key_Down)
        self.qtbot.keyClick(shown, Qt.Key.Key_Return)
        self.settle()

    def told(self) -> str:
        return self.frame.message_bar.text()

    def dialog(self) -> QDialog:
        """Return the dialog that stands over the window."""
        self.qtbot.waitUntil(lambda: _dialog() is not None)
        found = _dialog()
        assert found is not None
        assert found.height() <= 520
        return found

    def press_in(
        self, dialog: QDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, *, stays: bool = False
    ) -> None:
        """Press a key in a dialog, and wait until it is gone, or until it has answered and stays."""
        self.qtbot.keyClick(dialog.focusWidget() or dialog, key, modifiers)
        self.qtbot.waitUntil(lambda: not self.runner.is_busy())
        self.qtbot.waitUntil(lambda: (_dialog() is dialog) is stays)
        self.settle()

    def type_path(self, path: Path) -> None:
        """Type a path into the chooser that stands over the window, and press Enter."""
        chooser = self.dialog()
        box = chooser.findChild(QLineEdit, "fileNameEdit")
        assert box is not None
        # A chooser that is still reading its folder may put another name there: then it is typed again.
        while box.text() != str(path):
            box.setFocus()
            box.selectAll()
            type_text(box, str(path))
            self.qtbot.wait(50)
        self.press_in(chooser, Qt.Key.Key_Return)


def _dialog() -> QDialog | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QDialog) and found.isVisible() else None


def texts(parent: QWidget) -> list[str]:
    labels = parent.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]
