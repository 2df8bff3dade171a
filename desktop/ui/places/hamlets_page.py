"""The hamlets of the commune: the list, one beside it, what becomes of them, and taking their list in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.catalogue.mergers import MERGERS
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.pasting import list_of
from desktop.services.office.changes import Kind
from desktop.services.office.sides import Side, sees
from desktop.services.places.hamlets import HamletLine, commune_words, hamlet_lines
from desktop.ui.dismissals.dismissals_view import DismissalsView
from desktop.ui.lists.give_out_question import GiveOutQuestion
from desktop.ui.lists.giving import ways_of
from desktop.ui.lists.pasting import pasted_rows
from desktop.ui.lists.register_page import ROWS, RegisterPage
from desktop.ui.lists.view import Block
from desktop.ui.page.further import DISMISSALS
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.page.workbooks import ask_workbook
from desktop.ui.places.hamlet_actions import HamletActions
from desktop.ui.places.hamlet_columns import hamlet_columns, totals
from desktop.ui.places.hamlet_filter import HamletFilter
from desktop.ui.places.hamlet_panel import HamletPanel
from desktop.ui.places.mergers_view import MergersView
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.table.table import Table

_EMPTY = 1


class HamletsPage(RegisterPage):
    """The place "Thôn, bản"."""

    kinds = frozenset({Kind.PLACES, Kind.PEOPLE, Kind.POSTS, Kind.PARTY, Kind.DISMISSALS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, HAMLETS, parent)
        self.table = Table(hamlet_columns(), self)
        self.table.setAccessibleName(self.tr("Các thôn, khu phố"))
        self.table.hug()
        self.panel: HamletPanel = HamletPanel(context, self)
        self.table.chosen.connect(self._show_line)
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self._lines: tuple[HamletLine, ...] = ()
        self.filter = HamletFilter(context, self)
        self.filter.changed.connect(self._show_filtered)
        self.filter.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, context=near).activated.connect(self.filter.focus)
        self.facts = ElidedLabel("", "sentence", self)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.mergers: MergersView | None = None
        self.asks = HamletActions(context, self)
        self.asks.changed.connect(self._go_to)
        self.panel.undo_asked.connect(self.asks.undo)
        self.panel.dismissal_asked.connect(lambda line: self.open_dismissals(line.code))
        self.dismissals: DismissalsView | None = None
        self._on: date | None = None
        self.buttons = {}
        for key, words, does in (
            ("add", self.tr("Thêm…"), self.add_one),
            ("rename", self.tr("Đổi tên…"), self._rename),
            ("merge", self.tr("Sáp nhập…"), self._merge),
            ("split", self.tr("Tách…"), self._split),
            ("end", self.tr("Giải thể…"), self._end),
        ):
            button = secondary(words, None, self)
            button.clicked.connect(lambda _=False, does=does: does())
            self.bar.add_left(button)
            self.buttons[key] = button
        self.give_out = self.bar.add_secondary(self.tr("Xuất, in…"), self._give_out, "download-simple")
        self.take_in = self.bar.add_secondary(self.tr("Nhập từ Excel"), self.choose, "upload-simple")
        self.as_of = quiet(self.tr("Theo ngày…"), self)
        self.as_of.clicked.connect(lambda _=False: self.choose_day())
        told = QWidget(self)
        beside = QHBoxLayout(told)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.facts, 1)
        beside.addWidget(self.as_of)
        empty = EmptyView(
            "map-pin-fill",
            self.tr("Chưa có thôn, khu phố nào"),
            self.tr(
                "Chọn tệp danh sách thôn của xã, hoặc kéo tệp thả vào đây; thêm từng thôn thì nhấn Ctrl+N."
            ),
            self.tr("Nhập danh sách thôn từ Excel"),
            self.choose,
            "Ctrl+Enter",
            parent=self,
        )
        self.lay_out(self.tr("Thôn, bản"), told, [empty], self.filter)

    def refresh(self) -> None:
        """Load the hamlets anew."""
        workplace = self.context.workplace
        self.context.ask(lambda: commune_words(workplace), self._name_commune, once=(self, "commune"))
        on = self._on
        self.context.ask(
            lambda: hamlet_lines(workplace, ended=on is None, on=on), self._show, once=(self, on, "hamlets")
        )

    def next_problem(self, step: int = 1) -> None:
        """Go to the next hamlet whose households are not those of the commune's list."""
        if not (self.is_listing() and self.table.walk(_differs, step)):
            super().next_problem(step)

    def explained(self) -> str:
        """Explain the list."""
        return self.tr(
            "Mỗi thôn, khu phố một dòng, kèm số hộ đếm được trong sổ và số hộ theo danh sách của xã. F8 đi "
            "tới thôn có hai số lệch nhau. Thôn đổi tên hay sáp nhập thì tên cũ giữ nguyên trên giấy tờ cũ. "
            "Ctrl+F tìm thôn, cả tên cũ; Bộ lọc… giữ cách xem dưới một tên."
        )

    def asks_for_workbook(self) -> str:
        """Return the caption over the choice of a workbook."""
        return self.tr("Chọn tệp danh sách thôn")

    def go_back(self) -> bool:
        """Leave what stands over the list, the panel's fields, or the filter."""
        return super().go_back() or self.filter.clear()

    def add_one(self) -> None:
        """Add a hamlet."""
        if self._ready():
            self.asks.add()

    def _show(self, lines: tuple[HamletLine, ...]) -> None:
        before: HamletLine | None = self.table.current()
        code = self.wanted or (before.code if before is not None else None)
        wanted, self.wanted = self.wanted, None
        self._lines = lines
        if wanted is not None and not any(line.code == wanted and self.filter.fits(line) for line in lines):
            self.filter.clear()
        self._show_filtered()
        self.table.select(lambda line: line.code == code and line.ends_on is None)
        words = totals(lines, self._on)
        if self._on is not None:
            dated = self.tr("Theo ngày {0}: {1}")
            words = (
                dated.format(f"{self._on:%d/%m/%Y}", words[0]),
                dated.format(f"{self._on:%d/%m/%Y}", words[1]),
            )
        self.facts.say(*words)
        self.as_of.setText(self.tr("Theo ngày…") if self._on is None else self.tr("Về hôm nay"))
        for button in (*self.buttons.values(), self.take_in):
            button.setEnabled(self._on is None)
        listed = bool(lines) or self._on is not None
        self.rows.setCurrentIndex(ROWS if listed else _EMPTY)
        for part in (self.panel, self.bar, self.filter, self.as_of):
            part.setVisible(listed)

    def _show_filtered(self) -> None:
        """Show the hamlets that fit the filter; whichever was current stays so."""
        before: HamletLine | None = self.table.current()
        self.table.set_rows([line for line in self._lines if self.filter.fits(line)])
        self.table.select(lambda line: before is not None and line.id == before.id)

    def _show_line(self, line: HamletLine) -> None:
        self.panel.show_line(line)
        if sees(self.context.workplace.side, Side.ELECTIONS):
            self.bar.set_primary(self.tr("Mở sổ hộ"), lambda: self.context.go.emit("households", line.code))
        else:
            self.bar.set_primary(self.tr("Mở chi bộ"), lambda: self.context.go.emit("party", None))
        self.panel.setEnabled(self._on is None)
        for key in ("rename", "split", "end"):
            self.buttons[key].setEnabled(line.ends_on is None and self._on is None)

    def _rename(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None and line.ends_on is None:
            self.asks.rename(line)

    def _merge(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None:
            self.asks.merge(line, self._living(), self.choose_mergers)

    def choose_mergers(self) -> None:
        """Ask for a workbook of old and new hamlets."""
        ask_workbook(self, self.tr("Chọn tệp thôn cũ và thôn mới"), self.open_mergers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take in a block of cells that is pasted: hamlets, or what becomes of them."""
        rows = pasted_rows(event)
        if rows is not None and self.is_listing():
            self._paste(rows)
        else:
            super().keyPressEvent(event)

    def _paste(self, rows: list[list[str]]) -> None:
        if self._on is not None:
            return
        if list_of(rows, (HAMLETS, MERGERS)) is MERGERS:
            self.open_mergers(rows)
        else:
            self.take(rows)

    def open_mergers(self, opened: Path | Block) -> None:
        """Show what a workbook, or a block, of old and new hamlets would do."""
        if self.mergers is None:
            self.mergers = MergersView(self.context, self)
            self.mergers.closed.connect(self.show_list)
        self.show_over(self.mergers)
        self.mergers.open(opened)

    def open_dismissals(self, hamlet: str | None = None) -> None:
        """Show the dismissals of heads; with a hamlet's code its own, or ask for one there."""
        if self.dismissals is None:
            self.dismissals = DismissalsView(self.context, self)
            self.dismissals.closed.connect(self.show_list)
        self.show_over(self.dismissals)
        self.dismissals.open(hamlet)

    def open_with(self, argument: object) -> None:
        """Show a hamlet by its code, or the dismissals of heads where the argument says so."""
        if argument == DISMISSALS:
            self.open_dismissals()
        else:
            super().open_with(argument)

    def choose_day(self) -> None:
        """Ask for a day and show the hamlets of that day; shown already, go back to those of today."""
        if not self._ready():
            return
        if self._on is not None:
            self.show_day(None)
            return
        asked = Asked(
            self.tr("Xem danh sách thôn theo ngày nào?"),
            self.tr("Thôn đổi tên, sáp nhập sau ngày đó hiện theo tên và số hộ của ngày đó."),
            self.tr("Xem"),
        )
        today = self.context.workplace.today()

        def seen(day: date, done: Callable[[Any], None], _: object) -> None:
            done(None)
            self.show_day(day)

        DayQuestion(self.window(), asked, self.tr("Ngày"), today, seen).open()

    def show_day(self, day: date | None) -> None:
        """Show the hamlets of a day; None for those of today."""
        self._on = day
        self.refresh()

    def _give_out(self) -> None:
        """Ask how the hamlets on show are given out; of a past day their households too, as they were."""
        if not self._ready():
            return
        title = self.tr("Danh sách thôn, khu phố")
        extent = Extent(on=self._on)
        ways = ways_of(self, self.context, HAMLETS, extent)
        if self._on is None:
            ways += ways_of(self, self.context, MERGERS, extent)
        elif sees(self.context.workplace.side, Side.ELECTIONS):
            title = self.tr("Danh sách theo ngày {0}").format(f"{self._on:%d/%m/%Y}")
            line: HamletLine | None = self.table.current()
            of_one = Extent(line.code if line is not None else None, self._on)
            for kind in (HOUSEHOLDS, HOUSEHOLD_MEMBERS):
                ways += ways_of(self, self.context, kind, of_one)
        GiveOutQuestion(self.window(), title, ways).open()

    def _end(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None and line.ends_on is None:
            self.asks.end(line, self._living())

    def _split(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None and line.ends_on is None:
            self.asks.split(line)

    def _living(self) -> dict[str, str]:
        return {line.code: line.full_name for line in self._lines if line.ends_on is None}

    def _name_commune(self, words: str) -> None:
        self.asks.commune = words

    def _ready(self) -> bool:
        self.panel.commit()
        return self.is_listing()

    def _go_to(self, code: str) -> None:
        """Stand on the hamlet that a change made, or on whichever was current, with the keyboard."""
        self.wanted = code or None
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _differs(line: HamletLine) -> bool:
    """Tell whether a hamlet's households are not those of the commune's list."""
    return line.ends_on is None and line.stated not in (None, line.counted)
