"""Voters who belong to no household of the register: the list, one beside it, taking and giving out lists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.people.voters import VoterLine, VoterPage, add_voter, voter_count, voters
from desktop.ui.lists.kept_filters import Chosen, KeptFilters
from desktop.ui.lists.search_box import SearchBox
from desktop.ui.page.page import Context, View
from desktop.ui.page.workbooks import ask_workbook
from desktop.ui.people.voter_panel import VoterPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.question import TextQuestion
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_ALL = "*"
_LISTED, _NOBODY, _NOT_FOUND = range(3)
_PART = 300
_PATIENCE = 250  # milliseconds after the last letter before the list is searched


class VotersView(View):
    """The list of a hamlet or of all, read part by part as it is scrolled.

    ``closed`` when it is left; ``taken`` carries the workbook that was chosen to be taken in; ``housed`` the
    key of a household that was made of a voter.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    closed = Signal()
    taken = Signal(Path)
    housed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._hamlets: dict[str, str] = {}
        self._more = False
        self._asked = 0
        self._next: int | None = None
        self.hamlet = ChoiceField("", (), self, explain=self.tr("Cử tri của thôn nào đang được xem."))
        self.hamlet.box().setAccessibleName(self.tr("Thôn"))
        self.ended = ChoiceField(
            "",
            [(False, self.tr("Còn ở")), (True, self.tr("Đã thôi"))],
            self,
            explain=self.tr(
                "Ai đã chết, chuyển đi, đi vắng hoặc đã vào một hộ thì không còn trong danh sách."
            ),
        )
        self.ended.box().setAccessibleName(self.tr("Còn ở hay đã thôi"))
        for choice in (self.hamlet, self.ended):
            choice.committed.connect(lambda _: self.refresh())
        self.search = SearchBox(self)
        self.search.set_hint(self.tr("Tìm cử tri, không cần gõ dấu"))
        self.search.setAccessibleName(self.tr("Tìm cử tri"))
        self.kept = KeptFilters(context, "voters", self._narrowed_to, self._narrow, self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._patience.start())
        self.table = Table(self._columns(), self, key=lambda line: line.id)
        self.table.setAccessibleName(self.tr("Cử tri không có hộ"))
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.facts = label("", "sentence", self)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.panel = VoterPanel(context, self)
        self.panel.housed.connect(self.housed)
        self.table.chosen.connect(lambda line: self.panel.load(line.id))
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(lambda _=False: self.leave())
        self.bar.add_left(back)
        self.add = self.bar.add_secondary(self.tr("Thêm cử tri…"), self.add_one, "plus")
        self.bar.set_primary(self.tr("Nhập danh sách cử tri"), self.choose)
        self._lay_out()

    def open(self, hamlets: Mapping[str, str], chosen: str | None, key: int | None = None) -> None:
        """Show the voters of a hamlet, or of all.

        Args:
            hamlets: names by code.
            chosen: code of the hamlet; None for all.
            key: of the voter to stand on.
        """
        self._hamlets, self._next = dict(hamlets), key
        every = self.tr("Tất cả {0} thôn, khu phố").format(len(hamlets))
        self.hamlet.set_choices([*hamlets.items(), (_ALL, every)] if len(hamlets) > 1 else [*hamlets.items()])
        self.hamlet.set_value(chosen or _ALL)
        self.ended.set_value(False)
        self.search.clear()
        self._patience.stop()
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list from its beginning."""
        self._ask(None)

    def leave(self) -> None:
        """Go back to the households."""
        self.panel.commit()
        self.closed.emit()

    def primary(self) -> None:
        """Take a list of voters in."""
        self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next voter of whom no birth is known."""
        self.table.walk(lambda row: not row.birth, step)

    def help_text(self) -> str:
        """Explain the field in focus, else the list."""
        return self.panel.help_text() or self.tr(
            "Cử tri có tên trong danh sách của thôn mà không ở hộ nào trong sổ. Họ đi theo thôn khi sáp "
            "nhập, chia tách và có tên khi toàn thể cử tri bầu. Nhập danh sách hộ hay thành viên hộ có tên "
            "họ thì họ về hộ đó. Vào hộ là ghi họ vào một hộ đã có; Lập hộ là lập một hộ do họ đứng tên. F8 "
            "tới người chưa rõ ngày sinh."
        )

    def choose(self) -> None:
        """Ask for a workbook of voters."""
        ask_workbook(self, self.tr("Chọn tệp danh sách cử tri"), self.taken.emit)

    def add_one(self) -> None:
        """Add a voter to the hamlet on show."""
        hamlet = self._chosen()
        if hamlet is None:
            return
        workplace = self.context.workplace
        question = TextQuestion(
            self.window(),
            self.tr("Thêm cử tri vào {0}").format(self._hamlets[hamlet]),
            self.tr("Người không ở hộ nào trong sổ. Các ô khác điền sau khi thêm."),
            self.tr("Họ và tên cử tri"),
            self.tr("Thêm cử tri"),
        )

        def add() -> None:
            name = question.field.value()
            self.context.do(lambda _: add_voter(workplace, hamlet, name), done=self._show_next)

        question.accepted.connect(add)
        question.open()

    def _narrowed_to(self) -> Chosen:
        """Tell what the list shows, for a filter that is kept."""
        return {
            "search": self.search.text().strip(),
            "hamlet": self._chosen(),
            "ended": bool(self.ended.value()),
        }

    def _narrow(self, chosen: Chosen) -> None:
        """Show what a kept filter says; a hamlet that is no more is no condition."""
        self.hamlet.set_value(chosen.get("hamlet") or _ALL)
        if self.hamlet.value() is None:
            self.hamlet.set_value(_ALL)
        self.ended.set_value(bool(chosen.get("ended")))
        self.search.setText(str(chosen.get("search") or ""))
        self._patience.stop()
        self.refresh()

    def _show_next(self, key: int) -> None:
        self._next = key
        self.refresh()

    def _chosen(self) -> str | None:
        code = self.hamlet.value()
        return None if code in (None, _ALL) else str(code)

    def _ask(self, after: int | None) -> None:
        hamlet, search, ended = self._chosen(), self.search.text(), bool(self.ended.value())
        workplace, self._asked = self.context.workplace, self._asked + 1
        asked = self._asked

        def found(page: VoterPage) -> None:
            # An answer that a later question has overtaken is not shown.
            if asked == self._asked:
                self._show(page, onward=after is not None)

        def counted(count: int) -> None:
            if asked == self._asked:
                self.facts.setText(self.tr("{0} cử tri không có hộ").format(f"{count:,}".replace(",", ".")))

        self.add.setEnabled(hamlet is not None)
        self.context.ask(
            lambda: voters(workplace, hamlet, search=search, ended=ended, after=after, limit=_PART), found
        )
        if after is None:
            self.context.ask(lambda: voter_count(workplace, hamlet, search=search, ended=ended), counted)

    def _show(self, page: VoterPage, *, onward: bool) -> None:
        self._more = page.more
        before: VoterLine | None = self.table.current()
        wanted, self._next = self._next or (before.id if before else None), None
        value = self.table.verticalScrollBar().value() if onward else 0
        self.table.set_rows([*self.table.rows(), *page.lines] if onward else page.lines)
        self.table.select(lambda line: line.id == wanted)
        if onward:
            self.table.verticalScrollBar().setValue(value)
        listed = self.table.current() is not None
        self.panel.setVisible(listed)
        if not listed and self.table.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        narrowed = bool(self.search.text().strip() or self.ended.value())
        self.rows.setCurrentIndex(_LISTED if listed else _NOT_FOUND if narrowed else _NOBODY)

    def _scrolled(self, value: int) -> None:
        shown = self.table.rows()
        if value == self.table.verticalScrollBar().maximum() and shown and self._more:
            self._ask(shown[-1].id)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Họ và tên"), lambda line: line.name, sub=self._hamlet_of, weight="medium"),
            Column(self.tr("Ngày sinh"), lambda line: line.birth, width=104),
            Column(self.tr("Giới"), lambda line: line.sex, width=60, gives_way=True),
            Column(self.tr("Số định danh"), lambda line: line.identity, width=124),
            Column(self.tr("Dân tộc"), lambda line: line.ethnic, width=92, gives_way=True),
        )

    def _hamlet_of(self, line: VoterLine) -> str:
        return line.hamlet if self._chosen() is None else ""

    def _lay_out(self) -> None:
        side, top = style.size("page_side"), style.size("page_top")
        self.hamlet.setFixedWidth(style.size("side_panel_narrow") - 40)
        self.ended.setFixedWidth(style.size("date_field"))
        self.search.setMinimumWidth(style.size("side_panel_narrow"))
        head = Wrapping(self)
        head.add(label(self.tr("Cử tri không có hộ"), "title", self))
        head.add(self.facts, elastic=True)
        choices = Wrapping(self)
        for choice in (self.hamlet, self.ended):
            choices.add(choice)
        finding = QWidget(self)
        line = QHBoxLayout(finding)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        line.addWidget(self.search, 1)
        line.addWidget(self.kept)
        choices.add(finding, elastic=True)
        self.rows = Views(self)
        for view in (self.table, *self._empty()):
            self.rows.addWidget(view)
        beside = Beside()
        beside.add(self.rows)
        beside.grow_too(self.table)
        beside.add_panel(self.panel)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, top, side, 12)
        inside.setSpacing(12)
        inside.addWidget(head)
        inside.addWidget(choices)
        inside.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.bar)
        tab_as_read(self)

    def _empty(self) -> tuple[EmptyView, EmptyView]:
        return (
            EmptyView(
                "users-three-fill",
                self.tr("Không có cử tri nào ngoài các hộ"),
                self.tr(
                    "Ai có tên trong danh sách cử tri của thôn mà không ở hộ nào trong sổ thì ghi ở đây: "
                    "nhập danh sách cử tri, hoặc thêm từng người."
                ),
                parent=self,
            ),
            EmptyView(
                "funnel-fill",
                self.tr("Không tìm thấy ai"),
                self.tr("Sửa chữ tìm, chọn thôn khác, hoặc đổi giữa Còn ở và Đã thôi."),
                parent=self,
            ),
        )
