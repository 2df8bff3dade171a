"""The question which household a voter joins: found by its head's name, and what the voter is to the head."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.people.households import HouseholdLine, HouseholdPage, households
from desktop.services.people.joining import Joining
from desktop.services.people.voters import VoterDetail
from desktop.ui.lists.search_box import SearchBox
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_PATIENCE = 250  # milliseconds after the last letter before the households are searched
_SHOWN = 50
_HEIGHT = 148


class JoiningQuestion(SubmittedQuestion):
    """Asks for a household of the voter's hamlet.

    Args:
        parent: the window it belongs to.
        context: the open office and the runner.
        voter: who joins.
        submit: is given a ``Joining``.
    """

    def __init__(self, parent: QWidget | None, context: Context, voter: VoterDetail, submit: Submit) -> None:
        asked = Asked(
            _tr("{0} vào hộ nào?").format(voter.name),
            _tr("Ở hộ từ hôm nay, không còn là cử tri không có hộ."),
            _tr("Ghi vào hộ"),
        )
        super().__init__(parent, asked, submit)
        self._context, self._hamlet = context, voter.hamlet_code
        self.search = SearchBox(self)
        self.search.set_hint(self.tr("Tìm chủ hộ, không cần gõ dấu"))
        self.search.setAccessibleName(self.tr("Tìm chủ hộ"))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._patience.start())
        self.table = Table(
            (
                Column(self.tr("Chủ hộ"), lambda line: line.head, weight="medium"),
                Column(self.tr("Ngày sinh"), lambda line: line.birth, width=104),
                Column(self.tr("Số định danh"), lambda line: line.identity, width=124),
            ),
            self,
            key=lambda line: line.id,
        )
        self.table.setAccessibleName(self.tr("Các hộ của thôn"))
        self.table.setFixedHeight(_HEIGHT)
        self.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.relation = TextField(
            self.tr("Quan hệ với chủ hộ"), self, explain=self.tr("Để trống khi chưa rõ.")
        )
        # Side by side: at large text the dialog has no room for a field beneath the households.
        asked_for = QHBoxLayout()
        asked_for.setSpacing(style.size("grid"))
        asked_for.addWidget(self.search, 3, Qt.AlignmentFlag.AlignBottom)
        asked_for.addWidget(self.relation, 2)
        self.body.addLayout(asked_for)
        self.body.addWidget(self.table)
        self.search.setFocus()
        self._ask()

    def _ask(self) -> None:
        workplace, search = self._context.workplace, self.search.text()
        find = partial(households, workplace, self._hamlet, search=search, limit=_SHOWN)
        self._context.ask(find, self._show, to=self)

    def _show(self, page: HouseholdPage) -> None:
        self.table.set_rows(page.lines)

    def _agree(self) -> None:
        line: HouseholdLine | None = self.table.current()
        self.relation.commit()
        if line is None:
            self.table.setFocus()
            return
        self.hand_in(Joining(line.id, self.relation.value()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Joining", text)
