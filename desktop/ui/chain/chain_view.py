"""From the head of a hamlet to the secretary of its branch: the chosen hamlet over all hamlets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.chain import exceptions as excepting
from desktop.services.chain.exceptions import ExceptionView, NewException
from desktop.services.chain.plans import record_plan, take_back_plan
from desktop.services.chain.switching import (
    Candidate,
    ChainLine,
    chain_lines,
    switch_on,
    without_chain,
)
from desktop.services.chain.views import ChainRow, Node, chain_view
from desktop.services.chain.views import ChainView as Shown
from desktop.services.congress.carry_over import carry_over
from desktop.services.office.sides import Side
from desktop.services.papers.chains import draw_chain_sheet, draw_exceptions
from desktop.ui.chain.chain_card import ChainCard
from desktop.ui.chain.chain_table import ChainTable
from desktop.ui.chain.questions import TAKE_BACK, ExceptionQuestion, NamesakeQuestion, PlanQuestion
from desktop.ui.chain.side_cards import ChainNextPanel, ExceptionsCard, GatesCard
from desktop.ui.page.further import further_place
from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.submitted_question import Submit
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.drawn.figure_view import FigureView
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, key_hint, label
from desktop.ui.widgets.state import LOOKS
from desktop.wording import weekday_word

_SIDE = 276
_NARROW = 1000
_LOW = 680
_LEAST_WIDTH, _LEAST_HEIGHT = 780, 420
_ANY = 16777215  # Qt's own largest width


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
        self.card = ChainCard(self)
        self.card.print_asked.connect(self.print_it)
        self.card.plan_asked.connect(self.ask_plan)
        self.card.personnel_asked.connect(self._open_personnel)
        self.table = ChainTable(self)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._open_step())
        self.panel = ChainNextPanel(self)
        self.panel.asked.connect(self.primary)
        self.exceptions = ExceptionsCard(self)
        self.exceptions.asked.connect(self.ask_exception)
        self.exceptions.print_asked.connect(self.print_exceptions)
        self.gates = GatesCard(self)
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
        self._figures = {
            "recognised": FigureView(self.tr("đã bầu, công nhận"), self),
            "held": FigureView(self.tr("đã đại hội"), self),
            "is_head": FigureView(self.tr("bí thư là trưởng thôn"), self),
            "exceptions": FigureView(self.tr("ngoại lệ"), self),
        }
        self._lay_out()

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

    def _open_personnel(self) -> None:
        row = self.table.current_row()
        named = "issues" if row is not None and row.open_issues else "reviews"
        self.context.go.emit(further_place(self.context.workplace), ("personnel", named))

    def ask_plan(self) -> None:
        """Ask what became of the plan of personnel of the chosen hamlet, or of all like it."""
        row, place, key = self.table.current_row(), self.context.workplace, self._key
        if row is None or key is None:
            return

        def write(answer: tuple[tuple[str, ...], Any]) -> None:
            hamlets, new = answer
            if new == TAKE_BACK:
                for hamlet in hamlets:
                    take_back_plan(place, key, hamlet)
            else:
                record_plan(place, key, hamlets, new)

        PlanQuestion(
            self.window(), row, self.table.rows(), place.today(), self._submit(write, self.tr("Đã ghi."))
        ).open()

    def ask_exception(self, one: ExceptionView) -> None:
        """Ask about an exception, and write it down."""
        place, chain = self.context.workplace, self._key
        if chain is None:
            return

        def write(new: NewException) -> None:
            if one.key is None:
                excepting.record_exception(place, chain, one.hamlet_code, new)
            else:
                excepting.change_exception(place, one.key, new)

        submit = self._submit(write, self.tr("Đã ghi ngoại lệ."))
        ExceptionQuestion(self.window(), one.hamlet, one, submit).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards beneath the table where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < style.grown(_NARROW) or is_narrow(self.window())
        low = not narrow and self.height() < style.grown(_LOW)
        self.gates.setVisible(not low)
        self.exceptions.set_most(1 if low else 4)
        self.card.show_legend(shown=not narrow)
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._upper.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        wide = style.grown(_SIDE)
        self._side.setMinimumWidth(0 if narrow else wide)
        self._side.setMaximumWidth(_ANY if narrow else wide)
        self._keys.setVisible(not narrow)
        self.table.set_grows(grows=narrow)
        self._side.set_grows(grows=narrow)
        self._whole.stack(stacked=narrow)

    def _show(self, read: tuple[Shown | None, tuple[ChainLine, ...], tuple[Candidate, ...]]) -> None:
        shown, _, self._candidates = read
        self._shown, self._key = shown, shown.key if shown is not None else None
        if shown is None:
            self._views.setCurrentWidget(self.empty)
            return
        weekday = weekday_word(shown.now)
        self._moment.say(
            self.tr("{0} {1}. Thôn vướng xếp trước.").format(
                weekday[:1].upper() + weekday[1:], f"{shown.now:%d/%m/%Y, %H:%M}"
            ),
            f"{shown.now:%d/%m/%Y, %H:%M}",
        )
        base = f"/{len(shown.rows)}"
        for key, view in self._figures.items():
            if key == "exceptions":
                count = len(shown.open_exceptions)
                view.set_figure(str(count), base, ink="amber" if count else "ink")
            else:
                view.set_figure(str(getattr(shown, key)), base)
        self.table.show_rows(shown.rows)
        self.exceptions.set_exceptions(shown.open_exceptions)
        self._choose(self.table.current())
        if self._views.currentWidget() is not self.paper:
            came = self._views.currentWidget() is not self._whole
            self._views.setCurrentWidget(self._whole)
            if came:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: object) -> None:
        chosen = row if isinstance(row, ChainRow) else None
        self.card.set_row(chosen)
        self.panel.set_row(chosen)

    def _switch_on(self) -> None:
        place = self.context.workplace
        campaign = self._wanted or next((each.campaign for each in self._candidates), None)
        if campaign is None and place.side is not Side.PARTY:
            self.context.told.emit(
                self.tr("Chưa có đợt bầu Trưởng thôn; hãy lập đợt ở trang Hôm nay rồi bật chuỗi."),
                "attention",
            )
            return
        self.context.do(
            lambda _: switch_on(place, campaign),
            done=lambda _: self.context.told.emit(
                self.tr("Đã bật chuỗi. Bước đầu: ghi phương án nhân sự."), "done"
            ),
        )

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
        elif following.key == "congress.carry_over":
            self._carry_over(row)
        elif following.place != "chain":
            self.context.go.emit(following.place, following.argument)

    def _carry_over(self, row: ChainRow) -> None:
        place, chain = self.context.workplace, self._key
        if chain is None:
            return
        code = row.chain.code

        def done(_: object) -> None:
            self.context.told.emit(self.tr("Đã chuyển Trưởng thôn vào danh sách bầu."), "done")

        if row.belongs is not None and row.belongs.member is None and row.belongs.namesakes:
            submit = self._submit(
                lambda member: carry_over(place, chain, code, member),
                self.tr("Đã chuyển Trưởng thôn vào danh sách bầu."),
            )
            NamesakeQuestion(self.window(), row, submit).open()
        else:
            self.context.do(lambda _: carry_over(place, chain, code), done=done)

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

    def _submit(self, write: Callable[[Any], object], said: str) -> Submit:
        def submit(answer: Any, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            def written(result: object) -> None:
                done(result)
                self.context.told.emit(said, "done")

            self.context.do(lambda _: write(answer), done=written, failed=failed)

        return submit

    def _look_at(self, title: str, draw: Callable[[], bytes], file_name: str) -> None:
        self._views.setCurrentWidget(self.paper)
        self.paper.show_paper(title, draw, file_name)

    def _leave_paper(self) -> None:
        self._views.setCurrentWidget(self._whole)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._blank, self._whole = QWidget(self), _Whole(self)
        head = QVBoxLayout()
        head.setSpacing(0)
        title = QHBoxLayout()
        title.setSpacing(style.size("inner"))
        title.addWidget(label(self.tr("Từ trưởng thôn tới bí thư"), "title", self))
        title.addStretch(1)
        head.addLayout(title)
        self._moment = ElidedLabel("", "caption", self)
        head.addWidget(self._moment)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(style.size("page_side") + 8)
        self._upper.addLayout(head, 1)
        figures = QHBoxLayout()
        figures.setSpacing(style.size("page_side"))
        for figure in self._figures.values():
            figures.addWidget(figure)
        figures.addStretch(0)
        self._upper.addLayout(figures)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.card)
        left.addWidget(self.table, 100)
        left.addLayout(self._foot())
        left.addStretch(1)
        self._side = Scrolling(self)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QWidget(self._side)
        beside.setProperty("kind", "plain")
        cards = QVBoxLayout(beside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(10)
        for part in (self.panel, self.exceptions, self.gates):
            cards.addWidget(part)
        cards.addStretch(1)
        self._side.setWidget(beside)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(style.size("column_gap"))
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self._side)
        column = QVBoxLayout(self._whole)
        side = style.size("page_side")
        column.setContentsMargins(side, 10, side, 8)
        column.setSpacing(6)
        column.addLayout(self._upper)
        column.addLayout(self._parts, 1)
        self._views = _Views(self)
        for view in (self._blank, self._whole, self.empty, self.paper):
            self._views.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._views)
        tab_as_read(self._whole)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        back = quiet(self.tr("Quay lại"), self)
        back.setProperty("low", True)
        back.clicked.connect(lambda _=False: self.closed.emit())
        row.addWidget(back)
        for kind, word in (
            ("done", self.tr("Xong")),
            ("doing", self.tr("Đang làm")),
            ("attention", self.tr("Cần xem")),
            ("wrong", self.tr("Sai hoặc muộn")),
            ("not_yet", self.tr("Chưa tới")),
        ):
            row.addWidget(IconView(LOOKS[kind].icon, LOOKS[kind].colour, "icon_small", self))
            row.addWidget(label(word, "caption", self))
            row.addSpacing(style.size("inner"))
        row.addStretch(1)
        self._keys = QWidget(self)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(style.size("grid"))
        keys.addWidget(key_hint("Enter", self.tr("mở bước"), self._keys))
        keys.addWidget(key_hint("F8", self.tr("thôn vướng tiếp theo"), self._keys))
        row.addWidget(self._keys)
        return row


class _Views(Views):
    """The views of the page; what is on show says its least height itself."""

    def hasHeightForWidth(self) -> bool:
        """Deny that wrapped words decide the height: beside the table they scroll."""
        return False


class _Whole(QWidget):
    """What stands on the page; where its parts stand under each other it asks for all their height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stacked = False

    def stack(self, *, stacked: bool) -> None:
        """Ask for all the height, for the page scrolls, or for the least."""
        if stacked != self._stacked:
            self._stacked = stacked
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the least in which the parts stand beside each other, or what they need under each other."""
        layout = self.layout()
        if not self._stacked or layout is None:
            return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        wraps = layout.hasHeightForWidth()
        high = layout.totalMinimumHeightForWidth(max(self.width(), 1)) if wraps else 0
        return QSize(layout.totalMinimumSize().width(), max(high, layout.totalMinimumSize().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew at another width, where words break elsewhere."""
        super().resizeEvent(event)
        if self._stacked and event.oldSize().width() != event.size().width():
            self.updateGeometry()
