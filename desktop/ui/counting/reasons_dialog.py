"""Invalid ballots by reason: how many for each, together as many as were invalid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Unpack

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.counting.count_drafts import InvalidReason, ReasonWritten, keep_invalid_reason
from desktop.ui.counting.count_lines import read_figure
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_REASON = 0
_LINES = 5


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    reason: str = ""
    count: str = ""


class ReasonsDialog(Question):
    """A small table; what is typed is kept at once, and checked when the count is finalised.

    Args:
        context: the open office.
        code: the election's.
        invalid: ballots that were invalid.
        lines: as they stand, empty ones among them.
        parent: the step.
    """

    def __init__(
        self,
        context: Context,
        code: str,
        invalid: int,
        lines: Sequence[InvalidReason],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent,
            self.tr("Lý do {0} phiếu không hợp lệ").format(invalid),
            self.tr("Ghi mỗi lý do một dòng như biên bản giấy; tổng phải bằng {0}.").format(invalid),
            self.tr("Xong"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._code, self._invalid = context, code, invalid
        self.no.hide()
        self.table = Table(
            [
                Column(self.tr("Lý do"), lambda row: row.reason, editable=lambda _: True),
                Column(
                    self.tr("Số phiếu"),
                    lambda row: row.count,
                    state=lambda row: None if read_figure(row.count)[1] else State("wrong"),
                    width=96,
                    align="right",
                    editable=lambda _: True,
                ),
            ],
            self,
            row_height=style.size("row_entry"),
        )
        self.table.setAccessibleName(self.tr("Lý do không hợp lệ"))
        self.table.edited.connect(self._edited)
        self.left = label("", "note", self)
        self.body.addWidget(self.table)
        self.body.addWidget(self.left)
        written = [_Row(number, one.reason, str(one.count or "")) for number, one in enumerate(lines)]
        self._show(
            [*written, *(_Row(number) for number in range(len(written), max(_LINES, len(written) + 1)))]
        )
        self.table.setFixedHeight(self.table.sizeHint().height())
        self.table.setFocus()

    def _edited(self, row: _Row, column: int, text: str) -> None:
        rows = list(self.table.rows())
        figure, can_be_read = read_figure(text)
        if column == _REASON:
            rows[row.number] = replace(rows[row.number], reason=text)
            self._keep(row.number, reason=text)
        else:
            rows[row.number] = replace(rows[row.number], count=text)
            if can_be_read:
                self._keep(row.number, count=figure or 0)
        self._show(rows)

    def _keep(self, line: int, **written: Unpack[ReasonWritten]) -> None:
        place, code = self._context.workplace, self._code
        self._context.do(lambda _: keep_invalid_reason(place, code, line, **written))

    def _show(self, rows: Sequence[_Row]) -> None:
        self.table.set_rows(rows)
        written = sum(read_figure(row.count)[0] or 0 for row in rows if row.reason)
        over = self._invalid - written
        if over == 0:
            said, part = self.tr("Đủ {0} phiếu.").format(self._invalid), "note"
        elif over > 0:
            said, part = self.tr("Còn {0} phiếu chưa ghi lý do.").format(over), "attention"
        else:
            said, part = self.tr("Thừa {0} phiếu: hãy đếm lại.").format(-over), "wrong"
        self.left.setText(said)
        self.left.setProperty("part", part)
        self.left.style().unpolish(self.left)
        self.left.style().polish(self.left)

    def _agree(self) -> None:
        self.table.commit()
        self.accept()
