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
        control = event if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control else None
        let_go = control is not None and event.type() == QEvent.Type.KeyRelease
        if let_go or event.type() == QEvent.Type.ApplicationStateChange:
            self.question = self.page = False
            _application().removeEventFilter(self)
        elif control is not None and event.type() == QEvent.Type.KeyPress and not control.isAutoRepeat():
            self.page = False  # pressed anew: that it was let go was told elsewhere, as to a dialog of files
        return super().eventFilter(watched, event)


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
