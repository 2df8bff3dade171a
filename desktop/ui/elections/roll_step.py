"""The roll: who may vote, as it would be frozen today or as it was frozen, and its supplements."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.elections.rolls.freezing import RollView
from desktop.services.elections.rolls.supplements import supplement
from desktop.services.elections.rolls.views import RollPage, RollRow, roll_page
from desktop.services.papers.envelopes import print_sign_in_roll, sign_in_roll
from desktop.ui.elections.roll_panel import RollPanel
from desktop.ui.elections.supplement_dialog import Supplement, SupplementDialog
from desktop.ui.page.page import Context
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.side_panel import clause_words
from desktop.ui.page.step import Step, lay_out
from desktop.ui.page.ways import Way
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_PAGE = 100
_REPRESENTED, _SUPPLEMENT = 4, 5


class RollStep(Step):
    """The step ``roll``."""

    key = "roll"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._offset = 0
        self._shown: RollPage | None = None
        self.search = TextField("", self, explain=self.tr("Gõ một phần họ tên, có dấu hay không đều được."))
        self.search.line.setPlaceholderText(self.tr("Tìm theo họ tên"))
        self.search.line.setAccessibleName(self.tr("Tìm trong danh sách"))
        self.search.setMaximumWidth(style.size("search_width"))
        self.search.committed.connect(lambda _: self._turn(-self._offset))
        self.count = label("", "caption", self)
        self.back = secondary("", "caret-left", self)
        self.on = secondary("", "caret-right", self)
        for button, name, by in ((self.back, self.tr("Trang trước"), -1), (self.on, self.tr("Trang sau"), 1)):
            button.setFixedWidth(style.size("button"))
            button.setProperty("narrow", True)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=by: self._turn(by * _PAGE))
        self.table = Table(
            [
                Column(self.tr("STT"), lambda row: str(row.number), width=56, align="right"),
                Column(self.tr("Họ và tên"), lambda row: row.name, weight="medium"),
                Column(self.tr("Ngày sinh"), lambda row: row.birth, width=110),
                Column(self.tr("Giới"), lambda row: row.sex, width=60, gives_way=True),
                Column(self.tr("Đại diện cho"), self._represented, width=200),
                Column(
                    self.tr("Bổ sung"), self._supplement, width=180, state=_supplement_state, ground=False
                ),
            ],
            self,
            row_height=style.size("row_entry"),
        )
        self.table.setAccessibleName(self.tr("Danh sách người đi bầu"))
        self.panel = RollPanel(context, self)
        self.panel.add_line.clicked.connect(self._add)
        self.bar = BottomBar(self)
        sheet = secondary(self.tr("Sổ ký nhận"), "pencil-line", self)
        sheet.clicked.connect(self._look)
        self.bar.add_left(sheet)
        self.paper = PaperView(context, self)
        self._stack = Views(self)
        self.paper.closed.connect(lambda: self._stack.setCurrentIndex(0))
        self._stack.addWidget(self._roll_view())
        self._stack.addWidget(self.paper)
        self._stack.addWidget(self._nobody())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def load(self, code: str) -> None:
        """Read a page of the roll."""
        if code != self.code:
            self._offset = 0
            self.search.set_value("")
            self._stack.setCurrentIndex(0)
        super().load(code)
        search, offset = self.search.value(), self._offset
        self.context.ask(lambda: roll_page(self.context.workplace, code, search, offset, _PAGE), self._show)

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def primary(self) -> None:
        """Go on to the next step, or to the households where there are none."""
        if self._stack.currentIndex() == 1:
            return
        if self._shown is not None and not self._shown.total:
            self._open_households()
        else:
            self.bar.press()

    def print_it(self) -> None:
        """Show the roll to sign, and from there print it."""
        if self._stack.currentIndex() == 1:
            self.paper.print_it()
        else:
            self._look()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what differs from the register, and what is said against the roll; Enter opens it."""
        self.panel.walk(self.panel.findings, step)
        row = self.panel.findings.current_row()
        if row is not None:
            row.setFocus()

    def help_text(self) -> str:
        """Explain the roll and cite the clause on who votes."""
        if self._shown is None:
            return ""
        told = self.tr(
            "Danh sách lấy từ sổ hộ của thôn vào ngày bầu. F8 đi qua từng khác biệt giữa sổ hộ và danh sách; "
            "sửa hoặc giải thích hết thì niêm yết được. In phiếu thật lần đầu thì danh sách được chốt; "
            "sau đó chỉ bổ sung hộ có đánh số và lý do, cho tới khi khai mạc cuộc họp. In thử thì chưa chốt."
        )
        return f"{told}\n\n{clause_words(self._shown.electorate)}"

    def go_back(self) -> bool:
        """Leave the preview."""
        if self._stack.currentIndex() == 1:
            self._stack.setCurrentIndex(0)
            self.table.setFocus()
            return True
        return False

    def _show(self, page: RollPage) -> None:
        self._shown = page
        if not page.total:
            self._stack.setCurrentIndex(2)
            return
        if self._stack.currentIndex() == 2:
            self._stack.setCurrentIndex(0)
        self.table.set_rows(page.rows)
        self.table.show_column(_SUPPLEMENT, shown=bool(page.supplements))
        self.table.show_column(_REPRESENTED, shown=any(row.authority for row in page.rows))
        last = self._offset + len(page.rows)
        self.count.setText(
            self.tr("Dòng {0} đến {1} trong {2}").format(self._offset + 1, last, page.found)
            if page.rows
            else self.tr("Không có dòng nào khớp.")
        )
        self.back.setEnabled(self._offset > 0)
        self.on.setEnabled(last < page.found)
        for button in (self.back, self.on):
            button.setVisible(page.found > _PAGE)
        self.panel.show_roll(self.code, page)
        following = "candidates" if page.frozen_at is None else "ballots"
        word = self.tr("Sang bước Ứng cử") if page.frozen_at is None else self.tr("Sang bước Phiếu")
        self.bar.set_primary(word, lambda: self.proceed.emit(following))

    def _turn(self, by: int) -> None:
        self._offset = max(self._offset + by, 0)
        self.load(self.code)

    def _add(self) -> None:
        place, code = self.context.workplace, self.code
        voters = self._shown is not None and self._shown.voters

        def write(said: Supplement, done: Any, failed: Any) -> None:
            def added(roll: RollView) -> None:
                self._tell_added(code, said.elector.name, roll.supplements)
                done(roll)

            self.context.do(
                lambda _: supplement(place, code, said.elector.elector, said.reason),
                done=added,
                failed=failed,
            )

        SupplementDialog(self.context, code, self.window(), write, voters=voters).open()

    def _tell_added(self, code: str, name: str, number: int) -> None:
        way = Way(self.tr("Hoàn tác"), partial(self.panel.take_back, code, number))
        said = self.tr("Đã bổ sung {0} vào danh sách, có đánh số và lý do.").format(name)
        self.context.offered.emit(said, "done", way)

    def _look(self) -> None:
        code = self.code
        self._stack.setCurrentIndex(1)
        self.paper.show_paper(
            self.tr("Danh sách ký nhận, điểm danh"),
            lambda: sign_in_roll(self.context.workplace, code),
            f"danh-sach-ky-nhan-{code}.pdf",
            lambda: print_sign_in_roll(self.context.workplace, code),
        )

    def _represented(self, row: RollRow) -> str:
        if not row.authority:
            return ""
        by = self.tr("hộ {0}, ủy nhiệm") if row.authority == "authorised" else self.tr("hộ {0}, trong hộ")
        return by.format(row.head)

    def _supplement(self, row: RollRow) -> str:
        return self.tr("Số {0}: {1}").format(row.supplement, row.reason) if row.supplement else ""

    def _roll_view(self) -> QWidget:
        whole = QWidget(self)
        above = QHBoxLayout()
        above.setSpacing(style.size("grid"))
        above.addWidget(self.search, 1)
        above.addStretch(1)
        above.addWidget(self.count)
        above.addWidget(self.back)
        above.addWidget(self.on)
        left = QVBoxLayout()
        left.setSpacing(style.size("grid"))
        left.addLayout(above)
        left.addWidget(self.table, 1)
        lay_out(whole, self.panel.beside(left, self.table), self.bar)
        return whole

    def _open_households(self) -> None:
        if self._shown is not None:
            self.context.go.emit("households", self._shown.hamlet_code)

    def _nobody(self) -> QWidget:
        return EmptyView(
            "users-three-fill",
            self.tr("Thôn chưa có hộ nào"),
            self.tr("Danh sách cử tri lấy từ sổ hộ. Hãy nhập danh sách hộ của thôn từ tệp Excel."),
            self.tr("Mở Hộ và cử tri"),
            self._open_households,
            "Ctrl+Enter",
            parent=self,
        )


def _supplement_state(row: RollRow) -> State | None:
    return State("new") if row.supplement else None
