"""What a backup holds, in six lines."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.services.office.backups import BackupContents
from desktop.ui.widgets import style
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label


class BackupCard(Card):
    """The office, its last entry, and how much there is of what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, soft=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.size("column_gap"))
        grid.setVerticalSpacing(style.size("inner"))
        grid.setColumnStretch(1, 1)
        self._values: list[QLabel] = []
        for number, word in enumerate(
            (
                self.tr("Cơ quan"),
                self.tr("Dữ liệu"),
                self.tr("Việc cuối cùng"),
                self.tr("Thôn, bản"),
                self.tr("Kiểm phiếu"),
            )
        ):
            value = label("", "value", self)
            value.setWordWrap(True)
            grid.addWidget(label(word, "caption", self), number, 0)
            grid.addWidget(value, number, 1)
            self._values.append(value)
        self.body.addLayout(grid)

    def show_contents(self, found: BackupContents) -> None:
        """Show what a backup holds."""
        training = self.tr("tập huấn") if found.training else self.tr("chính thức")
        last = f"{found.last_at:%H:%M ngày %d/%m/%Y}" if found.last_at else self.tr("chưa có")
        words = (
            self.tr("{0}, mã đơn vị {1}").format(found.office, found.unit_code),
            training,
            self.tr("{0}; nhật ký {1} dòng").format(last, found.entries),
            self.tr("{0} thôn, bản; {1} hộ").format(found.hamlets, found.households),
            self.tr("{0} cuộc đã chốt kết quả").format(found.counts),
        )
        for value, word in zip(self._values, words, strict=True):
            value.setText(word)
        self.setAccessibleName(". ".join(words))
        self.show()
