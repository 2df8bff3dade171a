"""Areas that scroll where room is short, follow the keyboard, and take no more than their content needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets import style


def bring_into_view(widget: QWidget) -> None:
    """Scroll every area that a widget stands in until the whole of it is seen."""
    margin, around = style.size("grid"), widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, margin, margin)
        around = around.parentWidget()


def begin_with(widget: QWidget) -> None:
    """Scroll the area that a widget stands in until the widget is the first thing seen there."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    content = around.widget() if isinstance(around, QScrollArea) else None
    if isinstance(around, QScrollArea) and content is not None:
        around.verticalScrollBar().setValue(widget.mapTo(content, QPoint(0, 0)).y())


class Scrolling(QScrollArea):
    """An area whose content is as wide as it; what takes the keyboard is brought into view.

    Args:
        parent: what it stands in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grows = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def setWidget(self, widget: QWidget) -> None:
        """Take the content, and learn when it asks for other room."""
        super().setWidget(widget)
        widget.installEventFilter(self)

    def set_grows(self, *, grows: bool) -> None:
        """Be as high as the content, for what is around it scrolls; or scroll by itself."""
        self._grows = grows
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for all that the content needs, where the area grows."""
        least = super().minimumSizeHint()
        content = self.widget()
        layout = content.layout() if content is not None else None
        if not self._grows or layout is None:
            return least
        wraps = layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(self.width()) if wraps else layout.totalSizeHint().height()
        return QSize(layout.totalMinimumSize().width(), high + 2 * self.frameWidth())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew for room when the content changes."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew for room at another width, where words break elsewhere."""
        super().resizeEvent(event)
        if self._grows and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            margin = style.size("grid")
            self.ensureWidgetVisible(now, margin, margin)


class Fitted(Scrolling):
    """An area as high as its content, or as what is left for it; it never scrolls sideways.

    Attributes:
        column: where the content goes, one under the other.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inner = QWidget(self)
        inner.setProperty("kind", "plain")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.size("grid"))
        self.setWidget(inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew whether there is anything to scroll when the content changes."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._offer_bar()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether there is anything to scroll in another room."""
        super().resizeEvent(event)
        self._offer_bar()

    def needed(self, width: int) -> int:
        """Return the height that the content needs at a width."""
        self.column.invalidate()
        return self._high(width)

    def _offer_bar(self) -> None:
        """Take the bar away where all has room without it: it narrows the words, and would keep itself."""
        policy = Qt.ScrollBarPolicy
        if self.verticalScrollBarPolicy() == policy.ScrollBarAlwaysOn:
            return
        fits = self._high(self.width()) <= self.height()
        wanted = policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def _high(self, width: int) -> int:
        if self.column.hasHeightForWidth():
            return max(self.column.totalHeightForWidth(width), self.column.totalMinimumSize().height())
        return self.column.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Ask for all that the content needs."""
        return QSize(self.column.totalSizeHint().width(), self.needed(self._room()))

    def minimumSizeHint(self) -> QSize:
        """Ask for two lines at least; the rest scrolls."""
        least = 2 * style.size("input")
        return QSize(
            min(self.column.totalMinimumSize().width(), least), min(self.needed(self._room()), least)
        )

    def _room(self) -> int:
        always = self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        return self.width() - (self.verticalScrollBar().sizeHint().width() if always else 0)


class Fade(QWidget):
    """The lower edge of an area that goes on beneath: it fades into the page until all of it was seen.

    Args:
        area: what scrolls; the fade lies on it and lets the pointer through.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._place)
        bar.rangeChanged.connect(self._place)
        area.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw from nothing to the colour of the page."""
        del event
        painter = QPainter(self)
        fade = QLinearGradient(0, 0, 0, self.height())
        page, clear = style.colour("page"), style.colour("page")
        clear.setAlpha(0)
        fade.setColorAt(0, clear)
        fade.setColorAt(1, page)
        painter.fillRect(self.rect(), fade)
        painter.end()

    def _place(self) -> None:
        bar, seen = self._area.verticalScrollBar(), self._area.viewport().geometry()
        high = style.size("fade")
        self.setGeometry(seen.left(), seen.bottom() + 1 - high, seen.width(), high)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
