"""From the head of a hamlet to the secretary of its branch: the chosen hamlet over all hamlets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.chain.exceptions import ExceptionView
from desktop.services.chain.switching import Candidate, ChainLine, chain_lines, without_chain
from desktop.services.chain.views import ChainRow, Node, chain_view
from desktop.services.chain.views import ChainView as Shown
from desktop.services.papers.chains import draw_chain_sheet, draw_exceptions
from desktop.ui.chain.chain_acts import ChainActs
from desktop.ui.chain.chain_parts import ChainParts
from desktop.ui.page.further import further_place
from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.empty import EmptyView


class ChainView(View):
    """The page of the chain; ``closed`` is emitted when it is left.

    Args:
        context: the open office and the runner.
        parent: the page that opens it.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: str | None = None
        self._shown: Shown | None = None
        self._key: int | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self.acts = ChainActs(context, self)
        self._parts = parts = ChainParts(self)
        self.card, self.table, self.panel = parts.card, parts.table, parts.panel
        parts.card.print_asked.connect(self.print_it)
        parts.card.plan_asked.connect(self.ask_plan)
        parts.card.personnel_asked.connect(self._open_personnel)
        parts.table.chosen.connect(lambda _: parts.show_hamlet(parts.table.current_row()))
        parts.table.opened.connect(lambda _: self._open_step())
        parts.foot.left.connect(self.closed)
        parts.panel.asked.connect(self.primary)
        parts.exceptions.asked.connect(self.ask_exception)
        parts.exceptions.print_asked.connect(self.print_exceptions)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._leave_paper)
        self.empty = EmptyView(
            "link-fill",
            self.tr("Chưa bật chuỗi từ Trưởng thôn tới bí thư"),
            self.tr(
                "Bật cho đợt bầu: phương án duyệt trước khi in phiếu, công nhận trước ngày đại hội, Trưởng "
                "thôn được chuyển vào danh sách bầu bí thư. Chỗ chưa đủ thì chương trình báo; cho qua phải "
                "có lý do. Không bật thì mọi việc như cũ."
            ),
            self.tr("Bật chuỗi"),
            self._switch_on,
            "Ctrl+Enter",
            parent=self,
        )
        self._blank = QWidget(self)
        self._views = _Views(self)
        for view in (self._blank, parts, self.empty, self.paper):
            self._views.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._views)

    def open(self, argument: object = None) -> None:
        """Show the chain of a campaign by its code; the latest one where none is named."""
        self._wanted = argument if isinstance(argument, str) else None
        self._views.setCurrentWidget(self._blank)
        self.refresh()

    def refresh(self) -> None:
        """Read the chain anew."""
        place, wanted = self.context.workplace, self._wanted

        def read() -> tuple[Shown | None, tuple[ChainLine, ...], tuple[Candidate, ...]]:
            lines = chain_lines(place)
            line = next((each for each in lines if each.campaign == wanted), None)
            if line is None and (wanted is None or not any(each.campaign for each in lines)) and lines:
                line = lines[0]
            return chain_view(place, line.key) if line is not None else None, lines, without_chain(place)

        self.context.ask(read, self._show, once=(self, "chain"))

    def primary(self) -> None:
        """Do what comes next for the chosen hamlet."""
        current, row = self._views.currentWidget(), self.table.current_row()
        if current is self.empty:
            self._switch_on()
        elif current is self.paper:
            self.paper.print_it()
        elif row is not None and row.next is not None:
            self._do_next(row)

    def print_it(self) -> None:
        """Show the sheet of the chosen hamlet as it is printed; on show already, print it."""
        row, place = self.table.current_row(), self.context.workplace
        if self._views.currentWidget() is self.paper:
            self.paper.print_it()
        elif row is not None and self._key is not None:
            draw = partial(draw_chain_sheet, place, self._key, row.chain.code)
            self._look_at(self.tr("Tờ theo dõi chuỗi"), draw, f"chuoi-{row.chain.code}.pdf")

    def print_exceptions(self) -> None:
        """Show the list of exceptions as it is printed."""
        if self._key is not None:
            draw = partial(draw_exceptions, self.context.workplace, self._key)
            self._look_at(self.tr("Danh sách ngoại lệ"), draw, "ngoai-le.pdf")

    def next_problem(self, step: int = 1) -> None:
        """Go to the next hamlet that is stuck."""
        if not self.table.go_to_stuck(step):
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the page."""
        return self.tr(
            "Mỗi thôn một dòng, sáu bước; thôn vướng xếp trước. Enter mở bước đang đứng, F8 tới thôn vướng "
            "tiếp theo. Cửa ở giữa hai bước: chưa mở thì việc phía sau bị chặn kèm lý do; cho qua phải ghi "
            "lý do và họ tên, được in ở tờ theo dõi, báo cáo và biên bản đại hội, không in ở giấy của xã."
        )

    def go_back(self) -> bool:
        """Leave the paper on show, then the page."""
        if self._views.currentWidget() is self.paper:
            self._leave_paper()
        else:
            self.closed.emit()
        return True

    def ask_plan(self) -> None:
        """Ask what became of the plan of personnel of the chosen hamlet, or of all like it."""
        row = self.table.current_row()
        if row is not None and self._key is not None:
            self.acts.ask_plan(self._key, row, self.table.rows())

    def ask_exception(self, one: ExceptionView) -> None:
        """Ask about an exception, and write it down."""
        if self._key is not None:
            self.acts.ask_exception(self._key, one)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards beneath the table where the window is narrow."""
        super().resizeEvent(event)
        self._parts.arrange(self.size(), narrow_window=is_narrow(self.window()))

    def _show(self, read: tuple[Shown | None, tuple[ChainLine, ...], tuple[Candidate, ...]]) -> None:
        shown, _, self._candidates = read
        self._shown, self._key = shown, shown.key if shown is not None else None
        if shown is None:
            self._views.setCurrentWidget(self.empty)
            return
        self._parts.show_chain(shown)
        if self._views.currentWidget() is not self.paper:
            came = self._views.currentWidget() is not self._parts
            self._views.setCurrentWidget(self._parts)
            if came:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_personnel(self) -> None:
        row = self.table.current_row()
        named = "issues" if row is not None and row.open_issues else "reviews"
        self.context.go.emit(further_place(self.context.workplace), ("personnel", named))

    def _switch_on(self) -> None:
        self.acts.switch_on(self._wanted or next((each.campaign for each in self._candidates), None))

    def _do_next(self, row: ChainRow) -> None:
        following = row.next
        if following is None:
            return
        if following.key.startswith("plan."):
            self.ask_plan()
        elif following.key == "exception":
            found = self._shown.open_exceptions if self._shown is not None else ()
            for one in found:
                if one.hamlet_code == row.chain.code:
                    self.ask_exception(one)
        elif following.key == "congress.carry_over" and self._key is not None:
            self.acts.carry_over(self._key, row)
        elif following.place != "chain":
            self.context.go.emit(following.place, following.argument)

    def _open_step(self) -> None:
        """Open the step of the current cell; on a name, what comes next."""
        row, node = self.table.current_row(), self.table.node()
        if row is None:
            return
        election, congress = row.chain.head.election, row.chain.congress.code
        if node is Node.PLAN:
            self.ask_plan()
        elif node in (Node.HEAD, Node.RECOGNITION) and election is not None:
            step = "recognition" if node is Node.RECOGNITION else ""
            self.context.go.emit("election", (election, step))
        elif node in (Node.CONGRESS, Node.SECRETARY, Node.APPROVAL) and congress is not None:
            self.context.go.emit("congress", congress)
        else:
            self._do_next(row)

    def _look_at(self, title: str, draw: Callable[[], bytes], file_name: str) -> None:
        self._views.setCurrentWidget(self.paper)
        self.paper.show_paper(title, draw, file_name)

    def _leave_paper(self) -> None:
        self._views.setCurrentWidget(self._parts)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class _Views(Views):
    """The views of the page; what is on show says its least height itself."""

    def hasHeightForWidth(self) -> bool:
        """Deny that wrapped words decide the height: beside the table they scroll."""
        return False
