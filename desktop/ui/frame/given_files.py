"""Files that come from outside: as arguments, by "Open with", or dropped onto the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from desktop.ui.frame.message_bar import MessageBar

_LATER_MS = 300


class TakesFiles(Protocol):
    """A window that files can be given to."""

    @property
    def message_bar(self) -> MessageBar:
        """Where the window says what it does with them."""

    def take_file(self, file: Path) -> bool:
        """Open a file in the place that takes its kind; False where this window can't yet."""


class GivenFiles(QObject):
    """Opens files one after the other: each waits for an open office, and for dialogs to be answered.

    Args:
        window: gives the window on show.
        parent: the program.
    """

    def __init__(self, window: Callable[[], TakesFiles | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._waiting: list[Path] = []
        self._timer = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._timer.timeout.connect(self.go_on)

    def open(self, files: Sequence[Path]) -> None:
        """Open files as soon as it can be done."""
        self._waiting.extend(files)
        if files:
            self.go_on()

    def tell(self, sentence: str) -> None:
        """Say a sentence in the window on show."""
        window = self._window()
        if window is not None:
            window.message_bar.tell(sentence, "attention")

    def go_on(self) -> None:
        """Open the next file, where one waits and the window on show can take it."""
        window = self._window()
        if not self._waiting or window is None:
            return
        if QApplication.activeModalWidget() is None and window.take_file(self._waiting[0]):
            self._waiting.pop(0)
        self._timer.start()


class FileDrops(QObject):
    """Takes files that are dropped onto a window.

    Args:
        open_files: is given them.
        parent: the program.
    """

    def __init__(self, open_files: Callable[[Sequence[Path]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_files = open_files

    def watch(self, window: QMainWindow) -> None:
        """Take what is dropped onto a window."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files of this computer, nothing else."""
        if isinstance(event, QDragEnterEvent | QDropEvent):
            files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if files and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    # What is dropped is opened once the drop is over: it may ask something.
                    QTimer.singleShot(0, self, lambda: self._open_files(files))
                return True
        return super().eventFilter(watched, event)
