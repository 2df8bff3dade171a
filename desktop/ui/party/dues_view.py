"""What is late and what comes due, in place of the list; Enter goes to whom it is of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.party.dues import Due
from desktop.ui.party.party_words import due_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


class DuesView(QWidget):
    """The view; ``opened`` carries the due thing, ``closed`` when the list is to be shown again.

    Args:
        parent: the page.
    """

    opened = Signal(object)  # Due
    closed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = label("", "sentence", self)
        self.table = Table(self._columns(), self, row_height=style.size("row_two_lines"))
        self.table.setAccessibleName(self.tr("Việc đến hạn"))
        self.table.opened.connect(self.opened.emit)
        self.bar = BottomBar(self)
        self.bar.add_secondary(self.tr("Về danh sách"), self.leave)
        self.bar.set_primary(self.tr("Mở"), self.primary, key="Enter")
        head = Wrapping(self)
        head.add(label(self.tr("Việc đến hạn"), "title", self))
        head.add(self.facts, pushed=True)
        inside = QVBoxLayout()
        inside.setContentsMargins(
            style.size("page_side"), style.size("page_top"), style.size("page_side"), 12
        )
        inside.setSpacing(12)
        inside.addWidget(head)
        inside.addWidget(self.table, 1)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)
        self.setFocusProxy(self.table)

    def set_dues(self, found: Sequence[Due]) -> None:
        """Show what is due, the late first."""
        self.table.set_rows(sorted(found, key=lambda due: (not due.late, due.day or date.max)))
        late = sum(due.late for due in found)
        coming = len(found) - late
        self.facts.setText(
            self.tr("{0} việc quá hạn, {1} việc trong 30 ngày tới hoặc chưa làm lần nào").format(late, coming)
            if found
            else self.tr("Không có việc nào đến hạn trong 30 ngày tới")
        )

    def primary(self) -> None:
        """Go to whom the current thing is of."""
        current = self.table.current()
        if current is not None:
            self.opened.emit(current)

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is late."""
        self.table.walk(lambda due: due.late, step)

    def help_text(self) -> str:
        """Explain the days."""
        return self.tr(
            "Ngày hết dự bị tính 12 tháng từ ngày kết nạp. Đã ghi ngày chi bộ đề nghị thì hạn quyết định là "
            "30 ngày làm việc; quá 45 ngày làm việc chi bộ biểu quyết lại. Chuyển ra ngoài xã: giấy phải "
            "xuất trình trong 30 ngày làm việc, chuyển xong trong 60 ngày làm việc từ ngày của giấy. Danh "
            "sách đối chiếu với hồ sơ 6 tháng một lần. Mỗi hạn theo quy định của ngày đang xem."
        )

    def leave(self) -> None:
        """Go back to the list."""
        self.closed.emit(None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                self.tr("Hạn"),
                lambda due: f"{due.day:%d/%m/%Y}" if due.day else self.tr("chưa làm lần nào"),
                state=lambda due: State("attention" if due.late else "doing", ""),
                width=style.grown(150),
                ground=False,
            ),
            Column(
                self.tr("Việc"),
                lambda due: _capital(due_word(due.kind)),
                sub=lambda due: due.place,
                weight="medium",
            ),
            Column(self.tr("Đảng viên"), lambda due: due.name or "–", width=style.grown(200)),
            Column(self.tr("Chi bộ"), lambda due: due.branch_name, width=style.grown(240), gives_way=True),
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
