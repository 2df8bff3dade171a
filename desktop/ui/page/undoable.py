"""Changes that are told once they are made, each with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Submit, submitting
from desktop.ui.page.ways import Way


class Undoable(QObject):
    """Makes the changes that a view asks for, by its questions and by its buttons.

    Signals:
        made: what a use case gave that was asked by a question, such as the key of a new row.
        changed: something was made or taken back; what is on show is no longer so.

    Args:
        context: the open office and the runner.
        parent: the view, over whose window questions stand.
    """

    made = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent

    def window(self) -> QWidget:
        """Return the window that questions stand over."""
        return self._parent.window()

    def submit(self, work: Callable[[Any], Any], said: str, back: Callable[[Any], Any] | None) -> Submit:
        """Return what hands an answer to a use case, and says what came of it.

        Args:
            work: is given the answer, in the background.
            said: what was done.
            back: is given what ``work`` gave, and takes it back; None where there is no way back.
        """

        def after(result: Any) -> None:
            self.made.emit(result)
            self._tell(said, result, back)

        return submitting(self._context, work, after)

    def do(self, work: Callable[[], Any], said: str, back: Callable[[Any], Any] | None = None) -> None:
        """Change something without a question; arguments as for ``submit``."""
        self._context.do(lambda _: work(), done=lambda result: self._tell(said, result, back))

    def _tell(self, said: str, result: Any, back: Callable[[Any], Any] | None) -> None:
        self.changed.emit()
        if back is None:
            self._context.told.emit(said, "done")
            return
        way = Way(self.tr("Hoàn tác"), lambda: self.do(lambda: back(result), self.tr("Đã hoàn tác.")))
        self._context.offered.emit(said, "done", way)
