"""The roll of a congress: who is there, who isn't and why, until the report on it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.roll import Presence
from desktop.services.congress.roll_views import RollLine
from desktop.services.congress.views import CongressView
from desktop.ui.congress.words import presence_state
from desktop.ui.party.party_words import standing_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


class RollView(QWidget):
    """The table; Enter says of the current member that they are there, or not.

    Signals:
        left: back to the congress.
        marked: member and where the member is; ``excused_asked`` the line of who is away for a reason.
        all_asked: everybody of whom nothing is said is there; ``told_asked``: everybody was told to come.
        report_asked, taken_back: read the report on who attends, or take that back.

    Args:
        parent: the page.
    """

    left = Signal()
    marked = Signal(int, object)
    excused_asked = Signal(object)
    all_asked = Signal()
    told_asked = Signal()
    report_asked = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reported = False
        back = quiet(self.tr("Về đại hội"), self)
        back.clicked.connect(lambda _=False: self.left.emit())
        self.title = label("", "title", self)
        self.facts = label("", "sentence", self)
        head = Wrapping(self)
        head.add(back)
        head.add(self.title)
        head.add(self.facts, pushed=True)
        self.table = Table(
            [
                Column(self.tr("STT"), lambda line: str(line.number), width=56, align="right"),
                Column(
                    self.tr("Họ và tên"), lambda line: line.name, sub=lambda line: line.birth, weight="medium"
                ),
                Column(
                    self.tr("Vào Đảng"),
                    lambda line: line.admitted,
                    sub=lambda line: line.official_on,
                    width=112,
                    gives_way=True,
                ),
                Column(
                    self.tr("Tình trạng"),
                    lambda line: standing_word(line.standing),
                    sub=lambda line: line.paper,
                    width=250,
                ),
                Column(
                    self.tr("Đã báo"),
                    lambda line: f"{line.told_on:%d/%m/%Y}" if line.told_on else "",
                    width=110,
                    gives_way=True,
                ),
                Column(
                    self.tr("Có mặt"),
                    lambda _: "",
                    state=lambda line: presence_state(line.presence),
                    ground=False,
                    width=190,
                ),
                Column(
                    self.tr("Lý do vắng"),
                    lambda line: line.reason,
                    sub=lambda line: line.accepted_by,
                    width=200,
                    gives_way=True,
                ),
            ],
            self,
            row_height=style.size("row_two_lines"),
            key=lambda line: line.member,
        )
        self.table.setAccessibleName(self.tr("Đảng viên dự đại hội"))
        self.table.opened.connect(self._turn)
        self.bar = BottomBar(self)
        self.told = self.bar.add_secondary(self.tr("Đã báo triệu tập…"), self.told_asked.emit)
        self.here = self.bar.add_secondary(self.tr("Tất cả có mặt"), self.all_asked.emit)
        self.away = self.bar.add_secondary(self.tr("Vắng"), lambda: self._mark(Presence.ABSENT))
        self.excused = self.bar.add_secondary(self.tr("Vắng có lý do…"), self._excuse)
        side = style.size("page_side")
        body = QVBoxLayout()
        body.setContentsMargins(side, style.size("page_top"), side, 12)
        body.setSpacing(style.size("grid"))
        body.addWidget(head)
        body.addWidget(self.table, 1)
        body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.bar)
        self.setFocusProxy(self.table)

    def set_roll(self, view: CongressView, lines: Sequence[RollLine]) -> None:
        """Show a roll."""
        self._reported = view.reported_at is not None
        self.title.setText(self.tr("Đảng viên dự: {0}").format(view.branch))
        stairs = view.stairs
        self.facts.setText(
            self.tr("{0} chính thức, căn cứ {1}, có mặt {2}, chưa điểm danh {3}").format(
                stairs.convened, stairs.base, stairs.voting, view.uncalled
            )
        )
        self.table.set_rows(lines)
        closed = view.closed_at is not None
        for button in (self.told, self.here, self.away, self.excused):
            button.setEnabled(not closed and bool(lines))
        if self._reported:
            self.bar.set_primary(self.tr("Rút báo cáo để sửa danh sách"), self.taken_back.emit)
        else:
            self.bar.set_primary(self.tr("Đọc báo cáo, khóa danh sách"), self.report_asked.emit)

    def next_problem(self, step: int = 1) -> bool:
        """Go to the next member of whom nobody said whether they are there; False where there is none."""
        rows = self.table.rows()
        current = self.table.current()
        at = rows.index(current) if current in rows else -1
        for offset in range(1, len(rows) + 1):
            line = rows[(at + step * offset) % len(rows)]
            if line.presence is None:
                wanted = line.member
                break
        else:
            return False
        return self.table.select(lambda other: other.member == wanted)

    def _turn(self, line: RollLine) -> None:
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
