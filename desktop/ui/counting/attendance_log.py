"""Who came by the hour: a table of what was counted, and two fields for the next figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.services.counting.meeting_views import AttendanceLine
from desktop.services.office.workplace import VIET_NAM
from desktop.ui.counting.stock_table import read_number
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.fields.day import TimeField
from desktop.ui.widgets.fields.text import NumberField
from desktop.ui.widgets.labels import key_cap, label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.share_cell import Share, share_column
from desktop.ui.widgets.table.table import Table

_PRESENT = 1


class AttendanceLog(QWidget):
    """The figures of attendance of a meeting.

    ``counted`` carries a moment and how many were present then; the fields are ready for the next figure at
    once, however long the store takes. ``unreadable`` carries what is no number; ``undone`` is emitted by
    Ctrl+Z in a field without typing to take back.

    Args:
        parent: the step of the meeting.
    """

    counted = Signal(object, int)
    unreadable = Signal(str)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._editable = False
        self.table = Table(
            [
                Column(self.tr("Giờ"), lambda line: f"{line.at:%H:%M}", width=90),
                Column(
                    self.tr("Có mặt"),
                    lambda line: str(line.present),
                    width=110,
                    align="right",
                    editable=lambda _: self._editable,
                ),
                share_column(
                    self.tr("Trên số trong danh sách"),
                    lambda line: Share(line.present, line.base),
                    width=190,
                ),
                Column(self.tr("Tỷ lệ"), lambda line: f"{line.percent} %", width=96, align="right"),
                Column("", lambda _: ""),
            ],
            self,
            row_height=style.size("row_entry"),
            key=lambda line: line.at,
        )
        self.table.setAccessibleName(self.tr("Điểm danh theo giờ"))
        self.table.say_where_empty(self.tr("Chưa ghi giờ nào; gõ giờ và số có mặt ở trên rồi Enter."))
        self.table.edited.connect(self._recount)
        self.hour = TimeField("", self, explain=self.tr("Giờ điểm danh, ví dụ 8:15 hoặc 8h15."))
        self.hour.line.setAccessibleName(self.tr("Giờ điểm danh"))
        self.present = NumberField(
            "",
            self,
            explain=self.tr(
                "Số đại diện hộ, hoặc cử tri, có mặt vào giờ đó; ghi lại cùng giờ thì số mới thay số cũ."
            ),
        )
        self.present.line.setPlaceholderText(self.tr("số có mặt"))
        self.present.line.setAccessibleName(self.tr("Số người có mặt"))
        # Enter writes the figure down; the keyboard then goes back to the hour of the next one.
        self.present.moves_on = False
        for field in (self.hour, self.present):
            field.committed.connect(lambda _: self._count())
        for field in (self.hour, self.present):
            field.line.installEventFilter(self)
        typed = QWidget(self)
        fields = QHBoxLayout(typed)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(style.size("grid"))
        for part in (self.hour, self.present, key_cap("Enter", self), label(self.tr("ghi"), "caption", self)):
            fields.addWidget(part)
        head = Wrapping(self)
        head.add(label(self.tr("Điểm danh theo giờ"), "name", self))
        head.add(typed, pushed=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(head)
        column.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[AttendanceLine], day: date | None, *, editable: bool) -> None:
        """Show what was counted; ``day`` is that on which the meeting opened, None before."""
        self._day, self._editable = day, editable
        self.table.set_rows(lines)
        for field in (self.hour, self.present):
            field.setEnabled(editable)

    def commit(self) -> None:
        """Hand on what stands in a cell or a field."""
        self.table.commit()
        self.present.commit()

    def put_back(self, at: datetime, present: int) -> None:
        """Show a figure that was refused, to be mended, unless the next one is being typed already."""
        if self.hour.line.text() or self.present.line.text():
            return
        self.hour.set_value(at.time())
        self.present.set_value(present)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back the last figure with Ctrl+Z where a field holds no typing to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            empty = isinstance(watched, QLineEdit) and not watched.text()
            if empty and event.matches(QKeySequence.StandardKey.Undo):
                self.undone.emit()
                return True
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        hour, present = self.hour.value(), self.present.value()
        if present is None or self._day is None:
            return
        if hour is None:
            self.hour.set_problem(self.tr("Ghi giờ điểm danh trước, ví dụ 8:15."))
            self.hour.setFocus()
            return
        typing = self.present.line.hasFocus() or self.hour.line.hasFocus()
        for field in (self.hour, self.present):
            field.line.setModified(False)
            field.set_value(None)
        if typing:
            self.hour.setFocus()
        self.counted.emit(datetime.combine(self._day, hour, tzinfo=VIET_NAM), present)

    def _recount(self, line: AttendanceLine, column: int, typed: str) -> None:
        number = read_number(typed)
        if column != _PRESENT or number is None or number is False:
            self.unreadable.emit(typed)
        else:
            self.counted.emit(line.at, number)
