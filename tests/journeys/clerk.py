"""A clerk before the whole program: keys go where the focus is, files are typed into their choosers."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.services.today.board import board
from tests.offices.hands import CTRL, Hands
from tests.offices.patience import LONG
from tests.offices.waiting import pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.exchange.keys import OfficeKeys
    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.app import Desktop

    Answer = Callable[[QWidget], None]

HAMLET = "Thôn Nà Ếch"
_FARTHEST = 60  # presses of a key


class Clerk(Hands):
    """Works the windows of a running program.

    Args:
        qtbot: waits, always within bounds.
        desktop: the program.
    """

    def __init__(self, qtbot: QtBot, desktop: Desktop) -> None:
        self.qtbot, self.desktop = qtbot, desktop
        self._left = False

    def settle(self) -> None:
        """Wait until nothing is being done in the background."""
        for _ in range(2):
            pause(20)
            self.until(lambda: not self.desktop.runner.is_busy())

    def until(self, true: Callable[[], object], *, most: int = LONG) -> None:
        """Wait for something, for as long as a slow computer may take."""
        self.qtbot.waitUntil(lambda: bool(true()), timeout=most)

    def page(self) -> Any:
        """Return the page on show, with what its kind has."""
        window: Any = self.desktop.window
        page = window.page()
        assert page is not None
        return page

    def step(self, key: str) -> Any:
        """Return the step of an election on show, which has to be this one."""
        self.until(lambda: self.page().step() is not None)
        self.settle()
        step = self.page().step()
        assert step.key == key
        return step

    def leave(self) -> None:
        """Close the program as its window's button does."""
        if not self._left:
            self._left = True
            assert self.desktop.window is not None
            self.desktop.window.close()
            self.desktop.end()

    def place(self, number: Qt.Key) -> None:
        """Go to a place of the rail."""
        self.press(number, CTRL)

    def go_to(self, name: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Press Tab, or another key, until what has the focus is called so."""
        passed: list[str] = []
        for _ in range(_FARTHEST):
            passed.append(called(self.focus()))
            if passed[-1] == name:
                return
            self.press(key)
        message = f"{key} never comes to {name}: {passed}"
        raise AssertionError(message)

    def said(self) -> str:
        """Return the words on show."""
        window = QApplication.activeModalWidget() or self.desktop.window
        assert window is not None
        return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())

    @contextmanager
    def answering(self, *answers: Answer) -> Iterator[None]:
        """Answer the dialogs that stop the program meanwhile, one after another; each has to come."""
        waiting, seen = list(answers), [QApplication.activeModalWidget()]
        looking = QTimer(interval=40)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if waiting and dialog not in seen and dialog is not None and dialog.isActiveWindow():
                seen.append(dialog)
                waiting.pop(0)(dialog)

        looking.timeout.connect(look)
        looking.start()
        try:
            yield
            self.until(lambda: not waiting)
        finally:
            looking.stop()
        self.settle()


@dataclass
class Day:
    """Who works, the program, the clock, and where files lie."""

    clerk: Clerk
    desktop: Desktop
    clock: TrainingClock
    files: Path

    @property
    def window(self) -> Any:
        """The window on show, with what its kind has."""
        return self.desktop.window

    @property
    def page(self) -> Any:
        """The page on show, with what its kind has."""
        return self.clerk.page()

    @property
    def office(self) -> Workplace:
        """The open office, for looking only."""
        assert self.desktop.session is not None
        return self.desktop.session.workplace

    @property
    def keys(self) -> OfficeKeys:
        assert self.desktop.session is not None
        return self.desktop.session.keys

    @property
    def code(self) -> str:
        """The election of the hamlet that the day is about."""
        [row] = [row for row in board(self.office).rows if row.hamlet == HAMLET]
        assert row.election is not None
        return row.election


def called(widget: QWidget) -> str:
    """Return what a screen reader would call a widget."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words
