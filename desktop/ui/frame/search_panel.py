"""Ctrl+K: finds anything the office keeps while one types, and opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.services.search.found import Findings, Found, Group, findings
from desktop.ui.frame.further_places import further_places
from desktop.ui.frame.pages import has_page
from desktop.ui.frame.search_rows import SearchRows
from desktop.ui.widgets import style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, key_cap, label

if TYPE_CHECKING:
    from desktop.ui.frame.rail_places import RailPlace
    from desktop.ui.page.page import Context

_PAUSE = 120  # milliseconds without another letter
_SCRIM = 0.28
SUBJECTS = (
    *("office", "backup", "passphrase", "operators", "keys", "display", "printer"),
    *("retention", "log"),
)
"""What the settings are asked for by, as their page names it."""


class SearchPanel(QWidget):
    """A panel over the whole window but its training strip; what lies beneath is dimmed.

    Args:
        context: the open office, the runner and the way to the places.
        places: those of the rail.
        over: what the panel lies on.
        top: how far from its top the dimming begins, in pixels: below the training strip.
    """

    def __init__(self, context: Context, places: Sequence[RailPlace], over: QWidget, top: int) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._top = top
        self._left = 0
        self._before: QWidget | None = None
        self._places = _places(self, places)
        self._on_rail = frozenset(place.key for place in places)
        self._stock: tuple[Found, ...] | None = None
        self._asked = 0
        self._enters = ""
        self._box = QLineEdit(self)
        self._box.setProperty("kind", "sought")
        self._box.setFixedHeight(style.size("search_input"))
        self._box.setPlaceholderText(self.tr("Tìm thôn, hộ, người, cuộc bầu, giấy tờ, việc cần làm"))
        self._box.setAccessibleName(self.tr("Tìm mọi thứ"))
        self._said = label("", "caption", self._box)
        self.rows = SearchRows({place.key: place.word for place in places}, self)
        self._none = label("", "sentence", self)
        self._none.setWordWrap(True)
        self._panel = QFrame(self)
        self._panel.setProperty("kind", "search_panel")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self._box.textChanged.connect(lambda _: self._pause.start())
        self._box.installEventFilter(self)
        self.rows.chosen.connect(lambda found: self._go(found.place, found.argument))
        over.installEventFilter(self)
        self.hide()

    def open(self, left: int, before: QWidget | None, typed: str = "") -> None:
        """Appear, and take the keyboard.

        Args:
            left: where the pages begin, in whose middle the panel stands.
            before: what had the keyboard, and gets it back.
            typed: what was typed already.
        """
        if not self.isVisible():
            self._left, self._before, self._stock = left, before, None
            self._box.setText(typed)
            self.rows.show_findings(Findings((), ()))
            self.setGeometry(self._over.rect().adjusted(0, self._top, 0, 0))
            self.show()
            self.raise_()
            self._search()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self._box.end(False)
        else:
            self._box.selectAll()

    def close_panel(self) -> None:
        """Vanish, and give the keyboard back."""
        self._pause.stop()
        self._asked += 1
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_answered(self) -> bool:
        """Tell whether what is on show belongs to what stands in the box."""
        return self._stock is not None and not self._pause.isActive()

    def enter(self, key: str = "open") -> None:
        """Open what is chosen, or with ``following`` the next thing to do with it."""
        if not self.is_answered():
            # What is on show belongs to fewer letters.
            self._enters = key
            self._search()
            return
        found = self.rows.current()
        if found is not None:
            following = found.following if key == "following" else None
            self._go(*(following or (found.place, found.argument)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through what was found from the box; cover the window as it changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect().adjusted(0, self._top, 0, 0))
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Vanish where somebody clicks beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies beneath."""
        del event
        painter = QPainter(self)
        scrim = QColor(style.colour("ink"))
        scrim.setAlphaF(_SCRIM)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel in the middle of the pages."""
        super().resizeEvent(event)
        self._place()

    def _pressed(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        groups = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.rows.step(steps[key])
        elif key in groups:
            self.rows.next_group(groups[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter("following" if event.modifiers() & Qt.KeyboardModifier.ControlModifier else "open")
        else:
            return False
        return True

    def _search(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, query, workplace = self._asked, self._box.text(), self._context.workplace
        known, places = self._stock, (*self._places, *self._further())

        def look() -> tuple[tuple[Found, ...], Findings]:
            # Loaded here: papers, packages and the board would keep the window waiting.
            from desktop.services.search.people import people_found  # noqa: PLC0415
            from desktop.services.search.stock import stock  # noqa: PLC0415

            every = stock(workplace) if known is None else known
            return every, findings((*every, *places), query, people_found(workplace, query))

        def show(answer: tuple[tuple[Found, ...], Findings]) -> None:
            if asked == self._asked:
                self._stock = answer[0]
                self._show(answer[1], query)

        self._context.ask(look, show)

    def _further(self) -> tuple[Found, ...]:
        """Return the further views of the places that are on this rail."""
        return tuple(one for one in further_places(self._context.workplace) if one.place in self._on_rail)

    def _show(self, found: Findings, query: str) -> None:
        self.rows.show_findings(found)
        self.rows.setVisible(bool(found.count))
        self._none.setVisible(not found.count)
        self._none.setText(
            self.tr("Không có gì khớp với “{0}”. Thử ít chữ hơn, hoặc một phần của tên.").format(
                query.strip()
            )
        )
        self._said.setText(
            self.tr("{0} kết quả, gõ không dấu cũng được").format(found.count) if found.words else ""
        )
        self._place()
        enters, self._enters = self._enters, ""
        if enters:
            self.enter(enters)

    def _go(self, place: str, argument: object) -> None:
        self._before = None
        self.close_panel()
        self._context.go.emit(place, argument)

    def _place(self) -> None:
        least = style.size("page_side")
        room = self.width() - self._left
        width = min(style.size("search_panel"), room - 2 * least)
        top = style.size("search_top") - self._top
        rows = (
            self.rows.height_wanted() if self.rows.isVisibleTo(self) else self._none.sizeHint().height() + 32
        )
        fixed = style.size("search_input") + style.size("search_foot") + 2 * 11
        height = min(fixed + rows, self.height() - top - least)
        self._panel.setGeometry(QRect(self._left + (room - width) // 2, top, width, height))
        self._said.adjustSize()
        self._said.move(
            self._box.width() - self._said.width() - 16, (self._box.height() - self._said.height()) // 2
        )

    def _lay_out(self) -> None:
        glass = IconView("magnifying-glass", "accent", "icon", self._box)
        glass.move(14, (self._box.height() - glass.height()) // 2)
        head = QVBoxLayout()
        head.setContentsMargins(11, 11, 11, 11)
        head.addWidget(self._box)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        next_thing = ElidedLabel("", "caption", self)
        next_thing.say(self.tr("mở việc tiếp theo của mục"), self.tr("việc tiếp theo"))
        for key, does in (
            ("Enter", label(self.tr("mở"), "caption", self)),
            ("Ctrl+Enter", next_thing),
            ("Tab", label(self.tr("nhóm sau"), "caption", self)),
        ):
            foot.addWidget(key_cap(key, self))
            foot.addWidget(does)
        foot.addStretch(1)
        foot.addWidget(key_cap("Esc", self))
        foot.addWidget(label(self.tr("đóng"), "caption", self))
        below = QWidget(self)
        below.setProperty("kind", "search_foot")
        below.setFixedHeight(style.size("search_foot"))
        below.setLayout(foot)
        self._none.setContentsMargins(20, 0, 20, 16)
        self._none.hide()
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        column.addWidget(self._none)
        column.addWidget(below)


def _places(panel: SearchPanel, places: Sequence[RailPlace]) -> tuple[Found, ...]:
    subjects = (
        panel.tr("Cơ quan"),
        panel.tr("Sao lưu"),
        panel.tr("Mật khẩu"),
        panel.tr("Người nhập"),
        panel.tr("Khóa và thẻ"),
        panel.tr("Cỡ chữ"),
        panel.tr("Máy in"),
        panel.tr("Thời hạn giữ, xóa dữ liệu"),
        panel.tr("Nhật ký, kiểm tra chuỗi"),
    )
    # What is done there, as somebody asks for it who knows no place.
    done_there = {
        "hamlets": panel.tr("thêm đổi tên sáp nhập tách giải thể thôn khu phố"),
        "households": panel.tr("nhập xuất danh sách hộ cử tri thành viên hộ chủ hộ đại diện trùng"),
    }
    found = [
        Found(
            Group.PLACES,
            place.word,
            _purpose(panel, place),
            place.key,
            None,
            also=done_there.get(place.key, ""),
        )
        for place in places
        if has_page(place.key)
    ]
    for place in places:
        if place.key == "settings":
            found += [
                Found(Group.PLACES, subject, place.word, place.key, name)
                for name, subject in zip(SUBJECTS, subjects, strict=True)
            ]
    return tuple(found)


def _purpose(panel: SearchPanel, place: RailPlace) -> str:
    """Return what a place is for, without the words by which its empty page begins."""
    return place.purpose.removeprefix(panel.tr("Đây là chỗ ")).removeprefix(panel.tr("của ")).rstrip(".")
