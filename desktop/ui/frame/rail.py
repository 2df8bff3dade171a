"""The rail at the left: the places of the desk, and who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop.ui.frame.desk import Desk
    from desktop.ui.frame.rail_places import RailPlace

# Focus that came with one of these was not asked for by a key: no ring then.
_SILENT = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class RailEntry(QAbstractButton):
    """One place: icon, word, and the marks of being current, pointed at or in focus.

    Args:
        place: what it opens.
        shortcut: the key that jumps to it, shown in the tool tip.
        parent: the rail.
    """

    def __init__(self, place: RailPlace, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._line = icons.icon(place.icon, "ink_2")
        self._fill = icons.icon(f"{place.icon}-fill", "accent")
        self._ring = False
        self.setText(place.word)
        self.setToolTip(shortcut)
        self.setAccessibleName(place.word)
        self.setAccessibleDescription(shortcut)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the fixed size of an entry."""
        return QSize(style.size("rail_width") - 1, style.size("rail_item"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where the keyboard brought the focus."""
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._ring = False
        elif event.reason() not in _SILENT:
            self._ring = True
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint for the pointer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the bar at its left edge, icon, word and ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = style.size("radius")
        box = QRectF(8.5, 2.5, self.width() - 17, self.height() - 5)
        if self.isChecked():
            painter.setPen(style.colour("line"))
            painter.setBrush(style.colour("page"))
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawRoundedRect(QRectF(9, 10, 3, self.height() - 20), 1, 1)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("grey_soft"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() and self._ring:
            painter.setPen(QPen(style.colour("accent"), style.size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 1, radius - 1)
        self._content(painter)
        painter.end()

    def _content(self, painter: QPainter) -> None:
        side = style.size("icon")
        glyph = QRect(style.size("rail_icon_x"), (self.height() - side) // 2, side, side)
        (self._fill if self.isChecked() else self._line).paint(painter, glyph)
        painter.setFont(style.font("body", "semibold" if self.isChecked() else "regular"))
        painter.setPen(style.colour("accent" if self.isChecked() else "ink"))
        words = self.rect().adjusted(style.size("rail_label_x"), 0, -style.size("grid"), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())


class Rail(QWidget):
    """The places under the program's name, with the clerk at the foot.

    Up and down choose the next place, Tab leaves the rail. ``chosen`` carries the key of a place.

    Args:
        desk: who works here.
        places: what stands in the rail, in order.
        parent: the frame.
    """

    chosen = Signal(str)
    help_asked = Signal()

    def __init__(self, desk: Desk, places: tuple[RailPlace, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Các mục"))
        self.setFixedWidth(style.size("rail_width"))
        self.entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        for number, place in enumerate(places, start=1):
            entry = RailEntry(place, f"Ctrl+{number % 10}", self)
            entry.toggled.connect(lambda on, key=place.key: self.chosen.emit(key) if on else None)
            self._group.addButton(entry)
            self.entries[place.key] = entry
            column.addWidget(entry)
        column.addStretch()
        column.addWidget(self._foot(desk))

    def choose(self, key: str) -> None:
        """Make a place the current one and give its entry the focus."""
        entry = self.entries[key]
        entry.setChecked(True)
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(style.size("rail_head"))
        row = QHBoxLayout(head)
        row.setContentsMargins(style.size("page_top"), 0, style.size("page_top"), style.size("inner"))
        row.setSpacing(style.size("icon_gap"))
        row.addWidget(IconView("check-square-offset", "accent", "icon_large", head))
        row.addWidget(label(self.tr("Hòm Phiếu"), "headline", head))
        row.addStretch()
        return head

    def _foot(self, desk: Desk) -> QWidget:
        foot = QWidget(self)
        foot.setObjectName("railFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(style.size("bar_height") + 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(ElidedLabel(desk.clerk_name or self.tr("Chưa đăng nhập"), "small", foot))
        names.addWidget(ElidedLabel(desk.clerk_office or self.tr("chưa mở dữ liệu"), "caption", foot))
        names.addStretch()
        help_key = QPushButton("F1", foot)
        help_key.setProperty("kind", "key")
        help_key.setAccessibleName(self.tr("Trợ giúp"))
        help_key.setToolTip(self.tr("Trợ giúp: các phím dùng được"))
        help_key.clicked.connect(self.help_asked)
        row = QHBoxLayout(foot)
        row.setContentsMargins(style.size("page_top"), 1, style.size("grid"), 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(IconView("user-circle", "ink_2", "icon_large", foot))
        row.addLayout(names, 1)
        row.addWidget(help_key)
        return foot
