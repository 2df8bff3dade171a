"""Invalid ballots by reason: the statute's list and others, how many for each, as many as were invalid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Unpack

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.counting.count_drafts import InvalidReason, ReasonWritten, keep_invalid_reason
from desktop.services.counting.counting_views import CountingView
from desktop.services.elections.clauses import ClauseView
from desktop.ui.counting.count_lines import invalid_ballots, read_figure
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import clause_words
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import checked_sentence, words

_REASON, _COUNT = 0, 1
_SHOWN = 6  # lines before the table scrolls


@dataclass(frozen=True, slots=True)
class _Row:
    """A line: where it is kept, the reason, how many as typed, whether the statute lists it."""

    number: int
    reason: str = ""
    count: str = ""
    listed: bool = False


class ReasonsDialog(Question):
    """A small table; what is typed is kept at once, and checked when the count is finalised.

    Args:
        context: the open office.
        view: the count, whose invalid ballots are told.
        parent: the step.
    """

    def __init__(
        self,
        context: Context,
        view: CountingView,
        parent: QWidget | None = None,
    ) -> None:
        invalid = invalid_ballots(view)
        super().__init__(
            parent,
            self.tr("Lý do {0} phiếu không hợp lệ").format(invalid),
            self._about(view.reasons_clause),
            self.tr("Xong"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._code, self._invalid = context, view.code, invalid
        self.no.hide()
        self.table = Table(
            [
                Column(self.tr("Lý do"), lambda row: row.reason, editable=lambda row: not row.listed),
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
            key=lambda row: row.number,
        )
        self.table.setAccessibleName(self.tr("Lý do không hợp lệ"))
        self.table.edited.connect(self._edited)
        self.left = label("", "note", self)
        self.body.addWidget(self.left)
        self.body.addWidget(self.table)
        if view.reasons_clause is not None and view.listed_reasons:
            about = label(clause_words(view.reasons_clause), "caption", self)
            about.setWordWrap(True)
            self.body.addWidget(about)
        listed = [words(f"invalid.{reason}") for reason in view.listed_reasons]
        rows = _rows(view.reason_lines, listed)
        self._show(rows[:_SHOWN])
        self.table.setFixedHeight(self.table.sizeHint().height())
        self._show(rows)
        self.table.select(lambda row: row.number == rows[0].number, _COUNT if rows[0].listed else _REASON)
        self.table.setFocus()

    def _about(self, clause: ClauseView | None) -> str:
        said = self.tr("Lý do khác gõ ở dòng cuối.")
        return f"{said} {self.tr('Danh sách lý do')}: {checked_sentence(clause.checked)}" if clause else said

    def _edited(self, row: _Row, column: int, text: str) -> None:
        figure, can_be_read = read_figure(text)
        changed = replace(row, reason=text) if column == _REASON else replace(row, count=text)
        if column == _REASON:
            self._keep(row.number, reason=text)
        elif can_be_read and row.listed:
            # A reason of the list that no ballot has is no line of the minutes.
            self._keep(row.number, reason=row.reason if figure else "", count=figure or 0)
        elif can_be_read:
            self._keep(row.number, count=figure or 0)
        rows = [changed if one.number == row.number else one for one in self.table.rows()]
        if rows[-1].reason:
            rows.append(_Row(max(one.number for one in rows) + 1))
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
        wrong = next((row.number for row in self.table.rows() if not read_figure(row.count)[1]), None)
        if wrong is None:
            self.accept()
            return
        self.say(self.tr("Số phiếu phải là số từ 0 trở lên, ví dụ 1. Hãy gõ lại ô màu đỏ."))
        self.table.select(lambda row: row.number == wrong, _COUNT)
        self.table.setFocus()


def _rows(lines: Sequence[InvalidReason], listed: Sequence[str]) -> list[_Row]:
    """Put the statute's reasons first, then what else is written, then a line for another."""
    kept = {one.reason.casefold(): (number, one) for number, one in enumerate(lines) if one.reason}
    free = count(len(lines))
    rows = []
    for reason in listed:
        number, one = kept.pop(reason.casefold(), (None, None))
        typed = str(one.count or "") if one else ""
        rows.append(_Row(next(free) if number is None else number, reason, typed, listed=True))
    rows += [_Row(number, one.reason, str(one.count or "")) for number, one in kept.values()]
    return [*rows, _Row(next(free))]
