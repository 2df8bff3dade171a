"""A person at the keyboard: presses keys where the focus is, and answers dialogs as they come."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.ui.hamlet_head.page import ElectionPage
from tests.offices.patience import LONG
from tests.offices.typing import type_text
from tests.offices.waiting import pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame
    from desktop.ui.page.page import Page
    from desktop.ui.page.runner import Runner
    from desktop.ui.page.step import Step

P = TypeVar("P", bound="Page")
S = TypeVar("S", bound="Step")

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Works a frame with the keyboard alone."""

    def __init__(self, qtbot: QtBot, frame: Frame) -> None:
        self.qtbot, self.frame = qtbot, frame

    def settle(self) -> None:
        """Wait until nothing is being done in the background."""
        assert self.frame.context is not None
        settle(self.qtbot, self.frame.context.runner)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def primary(self) -> None:
        """Press Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Type a text: figures as keys, words as an input method commits them."""
        if text.isascii():
            for letter in text:
                QTest.keyClick(self.focus(), letter)
        else:
            for letter in text:
                type_text(self.focus(), letter)  # the first one opens the box of a cell

    def fill(self, *texts: str) -> None:
        """Type texts, Enter after each."""
        for text in texts:
            self.type(text)
            self.enter()

    def focus(self) -> QWidget:
        """Return the widget that has the keyboard."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def dialog(self) -> QWidget:
        """Return the dialog that is open."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        found = QApplication.activeModalWidget()
        assert found is not None
        return found

    def when_asked(self, *answers: Callable[[QWidget], None], over: QWidget | None = None) -> None:
        """Answer dialogs that stop the program, one after another, as they open before long.

        ``over`` stands open already, and isn't one of them.
        """
        when_asked(*answers, over=over)


def settle(qtbot: QtBot, runner: Runner) -> None:
    """Wait until nothing is being done in the background."""
    for _ in range(2):
        pause(20)
        qtbot.waitUntil(lambda: not runner.is_busy())


def page_of(frame: Frame, kind: type[P]) -> P:
    """Return the page on show, which is of that kind."""
    page = frame.page()
    assert isinstance(page, kind), page
    return page


def step_of(frame: Frame, kind: type[S]) -> S:
    """Return the step of an election on show, which is of that kind."""
    step = page_of(frame, ElectionPage).step()
    assert isinstance(step, kind), step
    return step


def when_asked(*answers: Callable[[QWidget], None], over: QWidget | None = None) -> None:
    """Answer dialogs that stop the program, one after another, as they open before long.

    ``over`` stands open already, and isn't one of them.
    """
    waiting = list(answers)
    until = monotonic() + LONG / 1000  # a later test's dialogs are none of this one's
    seen: list[QWidget] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog not in (None, over) and dialog not in seen and dialog.isVisible():
            seen.append(dialog)
            QTimer.singleShot(60, lambda: waiting.pop(0)(dialog))
        if len(seen) < len(answers) and monotonic() < until:
            QTimer.singleShot(40, look)

    QTimer.singleShot(40, look)


def agree(dialog: QWidget) -> None:
    """Press Ctrl+Enter in a dialog."""
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, CTRL)


def file_named(path: object) -> Callable[[QWidget], None]:
    """Return the answer that types a path over what a file chooser offers, and presses Enter.

    A chooser that is still reading its folder may put another name there: then it is typed again.
    """

    def answer(dialog: QWidget, tries: int = 20) -> None:
        if not isValid(dialog) or not dialog.isVisible():
            return
        box = dialog.findChild(QLineEdit, "fileNameEdit")
        assert box is not None
        QTest.keyClick(box, Qt.Key.Key_A, CTRL)
        type_text(box, str(path))
        if tries:
            QTimer.singleShot(1000, lambda: answer(dialog, tries - 1))
        QTest.keyClick(box, Qt.Key.Key_Return)

    return answer
