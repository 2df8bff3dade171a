"""The foot of the page of chains: the way back, what the signs of the table mean, and its keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import key_hint, label
from desktop.ui.widgets.state import LOOKS


class ChainFoot(QWidget):
    """A line under the table; ``left`` is emitted by the way back.

    Args:
        parent: the page.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        back = quiet(self.tr("Quay lại"), self)
        back.setProperty("low", True)
        back.clicked.connect(lambda _=False: self.left.emit())
        row.addWidget(back)
        for kind, word in (
            ("done", self.tr("Xong")),
            ("doing", self.tr("Đang làm")),
            ("attention", self.tr("Cần xem")),
            ("wrong", self.tr("Sai hoặc muộn")),
            ("not_yet", self.tr("Chưa tới")),
        ):
            row.addWidget(IconView(LOOKS[kind].icon, LOOKS[kind].colour, "icon_small", self))
            row.addWidget(label(word, "caption", self))
            row.addSpacing(style.size("inner"))
        row.addStretch(1)
        self._keys = QWidget(self)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(style.size("grid"))
        keys.addWidget(key_hint("Enter", self.tr("mở bước"), self._keys))
        keys.addWidget(key_hint("F8", self.tr("thôn vướng tiếp theo"), self._keys))
        row.addWidget(self._keys)

    def show_keys(self, *, shown: bool) -> None:
        """Leave the keys out where there is no room for them."""
        self._keys.setVisible(shown)
