"""Ctrl+Enter pressed again in haste: while Ctrl is held, it is neither for a page nor for a new question."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent


class _Watch(QObject):
    """Waits for Ctrl to be let go, or for the window of another program.

    Attributes:
        question: whether a question heard Ctrl+Enter since.
        page: whether a page did.
    """

    question = page = False

    def begin(self) -> None:
        """Watch from here on; who watches all the time slows every event down."""
        if not (self.question or self.page):
            _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys on their way."""
        if event.type() == QEvent.Type.ApplicationStateChange or _is_let_go(event):
            self.question = self.page = False
            _application().removeEventFilter(self)
        return super().eventFilter(watched, event)


def _is_let_go(event: QEvent) -> bool:
    """Tell whether Ctrl goes up, or down anew: that it went up was told elsewhere, as to a file dialog."""
    if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Control or event.isAutoRepeat():
        return False
    return event.type() in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise AssertionError("no key is pressed without an application")
    return application


_watch: list[_Watch] = []


def _watching() -> _Watch:
    if not _watch:
        _watch.append(_Watch())
    _watch[0].begin()
    return _watch[0]


def hold_enter() -> None:
    """Remember that a question heard Ctrl+Enter, until Ctrl is let go."""
    _watching().question = True


def is_held() -> bool:
    """Tell whether Ctrl is held still since then: a page doesn't hear it."""
    return bool(_watch) and _watch[0].question


def hold_enter_of_page() -> None:
    """Remember that a page heard Ctrl+Enter, until Ctrl is let go."""
    _watching().page = True


def is_held_since_page() -> bool:
    """Tell whether Ctrl is held still since then: what it opened, and nobody read, isn't agreed to."""
    return bool(_watch) and _watch[0].page
