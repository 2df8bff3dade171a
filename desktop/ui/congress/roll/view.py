"""The roll of a congress: who was told to come, who is there, who isn't and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.services.congress.roll import Presence
from desktop.services.congress.roll_views import RollLine
from desktop.services.congress.views import CongressView
from desktop.ui.congress.words import presence_state
from desktop.ui.page.step import lay_out
from desktop.ui.party.party_words import standing_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


class RollView(QWidget):
    """The table; Enter says of the current member that they are there, or not; or that they were told.

    Signals:
        marked: member and where the member is; ``excused_asked`` the line of who is away for a reason.
        all_asked: everybody of whom nothing is said is there.
        told_asked: the line of who was told to come, or None for everybody of whom it isn't written.
        report_asked, taken_back: read the report on who attends, or take that back.
        asked: ``counters`` to be chosen, or ``hands`` that were raised.

    Args:
        parent: the page.
        convening: it is about who is told to come, and not about who came.
    """

    marked = Signal(int, object)
    excused_asked = Signal(object)
    all_asked = Signal()
    told_asked = Signal(object)
    report_asked = Signal()
    taken_back = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, convening: bool = False) -> None:
        super().__init__(parent)
        self._convening = convening
        self.table = Table(
            [*_who(), *(_told() if convening else _came())],
            self,
            row_height=style.size("row_two_lines"),
            key=lambda line: line.member,
        )
        self.table.setAccessibleName(self.tr("Đảng viên dự đại hội"))
        self.table.opened.connect(self._turn)
        self.bar = BottomBar(self)
        self.told = self._left(self.tr("Đã báo triệu tập…"), lambda: self.told_asked.emit(None))
        self.here = self._left(self.tr("Tất cả có mặt"), self.all_asked.emit)
        self.away = self._left(self.tr("Vắng"), lambda: self._mark(Presence.ABSENT))
        self.excused = self._left(self.tr("Vắng có lý do…"), self._excuse)
        self.bodies = self._left(self.tr("Điều hành, kiểm phiếu…"), lambda: self.asked.emit("counters"))
        self.hands = self._left(self.tr("Biểu quyết…"), lambda: self.asked.emit("hands"))
        self.back = self._left(self.tr("Rút báo cáo"), self.taken_back.emit)
        self.told.setVisible(convening)
        for button in (self.here, self.away, self.excused, self.bodies, self.hands, self.back):
            button.setVisible(not convening)
        self.empty = EmptyView(
            "users-three-fill",
            self.tr("Chi bộ chưa có đảng viên"),
            self.tr("Danh sách dự đại hội lấy từ danh sách đảng viên ở Chi bộ, đảng viên."),
            parent=self,
        )
        self._stack = Views(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        body = QVBoxLayout()
        body.addWidget(self._stack, 1)
        lay_out(self, body, self.bar)
        self.setFocusProxy(self.table)

    def set_roll(self, view: CongressView, lines: Sequence[RollLine]) -> None:
        """Show a roll."""
        self.table.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        can = view.closed_at is None and view.stage != "cancelled" and bool(lines)
        for button in (self.told, self.here, self.away, self.excused, self.bodies, self.hands):
            button.setEnabled(can)
        self.hands.setEnabled(can and view.reported_at is not None)
        if not self._convening:
            self.back.setVisible(view.reported_at is not None and view.closed_at is None)

    def facts(self, view: CongressView) -> str:
        """Say in a line how far it is."""
        if self._convening:
            return self.tr("{0} đảng viên, chưa ghi đã báo {1}").format(view.members, view.untold)
        stairs = view.stairs
        return self.tr("{0} chính thức, căn cứ {1}, có mặt {2}, chưa điểm danh {3}").format(
            stairs.convened, stairs.base, stairs.voting, view.uncalled
        )

    def next_problem(self, step: int = 1) -> bool:
        """Go to the next member of whom nobody said whether they are there, or told; False without any."""
        # Enter in the table then says of this member what is missing.
        return self.table.walk(
            lambda line: (line.told_on if self._convening else line.presence) is None, step
        )

    def _left(self, words: str, handler: Callable[[], object]) -> QPushButton:
        made = secondary(words, None, self)
        made.clicked.connect(lambda _=False: handler())
        self.bar.add_left(made)
        return made

    def _turn(self, line: RollLine) -> None:
        if self._convening:
            self.told_asked.emit(line)
            return
        there = line.presence is Presence.PRESENT
        self.marked.emit(line.member, Presence.ABSENT if there else Presence.PRESENT)

    def _mark(self, presence: Presence) -> None:
        current = self.table.current()
        if isinstance(current, RollLine):
            self.marked.emit(current.member, presence)

    def _excuse(self) -> None:
        current = self.table.current()
        if isinstance(current, RollLine):
            self.excused_asked.emit(current)


def _who() -> list[Column]:
    tr = QCoreApplication.translate
    return [
        Column(tr("Congress", "STT"), lambda line: str(line.number), width=56, align="right"),
        Column(
            tr("Congress", "Họ và tên"), lambda line: line.name, sub=lambda line: line.birth, weight="medium"
        ),
        Column(
            tr("Congress", "Vào Đảng"),
            lambda line: line.admitted,
            sub=lambda line: line.official_on,
            width=112,
            gives_way=True,
        ),
        Column(
            tr("Congress", "Tình trạng"),
            lambda line: standing_word(line.standing),
            sub=lambda line: line.paper,
            width=250,
        ),
    ]


def _told() -> list[Column]:
    return [
        Column(
            QCoreApplication.translate("Congress", "Đã báo"),
            lambda _: "",
            state=_told_state,
            ground=False,
            width=190,
        )
    ]


def _told_state(line: RollLine) -> State:
    if line.told_on is None:
        return State("not_yet", QCoreApplication.translate("Congress", "chưa ghi"))
    return State("done", f"{line.told_on:%d/%m/%Y}")


def _came() -> list[Column]:
    tr = QCoreApplication.translate
    return [
        Column(
            tr("Congress", "Có mặt"),
            lambda _: "",
            state=lambda line: presence_state(line.presence),
            ground=False,
            width=190,
        ),
        Column(
            tr("Congress", "Lý do vắng"),
            lambda line: line.reason,
            sub=lambda line: line.accepted_by,
            width=200,
            gives_way=True,
        ),
    ]
