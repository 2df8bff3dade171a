"""The rail at the left: the places of the desk, and who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        self._narrow = False
        self._waiting = 0
        self._shortcut = shortcut
        self.setText(place.word)
        self.setToolTip(shortcut)
        self.setAccessibleName(place.word)
        self.setAccessibleDescription(shortcut)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, the word in the tool tip; or both."""
        self._narrow = narrow
        self.setToolTip(f"{self.place.word} ({self._shortcut})" if narrow else self._shortcut)
        self.updateGeometry()
        self.update()

    def set_waiting(self, count: int) -> None:
        """Say how many things wait for a person here; none takes the badge away."""
        if count != self._waiting:
            self._waiting = count
            waits = self.tr("{0} việc chờ").format(count)
            self.setAccessibleDescription(f"{waits}, {self._shortcut}" if count else self._shortcut)
            self.update()

    def waiting(self) -> int:
        """Return how many things wait here."""
        return self._waiting

    def sizeHint(self) -> QSize:
        """Return the size of an entry."""
        return QSize(style.size("rail_narrow" if self._narrow else "rail_width") - 1, style.size("rail_item"))

    def minimumSizeHint(self) -> QSize:
        """Return room for the icon, as beside a scroll bar, and for one line."""
        width = style.size("icon") + 2 * style.size("grid")
        return QSize(width, style.text_size("body") + 2 * style.size("grid"))

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
        left = (self.width() - side) // 2 if self._narrow else style.size("rail_icon_x")
        glyph = QRect(left, (self.height() - side) // 2, side, side)
        (self._fill if self.isChecked() else self._line).paint(painter, glyph)
        badge = self._badge()
        if self._waiting:
            self._draw_badge(painter, badge)
        if self._narrow:
            return
        painter.setFont(style.font("body", "semibold" if self.isChecked() else "regular"))
        painter.setPen(style.colour("accent" if self.isChecked() else "ink"))
        words = self.rect().adjusted(style.size("rail_label_x"), 0, -style.size("grid"), 0)
        if self._waiting:
            words.setRight(badge.left() - style.size("inner"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    def _badge(self) -> QRect:
        wide, high = style.size("badge_width"), style.size("badge_height")
        if self._narrow:
            return QRect(self.width() - wide - 2, 1, wide, min(high, self.height() // 2))
        return QRect(self.width() - wide - style.size("page_top"), (self.height() - high) // 2, wide, high)

    def _draw_badge(self, painter: QPainter, where: QRect) -> None:
        radius = style.size("radius_small")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("amber_soft"))
        painter.drawRoundedRect(where, radius, radius)
        painter.setFont(style.font("caption", "semibold"))
        painter.setPen(style.colour("amber"))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), str(min(self._waiting, 99)))


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
        self._narrow: bool | None = None
        self.entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = self._make_head()
        column.addWidget(self._head)
        holder = QWidget(self)
        holder.setProperty("kind", "plain")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for number, place in enumerate(places, start=1):
            entry = RailEntry(place, f"Ctrl+{number % 10}", holder)
            entry.toggled.connect(lambda on, key=place.key: self.chosen.emit(key) if on else None)
            self._group.addButton(entry)
            self.entries[place.key] = entry
            inside.addWidget(entry)
        inside.addStretch()
        # Where even low entries are too many, as with large text on a small screen, they scroll.
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setMinimumWidth(1)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(holder)
        column.addWidget(self._area, 1)
        self._foot(desk, column)
        self.set_narrow(narrow=False)
        self.set_waiting(dict(desk.waits))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, where the window has no room for the words; or both."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(style.size("rail_narrow" if narrow else "rail_width"))
        for part in self._worded:
            part.setVisible(not narrow)
        side = style.size("inner" if narrow else "page_top")
        self._foot_row.setContentsMargins(side, 1, side if narrow else style.size("grid"), 0)
        for entry in self.entries.values():
            entry.set_narrow(narrow=narrow)

    def set_waiting(self, waiting: Mapping[str, int]) -> None:
        """Say in a badge how many things wait for a person in some places; the others keep what they say."""
        for key in waiting.keys() & self.entries.keys():
            self.entries[key].set_waiting(waiting[key])

    def choose(self, key: str) -> None:
        """Make a place the current one and give its entry the focus."""
        entry = self.entries[key]
        entry.setChecked(True)
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(entry, 0, 0)

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(style.size("rail_head"))
        row = QHBoxLayout(head)
        row.setContentsMargins(style.size("page_top"), 0, style.size("page_top"), style.size("inner"))
        row.setSpacing(style.size("icon_gap"))
        row.addWidget(IconView("check-square-offset", "accent", "icon_large", head))
        row.addWidget(label(self.tr("Hòm Phiếu"), "headline", head))
        row.addStretch()
        self._worded: list[QWidget] = [head]
        return head

    def _foot(self, desk: Desk, column: QVBoxLayout) -> None:
        foot = QWidget(self)
        foot.setObjectName("railFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(style.size("bar_height") + 1)
        named = QWidget(foot)
        names = QVBoxLayout(named)
        names.setContentsMargins(0, 0, 0, 0)
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
        self._foot_row = row = QHBoxLayout(foot)
        row.setSpacing(style.size("grid"))
        person = IconView("user-circle", "ink_2", "icon_large", foot)
        row.addWidget(person)
        row.addWidget(named, 1)
        row.addWidget(help_key)
        self._worded += [named, person]
        column.addWidget(foot)
