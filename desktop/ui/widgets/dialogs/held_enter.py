"""Ctrl+Enter pressed again in haste, after a question or a step: while Ctrl is held it is for no page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent


class _Watch(QObject):
    """Waits for Ctrl to be let go, or for the window of another program."""

    held = False

    def begin(self) -> None:
        """Watch from here on; who watches all the time slows every event down."""
        if not self.held:
            self.held = True
            _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys on their way."""
        let_go = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control
        if event.type() == QEvent.Type.ApplicationStateChange or (
            let_go and event.type() == QEvent.Type.KeyRelease
        ):
            self.held = False
            _application().removeEventFilter(self)
        return super().eventFilter(watched, event)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise AssertionError("no key is pressed without an application")
    return application


_watch: list[_Watch] = []


def hold_enter() -> None:
    """Remember that Ctrl+Enter was heard, until Ctrl is let go."""
    if not _watch:
        _watch.append(_Watch())
    _watch[0].begin()


def is_held() -> bool:
    """Tell whether Ctrl is held still since then."""
    return bool(_watch) and _watch[0].held
