"""F1: the keys that work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.dialogs import fit_height
from desktop.ui.widgets.labels import key_cap, label


class HelpDialog(QDialog):
    """A short list of keys; Esc or Enter closes it.

    Args:
        place_count: how many places the rail has, since that many Ctrl+digit keys work.
        parent: the frame.
        explained: what the field in focus means; it stands above the keys.
    """

    def __init__(self, place_count: int, parent: QWidget | None = None, explained: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trợ giúp"))
        self.setFixedWidth(style.size("help_width"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.size("column_gap"))
        grid.setVerticalSpacing(style.size("grid"))
        grid.setColumnStretch(1, 1)
        for line, (key, does) in enumerate(self._keys(place_count)):
            said = label(does, "body", self)
            said.setWordWrap(True)
            grid.addWidget(
                key_cap(key, self), line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(said, line, 1)
        close = QPushButton(self.tr("Đóng"), self)
        close.setProperty("kind", "plain")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(key_cap("Esc", self))
        foot.addWidget(close)
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top"), side, style.size("page_top"))
        column.setSpacing(style.size("column_gap"))
        if explained:
            said = label(explained, "body", self)
            said.setWordWrap(True)
            column.addWidget(label(self.tr("Ô đang đứng"), "headline", self))
            column.addWidget(said)
            column.addWidget(hairline(self))
        column.addWidget(label(self.tr("Các phím dùng được"), "headline", self))
        column.addLayout(grid)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the wrapped words need."""
        fit_height(self)
        super().showEvent(event)

    def _keys(self, place_count: int) -> tuple[tuple[str, str], ...]:
        return (
            (f"Ctrl+1 … Ctrl+{place_count % 10}", self.tr("mở thẳng một mục ở cột trái")),
            ("Ctrl+Enter", self.tr("làm việc chính của trang, nút dưới bên phải")),
            ("Enter", self.tr("sang ô kế tiếp; trong bảng thì mở dòng")),
            ("Tab, Shift+Tab", self.tr("sang phần kế tiếp hoặc về phần trước")),
            ("F8, Shift+F8", self.tr("tới việc cần xử lý kế tiếp hoặc trước đó")),
            ("Ctrl+P", self.tr("in trang đang xem")),
            ("Ctrl+Z", self.tr("hoàn tác, ở những ô có ghi")),
            ("Ctrl+K", self.tr("tới ô tìm kiếm; bản này chưa có tìm kiếm")),
            ("Esc", self.tr("quay lại mục vừa xem")),
            ("F1", self.tr("mở bảng này")),
        )
