"""Nhân sự trước bầu cử: who sits, who could follow, what is to be settled, who was elected."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.services.exchange.taken_heads import reads_heads
from desktop.services.personnel import issues, reserve
from desktop.services.personnel.renewal import renewal
from desktop.services.personnel.reviews import ReviewedPost
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.page.listed_view import ListedView
from desktop.ui.page.page import Context
from desktop.ui.personnel.lines import Lines
from desktop.ui.personnel.personnel_lists import listings
from desktop.ui.personnel.personnel_panel import PersonnelPanel
from desktop.ui.personnel.questions import IssueQuestion, ReserveQuestion
from desktop.ui.personnel.renewal_question import RenewalQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.table.table import Table

REVIEWS, RESERVE, ISSUES, TOLD = range(4)


class PersonnelView(ListedView):
    """Four lists, one at a time; Enter on a line does what the panel has first.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._hamlets: tuple[tuple[str, str], ...] = ()
        self._opens = False
        self._lists = listings(told=reads_heads(context.session.keys))
        self.which = Segmented([one.title for one in self._lists], self)
        self.which.setAccessibleName(self.tr("Danh sách"))
        self.which.chosen.connect(lambda _: self._choose_list())
        self.panel: PersonnelPanel = PersonnelPanel(self)
        self._lines = Lines(self, self.move_it, lambda: self._hamlets)
        self.tables = tuple(self._table(at) for at in range(len(self._lists)))
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, context=near).activated.connect(partial(self.move_it, step))
        self.renewal_button = self.bar.add_secondary(
            self.tr("Đối chiếu báo cáo…"), self.compare_report, "equals"
        )
        self.print_button = self.bar.add_secondary(self.tr("In danh sách"), self.print_it, "printer")
        empty = EmptyView("users-three-fill", "", "", parent=self)
        self.lay_out(self.tr("Nhân sự trước bầu cử"), self.which, self.tables, self.panel, empty)
        self._choose_list()

    def open(self, argument: object = None) -> None:
        """Show the lists read anew: of reviews, or ``reserve``, ``issues``, ``told`` where that is named."""
        named = {"reviews": REVIEWS, "reserve": RESERVE, "issues": ISSUES, "told": TOLD}
        self._opens = True
        wanted = named.get(str(argument), self.which.index())
        self.which.choose(min(wanted, len(self._lists) - 1))
        super().open(argument)
        self._choose_list()

    def refresh(self) -> None:
        """Read the lists anew."""
        place = self.context.workplace

        def read() -> tuple[list[Any], tuple[tuple[str, str], ...]]:
            hamlets = tuple((one.code, one.full_name) for one in hamlet_lines(place) if one.ends_on is None)
            return [one.read(place) for one in self._lists], hamlets

        self.context.ask(read, self._show, once=(self, "personnel"))

    def primary(self) -> None:
        """Print the paper on show; else add to the list, or do what comes first for its line."""
        if self.is_on_paper():
            self.paper.print_it()
        elif self.which.index() == RESERVE:
            self.add_reserve()
        elif self.which.index() == ISSUES:
            self.raise_issue()
        else:
            self.panel.press()

    def print_it(self) -> None:
        """Print the paper on show, else the list on show."""
        listing, place = self._lists[self.which.index()], self.context.workplace
        if self.is_on_paper():
            self.paper.print_it()
        elif listing.draw is not None:
            draw = listing.draw
            self.look_at(listing.title, lambda: draw(place), listing.file)
        else:
            super().print_it()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next line that wants a person."""
        at = self.which.index()
        if not self.tables[at].walk(self._lists[at].waits, step):
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Rà soát: mỗi Trưởng thôn, Bí thư chi bộ đang giữ chức một dòng, tuổi tính đến ngày bầu. "
            "Nguồn dự bị: Alt+↑, Alt+↓ đổi thứ tự. Vụ việc: số chưa xong hiện trên chuỗi của thôn. Máy bầu "
            "cử báo: chỉ có ở máy của Văn phòng Đảng ủy; người cùng tên không bao giờ được máy tự nhận là "
            "đảng viên."
        )

    def add_reserve(self) -> None:
        """Put somebody into a reserve."""
        if not self._hamlets:
            self._say_no_hamlet()
            return
        place, line = self.context.workplace, self.tables[RESERVE].current()
        submit = self.submit(
            lambda said: reserve.add_reserve(place, *said),
            self.tr("Đã thêm vào nguồn dự bị."),
            lambda key: reserve.remove_reserve(place, key),
        )
        ReserveQuestion(self.window(), self._hamlets, line.unit if line else "", submit).open()

    def raise_issue(self) -> None:
        """Write down a matter that somebody raised."""
        if not self._hamlets:
            self._say_no_hamlet()
            return
        place = self.context.workplace
        submit = self.submit(
            lambda said: issues.raise_issue(place, *said),
            self.tr("Đã ghi vụ việc."),
            lambda key: issues.take_back_issue(place, key),
        )
        IssueQuestion(self.window(), self._hamlets, place.today(), submit).open()

    def move_it(self, step: int) -> None:
        """Move the chosen person in the order of the reserve."""
        line, place = self.tables[RESERVE].current(), self.context.workplace
        if line is None or self.which.index() != RESERVE:
            return
        self.do(
            lambda: reserve.move_reserve(place, line.key, step),
            self.tr("Đã đổi thứ tự."),
            lambda _: reserve.move_reserve(place, line.key, -step),
        )

    def compare_report(self) -> None:
        """Set a report beside what was counted here."""
        place = self.context.workplace
        self.context.ask(
            lambda: (renewal(place, ReviewedPost.SECRETARY), renewal(place, ReviewedPost.HEAD)),
            lambda found: RenewalQuestion(self.window(), found).open(),
            to=self,
        )

    def _table(self, at: int) -> Table:
        listing = self._lists[at]
        made = Table(listing.columns, self, row_height=style.size("row_two_lines"), key=listing.key)
        made.setAccessibleName(listing.title)
        made.say_where_empty(listing.empty)
        made.chosen.connect(lambda row: self._show_panel(at, row))
        made.opened.connect(lambda _: self.panel.press())
        return made

    def _show(self, read: tuple[list[Any], tuple[tuple[str, str], ...]]) -> None:
        rows, self._hamlets = read
        words = []
        for listing, table, found in zip(self._lists, self.tables, rows, strict=True):
            table.set_rows(found)
            waiting = sum(map(listing.waits, found))
            words.append(f"{listing.title}  {waiting}" if waiting else listing.title)
        self.which.set_words(words)
        self.show_lists(filled=True)
        self._choose_list()
        if self._opens:
            self._opens = False
            self.tables[self.which.index()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_list(self) -> None:
        at = self.which.index()
        for number, table in enumerate(self.tables):
            table.setVisible(number == at)
        self.print_button.setVisible(self._lists[at].draw is not None and bool(self.tables[at].rows()))
        self._show_panel(at, self.tables[at].current())
        if at == RESERVE:
            self.bar.set_primary(self.tr("Thêm người…"), self.add_reserve)
        elif at == ISSUES:
            self.bar.set_primary(self.tr("Ghi vụ việc…"), self.raise_issue)
        else:
            self.bar.hide_primary()

    def _show_panel(self, at: int, row: object) -> None:
        if at != self.which.index():
            return
        self.panel.show_line(self._lines.shown(row))

    def _say_no_hamlet(self) -> None:
        self.context.told.emit(
            self.tr("Chưa có thôn nào trong sổ; hãy lập ở trang Thôn, bản trước."), "attention"
        )
