"""Views of which one is on show; the others ask for no room, and stay as they were."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QWidget


class Views(QWidget):
    """A stack as large as what it shows: a view that isn't laid out for this window yet widens none.

    ``QStackedWidget`` would be as high as its highest view wherever words wrap: what it stands in asks its
    layout, which asks all of them.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = _ShownAlone(self)
        self._stack.currentChanged.connect(self._ask_anew)

    def addWidget(self, view: QWidget) -> int:
        """Add a view behind the others; the first is on show."""
        return self._stack.addWidget(view)

    def removeWidget(self, view: QWidget) -> None:
        """Take a view out; it stays its holder's to destroy."""
        self._stack.removeWidget(view)

    def setCurrentIndex(self, number: int) -> None:
        """Show a view by its number, from 0."""
        self._stack.setCurrentIndex(number)

    def setCurrentWidget(self, view: QWidget) -> None:
        """Show a view."""
        self._stack.setCurrentWidget(view)

    def currentIndex(self) -> int:
        """Return the number of the view on show, from 0; -1 where there is none."""
        return self._stack.currentIndex()

    def currentWidget(self) -> QWidget | None:
        """Return the view on show; None where there is none."""
        return self._stack.currentWidget()

    def indexOf(self, view: QWidget) -> int:
        """Return the number of a view, from 0; -1 where it is none of these."""
        return self._stack.indexOf(view)

    def _ask_anew(self) -> None:
        self._stack.invalidate()
        self.updateGeometry()


class _ShownAlone(QStackedLayout):
    """Asks the view on show for its room, and no other."""

    def sizeHint(self) -> QSize:
        """Return what the view on show asks for."""
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint().expandedTo(shown.minimumSize())

    def minimumSize(self) -> QSize:
        """Return what the view on show needs."""
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSize()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())

    def hasHeightForWidth(self) -> bool:
        """Say whether the height of the view on show follows its width."""
        shown = self.currentWidget()
        return shown is not None and shown.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the view on show at a width, in pixels."""
        shown = self.currentWidget()
        return super().heightForWidth(width) if shown is None else shown.heightForWidth(width)
