"""A dialog that nobody answers is closed, so that its test fails instead of standing still for ever."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 90  # seconds: longer than a test waits for anything


class Unanswered:
    """Looks after the dialogs of one test; ``titles`` of those that stood too long."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self._standing: QWidget | None = None
        self._seconds = 0
        self._timer = QTimer(interval=1000)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._seconds = self._seconds + 1 if dialog is self._standing else 0
        self._standing = dialog
        if dialog is not None and self._seconds >= _PATIENCE:
            self.titles.append(dialog.windowTitle())
            self._seconds = 0
            dialog.close()
