"""Hôm nay: where everything stands, what comes next, and the way to every step."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.campaigns import CampaignView as Planned
from desktop.services.elections.unplanning import take_back_plan
from desktop.services.office.changes import Kind
from desktop.services.progress.next_thing import NextThing
from desktop.services.progress.steps import Step, own_steps
from desktop.services.today.board import Board, BoardRow, board
from desktop.ui.page.further import DISMISSALS, FurtherViews
from desktop.ui.page.page import Context, Page
from desktop.ui.page.side_panel import clause_words
from desktop.ui.today.board_view import BoardView
from desktop.ui.today.campaign_view import CampaignView
from desktop.ui.today.deadlines_card import DeadlinesCard
from desktop.ui.today.grid_view import GridView
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import first_inside, holds_focus
from desktop.ui.widgets.labels import label

_MINUTE = 60_000


class TodayPage(Page):
    """The board of a campaign, with the telephone grid and the planning form behind it.

    A campaign stays on show until another is chosen or planned. ``open_with("grid")`` shows the grid,
    ``("plan", hamlet code)`` the form that adds a hamlet, ``("campaign", code)`` the board of a campaign,
    ``(name, argument)`` a further view by its name.
    """

    kinds = frozenset(
        {
            Kind.PLACES,
            Kind.PEOPLE,
            Kind.ELECTIONS,
            Kind.ROLLS,
            Kind.COUNTING,
            Kind.RESULTS,
            Kind.PAPERS,
            Kind.EXCHANGE,
            Kind.OFFICE,
            Kind.CONGRESS,
            Kind.DISMISSALS,
            Kind.CHAIN,
            Kind.PARTY,
            Kind.BASES,
            Kind.GROUPS,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._board: Board | None = None
        self._campaign: str | None = None
        self._chosen = False
        self._just_planned: Planned | None = None
        self.board_view = BoardView(self)
        self._no_hamlets = EmptyView(
            "map-pin-fill",
            self.tr("Chưa có thôn nào"),
            self.tr("Nhập danh sách thôn, bản, khu phố của xã, rồi lập đợt bầu cử cho các thôn đó."),
            self.tr("Nhập danh sách thôn"),
            lambda: context.go.emit("hamlets", None),
            "Ctrl+Enter",
            parent=self,
        )
        self._no_campaign = EmptyView(
            "calendar-check-fill",
            self.tr("Chưa có đợt bầu cử nào"),
            self.tr("Chọn ngày bầu chung, chương trình lập cuộc bầu cho từng thôn và tính các hạn."),
            self.tr("Lập đợt bầu cử"),
            self.plan,
            "Ctrl+Enter",
            parent=self,
        )
        self._views = _Views(self)
        self._blank = QWidget(self)
        for view in (self._blank, self.board_view):
            self._views.addWidget(view)
        self.further = FurtherViews(context, self._views, self, self._leave)
        # What is due of a head who leaves is due in an office, too, that never planned a campaign.
        self._early = DeadlinesCard(self)
        self._early.waves.hide()
        self._empty = {
            self._no_hamlets: self._titled(self._no_hamlets),
            self._no_campaign: self._titled(self._no_campaign, self._early),
        }
        for titled in self._empty.values():
            self._views.addWidget(titled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._views)
        self.board_view.step_asked.connect(self._open_step)
        self.board_view.next_asked.connect(self._open_next)
        self.board_view.number_asked.connect(self._ask_number)
        self.board_view.head.chosen.connect(self._choose)
        self.board_view.head.followed.connect(self._follow)
        self.board_view.grid_button.clicked.connect(self.show_grid)
        self.board_view.plan_button.clicked.connect(self._plan_new)
        self.board_view.deadlines.waves.clicked.connect(lambda: self.further.show("waves"))
        self.board_view.head.chain.clicked.connect(lambda: self.further.show("chain", self._campaign))
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, self.board_view, context=near).activated.connect(
            self._take_back
        )
        for card in (self.board_view.deadlines, self._early):
            card.days_off.clicked.connect(self._days_off)
            card.dismissals_asked.connect(lambda: context.go.emit("hamlets", DISMISSALS))
        # "Late" and "this hour" change by themselves.
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        self._minute.start()

    @cached_property
    def grid_view(self) -> GridView:
        """The telephone grid, made when it is first shown."""
        view = GridView(self.context, self)
        view.left.connect(self._leave)
        self._views.addWidget(view)
        return view

    @cached_property
    def campaign_view(self) -> CampaignView:
        """The planning form, made when it is first shown."""
        view = CampaignView(self.context, self)
        view.done.connect(self._leave)
        view.planned.connect(self._show_planned)
        view.taken_back.connect(self._take_back)
        self._views.addWidget(view)
        return view

    def open_with(self, argument: object) -> None:
        """Show the grid, the form for a hamlet without a day yet, a campaign's board, or a further view."""
        if argument == "grid":
            self.show_grid()
        elif isinstance(argument, tuple) and argument[:1] == ("plan",):
            self.plan(str(argument[1]))
        elif isinstance(argument, tuple) and argument[:1] == ("campaign",):
            self._choose(str(argument[1]))
        elif isinstance(argument, tuple) and argument:
            self.further.show(str(argument[0]), *argument[1:2])

    def on_show(self) -> tuple[str, ...]:
        """Return the further view, or the campaign where a person chose it among several."""
        if (name := self.further.name_on_show()) is not None:
            return (name,)
        return ("campaign", self._campaign) if self._chosen and self._campaign is not None else ()

    def focus_home(self) -> QWidget | None:
        """Return the table of the board where it is on show, or what a further view has first."""
        if (further := self.further.on_show()) is not None:
            return first_inside(further)
        if self._views.currentWidget() is self.board_view:
            return self.board_view.table
        return super().focus_home()

    def refresh(self) -> None:
        """Load the board, and the grid where it is on show."""
        workplace, wanted = self.context.workplace, self._campaign
        self.context.ask(
            lambda: board(workplace, wanted),
            partial(self._show_board, wanted),
            partial(self._refused, wanted),
            once=(self, wanted),
        )
        view = self._views.currentWidget()
        if isinstance(view, GridView):
            view.refresh()
        self.further.refresh()

    def show_grid(self) -> None:
        """Show the telephone grid of the campaign on show."""
        self._views.setCurrentWidget(self.grid_view)
        self._name_grid()
        self.grid_view.open()

    def plan(self, hamlet: str | None = None) -> None:
        """Show the form that plans a campaign, or adds a hamlet to the one on show."""
        self._views.setCurrentWidget(self.campaign_view)
        self.campaign_view.open_for(hamlet, self._campaign)

    def primary(self) -> None:
        """Do the next thing, or what the view on show is for."""
        if (further := self.further.on_show()) is not None:
            further.primary()
            return
        view = self._views.currentWidget()
        if view is self.board_view:
            self._open_next(self.board_view.current())
        elif isinstance(view, CampaignView):
            view.bar.press()
        else:
            for empty, titled in self._empty.items():
                if titled is view and empty.button is not None:
                    empty.button.click()

    def print_it(self) -> None:
        """Print what a further view shows; the board itself is no paper."""
        if (further := self.further.on_show()) is not None:
            further.print_it()
        else:
            super().print_it()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next late cell of the board, or the next hamlet to call."""
        if (further := self.further.on_show()) is not None:
            further.next_problem(step)
            return
        view = self._views.currentWidget()
        if isinstance(view, BoardView | GridView) and not view.go_to_problem(step):
            self.context.told.emit(self.tr("Không có việc nào muộn hay cần xem."), "done")

    def help_text(self) -> str:
        """Explain the step of the column, or the field in focus."""
        if (further := self.further.on_show()) is not None:
            return further.help_text()
        view = self._views.currentWidget()
        if isinstance(view, CampaignView | GridView):
            return view.help_text()
        if holds_focus(self.board_view.head.campaign):
            return self.board_view.head.campaign.explain
        row, step = self.board_view.current(), self.board_view.table.step()
        if view is not self.board_view or row is None or step not in row.laws:
            return ""
        return clause_words(row.laws[Step(step)])

    def go_back(self) -> bool:
        """Leave the grid, the form, or a further view and what stands over it."""
        if (further := self.further.on_show()) is not None:
            if not further.go_back():
                self._leave()
            return True
        if isinstance(self._views.currentWidget(), CampaignView | GridView):
            self._leave()
            return True
        return False

    def _show_board(self, wanted: str | None, found: Board) -> None:
        if wanted != self._campaign:
            return  # another was chosen meanwhile, and is on its way
        self._board = found
        # What is on show stays, though the last thing to do in it is done.
        self._campaign = found.campaign
        self.board_view.show_board(found)
        self._early.set_entries(found.deadlines)
        self._early.setVisible(bool(found.deadlines))
        if isinstance(self._views.currentWidget(), GridView):
            self._name_grid()
        own = isinstance(self._views.currentWidget(), CampaignView | GridView)
        if not own and self.further.on_show() is None:
            self._views.setCurrentWidget(self._view_for(found))

    def _refused(self, wanted: str | None, refusal: Refusal) -> None:
        # The window remembers a campaign that an older copy of the office doesn't know.
        if wanted is not None and wanted == self._campaign and refusal.code == "unknown.campaign":
            self._campaign, self._chosen = None, False
            self.refresh()
            return
        self.context.runner.failed.emit(refusal)

    def _choose(self, code: str) -> None:
        if code != self._campaign:
            self._campaign, self._chosen = code, True
            self.context.moved.emit()
            self.refresh()

    def _follow(self, code: str) -> None:
        self._choose(code)
        self.board_view.table.setFocus()

    def _take_back(self) -> None:
        """Take back the campaign that was planned last, while nothing is written of it (Ctrl+Z)."""
        planned, self._just_planned = self._just_planned, None
        if planned is None:
            return
        workplace = self.context.workplace
        # A board that is on its way may know the campaign no longer.
        self._campaign, self._chosen = None, False
        self.context.do(
            lambda _: take_back_plan(workplace, planned.elections),
            done=lambda _: self.context.told.emit(self.tr("Đã lấy lại việc lập đợt."), "done"),
        )

    def _show_planned(self, planned: Planned) -> None:
        code, self._just_planned = planned.code, planned
        # The first campaign needs no choice.
        self._chosen = self._chosen or self._campaign not in (None, code)
        self._campaign = code
        self.context.moved.emit()

    def _name_grid(self) -> None:
        several = self._board is not None and len(self._board.campaigns) > 1
        self.grid_view.set_campaign(
            self._campaign, self._board.campaign_name if self._board and several else ""
        )

    def _view_for(self, found: Board) -> QWidget:
        if found.campaign is not None:
            return self.board_view
        return self._empty[self._no_campaign if found.hamlets else self._no_hamlets]

    def _titled(self, view: EmptyView, card: DeadlinesCard | None = None) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top"), side, style.size("page_top"))
        column.addWidget(label(self.tr("Hôm nay"), "title", made))
        parts = Beside()
        parts.add(view)
        if card is not None:
            card.setFixedWidth(style.size("side_panel"))
            parts.add_panel(card)
            parts.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        column.addLayout(parts, 1)
        return made

    def _leave(self) -> None:
        self._views.setCurrentWidget(self._view_for(self._board) if self._board else self._blank)
        self.refresh()
        if self._views.currentWidget() is self.board_view:
            self.board_view.table.setFocus()

    def _open_step(self, row: BoardRow, step: str) -> None:
        if not step or row.election is None:
            self._open_next(row)
        elif step not in own_steps():
            self.context.go.emit(step, row.congress)
        else:
            self.context.go.emit("election", (row.election, step))

    def _open_next(self, row: BoardRow | None) -> None:
        if row is None:
            return
        following: NextThing = row.next
        if following.place == "today":
            self.open_with(following.argument)
        else:
            self.context.go.emit(following.place, following.argument)

    def _ask_number(self, row: BoardRow | None) -> None:
        if row is not None and row.election is not None:
            from desktop.ui.elections.plan_dialog import PlanDialog  # noqa: PLC0415 - not needed for the board

            PlanDialog(self.context, row.election, self.window(), at="phone").open()

    def _plan_new(self) -> None:
        self.plan()

    def _days_off(self) -> None:
        from desktop.ui.campaigns.days_off_dialog import DaysOffDialog  # noqa: PLC0415 - not needed for the board

        DaysOffDialog(self.context, self.window()).exec()


class _Views(Views):
    """The views of the page; what is too long scrolls inside them, not the page around them."""

    def hasHeightForWidth(self) -> bool:
        """Deny that wrapped words decide the height: the frame would ask for the height of every row."""
        return False
