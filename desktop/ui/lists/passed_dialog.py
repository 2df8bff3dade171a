"""The lines of a file that were passed over, each with why and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.services.lists.account import PassedOver
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.fitted import StandingDialog, fit_inside
from desktop.ui.widgets.labels import key_cap, label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import passed_sentence

_PLACE, _REASON = 96, 360  # pixels


class PassedDialog(StandingDialog):
    """A table to read; Esc closes it.

    Args:
        lines: those passed over.
        parent: the window.
    """

    def __init__(self, lines: Sequence[PassedOver], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Dòng bỏ qua khi đọc tệp"))
        columns = [
            Column(self.tr("Dòng"), _row, sub=lambda line: line.sheet, width=_PLACE, align="right"),
            Column(self.tr("Nội dung"), lambda line: line.words),
            Column(self.tr("Vì sao"), lambda line: passed_sentence(line.code), width=_REASON),
        ]
        self.table = Table(columns, self, row_height=style.size("row_two_lines"))
        self.table.setAccessibleName(self.windowTitle())
        self.table.set_rows(tuple(lines))
        warning = self.tr("Các dòng này không ghi vào sổ. Nếu là hộ hay người, hãy sửa tệp rồi nhập lại.")
        said = label(warning, "sentence", self)
        said.setWordWrap(True)
        close = QPushButton(self.tr("Đóng"), self)
        close.setProperty("kind", "plain")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(key_cap("Esc", self))
        foot.addWidget(close)
        side = style.size("page_side")
        column = QVBoxLayout(self)
        column.setContentsMargins(side, style.size("page_top"), side, style.size("page_top"))
        column.setSpacing(style.size("grid"))
        column.addWidget(label(self.windowTitle(), "headline", self))
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.fit()
        self.table.select(lambda _: True, 0)
        self.table.setFocus()

    def fit(self) -> None:
        """Give the lines as much room as a dialog may have."""
        fit_inside(self, style.size("dialog_width") * 2, style.size("dialog_rest"))


def _row(line: PassedOver) -> str:
    return str(line.row)
