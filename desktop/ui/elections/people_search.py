"""Finding somebody of the hamlet by parts of the name, and picking them with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.elections.candidate_views import PersonLine, people_of
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_PAUSE = 250  # milliseconds without another letter


class PeopleSearch(QWidget):
    """A box to search in, and whom it finds; Enter in the box goes down to them, Enter there picks one.

    ``unlisted`` carries what was typed where somebody is to be written down who is in no list; ``undone`` is
    emitted by Ctrl+Z in the box without typing to take back.

    Args:
        context: the open office and the runner.
        parent: the step.
    """

    picked = Signal(object)  # PersonLine
    unlisted = Signal(str)
    undone = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._asked = 0
        self._enters = False
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
            row_height=style.size("row_entry"),
        )
        self.table.setAccessibleName(self.tr("Chủ hộ tìm thấy"))
        self.table.opened.connect(self._pick)
        self.table.ask_for_one_row()
        self.none = label(self.tr("Không có chủ hộ nào khớp trong thôn này."), "note", self)
        self.none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner") + 2)
        column.addWidget(self.box)
        column.addWidget(self.table, 1)
        column.addWidget(self.none)
        self.other = quiet(self.tr("Ghi tên người không phải chủ hộ"), self)
        self.other.clicked.connect(lambda _=False: self.unlisted.emit(self.box.line.text().strip()))
        column.addWidget(self.other)
        # Searching while somebody types changes nothing in the box, so UniKey's retyping does no harm.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self.box.line.textChanged.connect(lambda _: self._pause.start())
        self.box.moves_on = False
        self.box.entered.connect(self._enter_list)
        self.box.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand Ctrl+Z on where there is no typing to take back; a box keeps it to itself otherwise."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            spent = watched is self.box.line and not self.box.line.isUndoAvailable()
            if spent and event.matches(QKeySequence.StandardKey.Undo):
                self.undone.emit()
                return True
        return super().eventFilter(watched, event)

    def load(self, code: str) -> None:
        """Search in the hamlet of this election."""
        if code != self._code:
            self.box.set_value("")
        self._code = code
        self.search()

    def offer_unlisted(self, *, on: bool) -> None:
        """Offer to write somebody down who heads no household of the hamlet."""
        self.other.setVisible(on)

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
                if self._enters:
                    (self.table if people else self.other).setFocus()
                self._enters = False

        if code:
            self._context.ask(lambda: people_of(self._context.workplace, code, typed), found)

    def _enter_list(self) -> None:
        # What is on show may belong to fewer letters: nobody is to be picked from it.
        self._enters = True
        self.search()

    def _pick(self, person: PersonLine) -> None:
        self.picked.emit(person)
        self.box.set_value("")
        self.box.line.setFocus()
