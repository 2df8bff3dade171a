"""An icon that stands by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import icons, style


class IconView(QWidget):
    """A Phosphor icon at one of the sizes of the look, painted so that it is sharp at any scale.

    Args:
        name: Phosphor name.
        colour: name of a colour token.
        size: name of a size token: icon or icon_large.
        parent: the widget it stands in.
    """

    def __init__(self, name: str, colour: str, size: str = "icon", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icons.icon(name, colour)
        self.setFixedSize(style.size(size), style.size(size))
        # A picture beside its word would be read out twice.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon at the same size."""
        self._icon = icons.icon(name, colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
