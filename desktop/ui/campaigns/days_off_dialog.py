"""The office's own days off, and the weekend days that it works in exchange."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.office.working_days import OwnDays, own_days, set_own_days
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Fitted
from desktop.ui.widgets.buttons import primary, secondary
from desktop.ui.widgets.dialogs.fitted import FittedDialog
from desktop.ui.widgets.fields.day import read_day
from desktop.ui.widgets.fields.field import TypedField
from desktop.ui.widgets.labels import key_cap, label


class DaysField(TypedField):
    """Several days on one line, with commas between them."""

    def _nothing(self) -> object:
        return ()

    def _read(self, typed: str) -> tuple[tuple[date, ...] | None, str | None]:
        found = []
        for part in (piece.strip() for piece in typed.replace(";", ",").split(",")):
            if not part:
                continue
            try:
                day = read_day(part)
            except ValueError:
                day = None
            if day is None:
                said = self.tr("Chưa đọc được “{0}”. Hãy gõ ngày/tháng/năm, các ngày cách nhau dấu phẩy.")
                return None, said.format(part)
            found.append(day)
        return tuple(sorted(set(found))), None

    def _written(self, value: tuple[date, ...]) -> str:
        return ", ".join(f"{day:%d/%m/%Y}" for day in value)


class DaysOffDialog(FittedDialog):
    """Two lines of days; each is kept on leaving its field.

    Args:
        context: the open office and the runner.
        parent: the window.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Ngày nghỉ của cơ quan"))
        self.setFixedWidth(style.size("dialog_width"))
        said = label(
            self.tr(
                "Thứ Bảy, Chủ nhật và ngày lễ đã biết sẵn. Ghi thêm ngày nghỉ riêng và ngày làm bù;"
                " hạn công nhận tính theo ngày làm việc của cơ quan."
            ),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        self.days_off = DaysField(
            self.tr("Ngày nghỉ riêng"), self, hint=self.tr("ví dụ 15/11/2024, 02/05/2025")
        )
        self.days_worked = DaysField(
            self.tr("Thứ Bảy, Chủ nhật làm bù"), self, hint=self.tr("ví dụ 26/04/2025")
        )
        close = primary(self.tr("Xong"), self)
        close.clicked.connect(self._close)
        back = secondary(self.tr("Quay lại"), None, self)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(style.size("grid"))
        foot.addStretch(1)
        foot.addWidget(key_cap("Esc", self))
        foot.addWidget(back)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top"), side, style.size("page_top"))
        column.setSpacing(style.size("column_gap"))
        column.addWidget(label(self.tr("Ngày nghỉ của cơ quan"), "headline", self))
        area = Fitted(self)
        area.column.setSpacing(style.size("column_gap"))
        for part in (said, self.days_off, self.days_worked):
            area.column.addWidget(part)
        column.addWidget(area)
        column.addLayout(foot)
        close.setAutoDefault(False)
        workplace = context.workplace

        def set_own(**days: Unpack[OwnDays]) -> None:
            context.do(lambda _: set_own_days(workplace, **days))

        context.ask(lambda: own_days(workplace), self._show)
        self.days_off.committed.connect(lambda days: set_own(days_off=days))
        self.days_worked.committed.connect(lambda days: set_own(days_worked=days))
        self.days_off.setFocus()

    def _show(self, known: tuple[tuple[date, ...], tuple[date, ...]]) -> None:
        self.days_off.set_value(known[0])
        self.days_worked.set_value(known[1])

    def _close(self) -> None:
        for field in (self.days_off, self.days_worked):
            field.commit()
            if field.problem():
                field.setFocus()
                return
        self.accept()
