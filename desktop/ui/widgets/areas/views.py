"""Views of which one is on show; the others ask for no room, and stay as they were."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Views(QStackedWidget):
    """A stack as large as what it shows: a view that isn't laid out for this window yet widens none.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return what the view on show asks for."""
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say whether the height of the view on show follows its width."""
        shown = self.currentWidget()
        return shown is not None and shown.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the view on show; the others ask for none."""
        shown = self.currentWidget()
        return super().heightForWidth(width) if shown is None else shown.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return what the view on show needs."""
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())
