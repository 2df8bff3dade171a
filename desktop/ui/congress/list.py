"""The congresses that there are, to open one or to plan another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.congress.views import CongressLine
from desktop.ui.congress.words import stage_state
from desktop.ui.page.listing import Listing
from desktop.ui.widgets import style
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.numerals import ordinal


class CongressList(Listing):
    """One line for each congress; Enter opens it, Ctrl+N plans another.

    ``further_asked`` carries the word of a further view: the chains of hamlets, who prepares congresses,
    what papers are issued on.

    Args:
        parent: the page of congresses.
    """

    opened = Signal(str)
    plan_asked = Signal()
    further_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Table(
            [
                Column(
                    self.tr("Chi bộ"),
                    lambda line: line.branch,
                    sub=self._elected,
                    weight="medium",
                ),
                Column(self.tr("Ngày"), self._day, width=150),
                Column(
                    self.tr("Lần thứ"),
                    lambda line: ordinal(line.number) if line.number else "–",
                    width=84,
                    align="right",
                    gives_way=True,
                ),
                Column(self.tr("Chính thức"), lambda line: str(line.convened), width=104, align="right"),
                Column(
                    self.tr("Đang ở"), lambda _: "", state=lambda line: stage_state(line.stage), width=200
                ),
            ],
            self,
            row_height=style.size("row_two_lines"),
            key=lambda line: line.code,
        )
        self.table.setAccessibleName(self.tr("Các đại hội chi bộ"))
        self.table.opened.connect(lambda line: self.opened.emit(line.code))
        self.table.chosen.connect(self._offer)
        self.empty = EmptyView(
            "flag-banner-fill",
            self.tr("Chưa có đại hội nào"),
            self.tr("Lập đại hội cho một chi bộ; danh sách đảng viên lấy từ Chi bộ, đảng viên."),
            self.tr("Lập đại hội…"),
            self.plan_asked.emit,
            "Ctrl+Enter",
            parent=self,
        )
        further = (
            (self.tr("Tới bí thư"), "chain"),
            (self.tr("Chuẩn bị"), "groups"),
            (self.tr("Văn bản căn cứ"), "bases"),
        )
        for word, name in further:
            self.bar.add_secondary(word, partial(self.further_asked.emit, name))
        self.plan_button = self.bar.add_secondary(
            self.tr("Lập đại hội…"), self.plan_asked.emit, "plus", "Ctrl+N"
        )
        self.lay_out(self.tr("Đại hội chi bộ"))

    def set_lines(self, lines: Sequence[object]) -> None:
        """Show the congresses; what prepares them is reached while there is none, too."""
        super().set_lines(lines)
        self.bar.show()
        # The empty place has this button itself.
        self.bar.show_secondary(self.plan_button, shown=bool(lines))
        if not lines:
            self.bar.hide_primary()

    def primary(self) -> None:
        """Open the current one; with none, plan one."""
        current = self.table.current()
        if current is None:
            self.plan_asked.emit()
        else:
            self.opened.emit(current.code)

    def _day(self, line: CongressLine) -> str:
        hour = f"{line.opening:%H:%M} " if line.opening else ""
        return f"{hour}{line.held_on:%d/%m/%Y}"

    def _elected(self, line: CongressLine) -> str:
        leads = [f"{post} {name}" for post, name in line.elected[-2:]]
        return ", ".join(leads)

    def _offer(self, line: CongressLine) -> None:
        self.bar.set_primary(self.tr("Mở {0}").format(line.branch), self.primary)
