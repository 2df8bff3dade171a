"""Finding somebody of the hamlet by parts of the name, and picking them with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.candidate_views import PersonLine, people_of
from desktop.ui import style
from desktop.ui.page import Context
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table import Column, Table

_PAUSE = 250  # milliseconds without another letter


class PeopleSearch(QWidget):
    """A box to search in, and whom it finds; Enter in the box goes down to them, Enter there picks one.

    Args:
        context: the open office and the runner.
        parent: the step.
    """

    picked = Signal(object)  # PersonLine

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._asked = 0
        self._found: tuple[PersonLine, ...] | None = None
        explain = self.tr("Gõ một phần họ tên, có dấu hay không đều được, rồi Enter để chọn trong danh sách.")
        self.box = TextField(self.tr("Tìm chủ hộ trong thôn"), self, explain=explain)
        self.box.line.setPlaceholderText(self.tr("Một phần họ tên"))
        self.table = Table(
            [
                Column("", lambda person: person.title, width=56),
                Column(self.tr("Họ và tên"), lambda person: person.name, weight="medium"),
                Column(self.tr("Ngày sinh"), lambda person: person.birth, width=130),
            ],
            self,
            row_height=34,
        )
        self.table.setAccessibleName(self.tr("Chủ hộ tìm thấy"))
        self.table.opened.connect(self.picked)
        self.table.setMinimumHeight(style.size("header") + style.size("row"))
        self.none = label(self.tr("Không có chủ hộ nào khớp trong thôn này."), "note", self)
        self.none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner") + 2)
        column.addWidget(self.box)
        column.addWidget(self.table, 1)
        column.addWidget(self.none)
        # Searching while somebody types changes nothing in the box, so UniKey's retyping does no harm.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self.box.line.textChanged.connect(lambda _: self._pause.start())

    def load(self, code: str) -> None:
        """Search in the hamlet of this election."""
        if code != self._code:
            self.box.set_value("")
        self._code = code
        self.search()

    def search(self) -> None:
        """Find who fits what is typed."""
        self._pause.stop()
        self._asked += 1
        asked, code, typed = self._asked, self._code, self.box.line.text()

        def found(people: Sequence[PersonLine]) -> None:
            if asked == self._asked:
                self.table.set_rows(people)
                self.table.setVisible(bool(people))
                self.none.setVisible(not people)

        if code:
            self._context.ask(lambda: people_of(self._context.workplace, code, typed), found)
