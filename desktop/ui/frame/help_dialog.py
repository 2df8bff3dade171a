"""F1: what the field in focus means, and the keys that work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollBar, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Fade, Fitted
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.dialogs.fitted import FittedDialog
from desktop.ui.widgets.labels import ElidedLabel, key_cap, label

_SCROLLS = {
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class HelpDialog(FittedDialog):
    """Head and foot stand still, what is between them scrolls; Esc or Enter closes it.

    Args:
        place_count: how many places the rail has, since that many Ctrl+digit keys work; 0 without a rail.
        parent: the frame.
        explained: what the field in focus means; it stands above the keys.
    """

    def __init__(self, place_count: int, parent: QWidget | None = None, explained: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trợ giúp"))
        self.setFixedWidth(style.size("help_width"))
        side, top = style.size("page_side"), style.size("page_top")
        keys = self.tr("Các phím dùng được")
        head = QHBoxLayout()
        head.setContentsMargins(side, top, side, top)
        head.addWidget(ElidedLabel(self.tr("Ô đang đứng") if explained else keys, "headline", self), 1)
        self.middle = Fitted(self)
        self.middle.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        inside = self.middle.column
        inside.setContentsMargins(side, top, top, top)
        inside.setSpacing(style.size("column_gap"))
        if explained:
            said = label(explained, "body", self)
            said.setWordWrap(True)
            inside.addWidget(said)
            inside.addWidget(hairline(self))
            inside.addWidget(label(keys, "headline", self))
        inside.addLayout(self._lines(place_count))
        self._fade = Fade(self.middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(self))
        column.addWidget(self.middle)
        column.addWidget(hairline(self))
        column.addLayout(self._foot())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys that scroll."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.middle.verticalScrollBar().triggerAction(action)

    def _lines(self, place_count: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.size("column_gap"))
        grid.setVerticalSpacing(style.size("grid"))
        grid.setColumnStretch(1, 1)
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        for line, (key, does) in enumerate(self._keys(place_count)):
            said = label(does, "body", self)
            said.setWordWrap(True)
            grid.addWidget(key_cap(key, self), line, 0, at)
            grid.addWidget(said, line, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Đóng"), self)
        close.setProperty("kind", "plain")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()
        foot = QHBoxLayout()
        side = style.size("page_side")
        foot.setContentsMargins(side, style.size("icon_gap"), side, style.size("icon_gap"))
        foot.setSpacing(style.size("grid"))
        foot.addWidget(ElidedLabel(self.tr("Cuộn: Xuống, PgDn"), "caption", self), 1)
        foot.addWidget(key_cap("Esc", self))
        foot.addWidget(close)
        return foot

    def _keys(self, place_count: int) -> tuple[tuple[str, str], ...]:
        places = (f"Ctrl+1 … Ctrl+{place_count % 10}", self.tr("mở thẳng một mục ở cột trái"))
        return (
            *((places,) if place_count else ()),
            ("Ctrl+Enter", self.tr("làm việc chính của trang, nút dưới bên phải")),
            ("Enter", self.tr("sang ô kế tiếp; trong bảng thì mở dòng")),
            ("Tab, Shift+Tab", self.tr("sang phần kế tiếp hoặc về phần trước")),
            ("F8, Shift+F8", self.tr("tới việc cần xử lý kế tiếp hoặc trước đó")),
            ("Ctrl+P", self.tr("in trang đang xem")),
            ("Ctrl+Z", self.tr("hoàn tác, ở những ô có ghi")),
            ("Ctrl+K", self.tr("tìm thôn, hộ, người, cuộc bầu, giấy tờ, việc cần làm")),
            ("Esc", self.tr("quay lại mục vừa xem")),
            ("F1", self.tr("mở bảng này")),
        )
