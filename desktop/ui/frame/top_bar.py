"""The bar at the top: the office, election day, last backup, what waits above, and the search box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, key_cap

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from desktop.ui.frame.desk import Desk


_EDGES = 6  # pixels of edge and margin around what the search box says


@dataclass(frozen=True, slots=True)
class _Fact:
    icon: str
    caption: str
    shorter: str
    text: str | None
    waits: bool = False


class TopBar(QWidget):
    """What the clerk should know on every page.

    Args:
        desk: the office; a fact that isn't known says so and is never made up.
        parent: the frame.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(style.size("bar_height"))
        self.search = SearchBox(self)
        self._told: list[QWidget] = []
        self._words: list[tuple[ElidedLabel, ElidedLabel]] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(style.size("page_side"), 0, style.size("page_side"), 1)
        self.set_desk(desk)
        row.addStretch(1)
        # Of the room that is left the box takes all up to its width, and it gives way before any fact does.
        row.addWidget(self.search, 100)

    def set_desk(self, desk: Desk) -> None:
        """Tell what is known of the office now."""
        for part in self._told:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        office = _lines(
            ElidedLabel(desk.commune or self.tr("Chưa mở cơ sở dữ liệu"), "name"),
            ElidedLabel(desk.superior or self.tr("chưa chọn đơn vị"), "caption"),
        )
        self._words = []
        self._told = [office, *(self._fact(fact) for fact in self._facts(desk))]
        for place, part in enumerate(self._told):
            self._row.insertWidget(place, part)
        self._shorten()

    def room_of_facts(self) -> tuple[int, int]:
        """Return from where to where the facts may stand: between the office's name and the search box."""
        name = self._told[0]
        left = name.x() + name.width() + style.size("page_side")
        return left, self.search.x() - style.size("page_top")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the facts stand closer where the bar is short, as on a small screen at 125 %."""
        super().resizeEvent(event)
        short = self.width() < style.size("bar_short")
        self._row.setSpacing(style.size("column_gap" if short else "fact_gap"))
        self._shorten()

    def event(self, event: QEvent) -> bool:
        """Look anew when a fact says something else, or got its face."""
        done = super().event(event)
        # One that is just being let go has lost its attributes, and still hears of its layout.
        if event.type() == QEvent.Type.LayoutRequest and "_words" in self.__dict__:
            self._shorten()
        return done

    def _shorten(self) -> None:
        """Say less of each fact where not all of them have room: a date is said whole or not at all."""
        edges = self._row.contentsMargins()
        needed = sum(part.sizeHint().width() for part in (*self._told, self.search))
        needed += self._row.spacing() * (len(self._told) + 1) + edges.left() + edges.right()
        for words in self._words:
            needed += max(word.whole_width() for word in words) - max(
                word.sizeHint().width() for word in words
            )
        for words in self._words:
            for word in words:
                word.set_short(short=needed > self.width())

    def _facts(self, desk: Desk) -> tuple[_Fact, ...]:
        receiving = desk.role == "receiving"
        day = self.tr("Ngày đại hội") if desk.of_congress else self.tr("Ngày bầu cử")
        return (
            _Fact(
                "clock" if receiving else "calendar-blank",
                self.tr("Hạn gần nhất") if receiving else day,
                "",
                desk.days_text,
            ),
            # The tick in the cloud would promise a backup that isn't there.
            _Fact(
                "cloud-check" if desk.backup_text else "cloud",
                self.tr("Sao lưu gần nhất"),
                self.tr("Sao lưu"),
                desk.backup_text,
                desk.backup_waits,
            ),
            _Fact(
                "tray" if receiving else "envelope-simple",
                self.tr("Hộp nhận") if receiving else self.tr("Cấp trên"),
                "",
                desk.outbox_text,
                desk.outbox_waits,
            ),
        )

    def _fact(self, fact: _Fact) -> QWidget:
        value = ElidedLabel("", "value")
        value.say(fact.text or self.tr("Chưa rõ"), (fact.text or "").partition(",")[0])
        caption = ElidedLabel("", "caption")
        caption.say(fact.caption, fact.shorter)
        self._words.append((value, caption))
        value.setProperty("state", "waiting" if fact.waits else "known" if fact.text else "unknown")
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("icon_gap"))
        row.addWidget(IconView(fact.icon, "amber" if fact.waits else "ink_2", "icon", made))
        row.addWidget(_lines(caption, value))
        return made


class SearchBox(QLineEdit):
    """Where a search begins: a click, Enter or the first letter opens its panel.

    ``asked`` carries that letter.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setReadOnly(True)
        self.setFixedHeight(style.size("input"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(style.size("search_width"))
        self._words, self._short = self.tr("Tìm thôn, hộ, cử tri, giấy tờ"), self.tr("Tìm mọi thứ")
        self.setAccessibleName(self.tr("Tìm kiếm"))
        self._glass = IconView("magnifying-glass", "ink_2", "icon", self)
        self._key = key_cap("Ctrl+K", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the search."""
        super().mousePressEvent(event)
        self.asked.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the search with Enter, the space bar or the first letter."""
        letter = event.text().strip()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or letter.isalnum():
            self.asked.emit(letter if letter.isalnum() else "")
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the glass: with large text on a small screen the facts come first."""
        return QSize(style.size("input"), style.size("input"))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the box never gets shorter."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass at the left and the key at the right, or drop the key, then the words."""
        super().resizeEvent(event)
        self._say()
        self._glass.move(6, (self.height() - self._glass.height()) // 2)
        cap = self._key.sizeHint()
        self._key.setGeometry(
            self.width() - cap.width() - style.size("grid"),
            (self.height() - cap.height()) // 2,
            cap.width(),
            cap.height(),
        )

    def _say(self) -> None:
        """Say what can be found and by which key, where both have room; else that one can search here."""
        metrics, gap = self.fontMetrics(), style.size("grid")
        room = self.width() - style.size("input") - gap - _EDGES
        key = self._key.sizeHint().width() + gap
        said = next(
            (word for word in (self._words, self._short) if metrics.horizontalAdvance(word) < room), ""
        )
        self.setPlaceholderText(said)
        self._key.setVisible(bool(said) and metrics.horizontalAdvance(said) + key < room)


def _lines(upper: ElidedLabel, lower: ElidedLabel) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch()
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch()
    return made
