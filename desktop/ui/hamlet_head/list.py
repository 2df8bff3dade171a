"""The elections that there are, to open one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.elections.election_list import ElectionLine
from desktop.ui.hamlet_head.campaign_cancelling import ask_to_cancel_campaign
from desktop.ui.page.listing import Listing
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import state_words


class ElectionList(Listing):
    """One line for each election; Enter opens it.

    Args:
        context: the way to other pages.
        parent: the election page.
    """

    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Table(
            [
                Column(
                    self.tr("Thôn, khu phố"),
                    lambda line: line.hamlet,
                    sub=lambda line: line.campaign,
                    weight="medium",
                ),
                Column(self.tr("Ngày bầu"), lambda line: f"{line.held_on:%d/%m/%Y}", width=130),
                Column(self.tr("Vòng"), lambda line: str(line.round), width=70, align="right"),
                Column(
                    self.tr("Đang ở"),
                    lambda line: _capital(state_words(line.state, hands=line.hands, single=line.single)),
                    sub=self._remark,
                ),
            ],
            self,
            row_height=style.size("row_two_lines"),
        )
        self.table.setAccessibleName(self.tr("Các cuộc bầu trưởng thôn"))
        self.table.opened.connect(lambda line: self.opened.emit(line.code))
        self.table.chosen.connect(self._offer)
        self.empty = EmptyView(
            "check-square-offset-fill",
            self.tr("Chưa có cuộc bầu nào"),
            self.tr("Lập đợt bầu cử ở Hôm nay, mỗi thôn có một cuộc bầu riêng."),
            self.tr("Mở Hôm nay"),
            lambda: context.go.emit("today", None),
            "Ctrl+Enter",
            parent=self,
        )
        self._context = context
        self.cancel = quiet(self.tr("Hủy cả đợt…"), self)
        self.cancel.clicked.connect(self._cancel)
        self.bar.add_left(self.cancel)
        self.lay_out(self.tr("Bầu trưởng thôn"))

    def primary(self) -> None:
        """Open the current one; with none, go where they are planned."""
        current = self.table.current()
        if current is None:
            self._context.go.emit("today", None)
        else:
            self.opened.emit(current.code)

    def _cancel(self) -> None:
        current = self.table.current()
        if isinstance(current, ElectionLine):
            ask_to_cancel_campaign(self._context, current, self.window())

    def _remark(self, line: ElectionLine) -> str:
        remarks = (
            (line.hands, self.tr("giơ tay")),
            (line.single, self.tr("một người nhập")),
            (line.recorded_later, self.tr("ghi lại sau ngày bầu")),
        )
        return line.reason or ", ".join(words for so, words in remarks if so)

    def _offer(self, line: ElectionLine) -> None:
        self.bar.set_primary(self.tr("Mở {0}").format(line.hamlet), self.primary)
        self.cancel.setVisible(not line.reason)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
