"""Đợt và tiến độ: the waves on one calendar, their last days, the curve by the hour, whom to call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.papers.wave_sheets import draw_wave_sheet
from desktop.services.progress.cells import Mark
from desktop.services.today.dictation import dictated_of
from desktop.services.today.wave_rows import WaveRow
from desktop.services.today.wave_units import WaveUnit
from desktop.services.today.waves import WaveLine, WavesPage, waves_page
from desktop.ui.campaigns.calendar_card import CalendarCard
from desktop.ui.campaigns.curve_card import CurveCard
from desktop.ui.campaigns.days_off_dialog import DaysOffDialog
from desktop.ui.campaigns.late_card import LateCard
from desktop.ui.campaigns.wave_acts import WaveActs
from desktop.ui.campaigns.wave_table import WaveTable
from desktop.ui.campaigns.wave_words import UNREAD, row_basis
from desktop.ui.campaigns.waves_head import WavesHead
from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.side_panel import SidePanel, clause_words
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import label


class WavesView(View):
    """The view stands over Hôm nay, or over the congresses; ``closed`` is emitted when it is left.

    Args:
        context: the open office, the runner and the way to other pages.
        parent: the page.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._page: WavesPage | None = None
        self._campaign: str | None = None
        self._line: int | None = None
        self.acts = WaveActs(context, self)
        self.acts.changed.connect(self.refresh)
        self.head = WavesHead(self)
        self.head.campaign_chosen.connect(self._choose)
        self.calendar = CalendarCard(self)
        self.calendar.days_off.clicked.connect(lambda _=False: DaysOffDialog(context, self.window()).exec())
        self.table = WaveTable(self)
        self.late_card = LateCard(self)
        self.late = self.late_card.table
        self.curve = CurveCard(self)
        self.empty = EmptyView(
            "calendar-check-fill",
            self.tr("Chưa có đợt nào"),
            self.tr(
                "Lập đợt bầu cử ở Hôm nay hoặc lập đại hội ở Đại hội chi bộ; các hạn tự tính và hiện ở đây."
            ),
            self.tr("Quay lại"),
            self.closed.emit,
            parent=self,
        )
        self.table.chosen.connect(self._follow)
        self.late.chosen.connect(lambda _: self._name_primary())
        self.late.opened.connect(self._ask_hour)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), "arrow-left", self)
        back.clicked.connect(lambda _=False: self.closed.emit())
        self.copy_button = secondary(self.tr("Chép báo cáo"), "copy", self)
        self.copy_button.clicked.connect(lambda _=False: self.copy_report())
        self.waves_button = secondary(self.tr("Xếp đợt…"), "columns", self)
        self.waves_button.clicked.connect(lambda _=False: self._ask_wave())
        self.sheet_button = secondary(self.tr("In bảng treo tường"), "printer", self)
        self.sheet_button.clicked.connect(lambda _=False: self.print_it())
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._leave_paper)
        for button in (back, self.sheet_button, self.waves_button, self.copy_button):
            self.bar.add_left(button)
        self._lay_out()
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        undo = QShortcut(QKeySequence.StandardKey.Undo, self, context=near)
        undo.activated.connect(self.acts.take_back_hour)

    def open(self, argument: object = None) -> None:
        """Read how far the waves are; with the code of a campaign those of that one."""
        self._campaign = str(argument) if argument is not None else None
        self._line = None
        self._views.setCurrentIndex(0)
        self.refresh()

    def refresh(self) -> None:
        """Read how far the waves are now."""
        place, wanted = self.context.workplace, self._campaign
        self.context.ask(lambda: waves_page(place, wanted), self._show, once=(self, "waves"), to=self)

    def print_it(self) -> None:
        """Show the wall sheet of the wave on show as it is printed; print it where it is on show."""
        if self._views.currentWidget() is self.paper:
            self.paper.print_it()
            return
        line = self._shown()
        if line is None or not line.units:
            return
        # Everybody's own day aside, the last days of one are those of all.
        unit = next((each for each in line.units if each.held_on == line.day), line.units[0])
        place, named = self.context.workplace, f"{line.name}, {unit.held_on:%d/%m/%Y}"
        self.bar.hide()
        self._views.setCurrentWidget(self.paper)
        self.paper.show_paper(
            self.tr("Lịch các mốc: {0}").format(named),
            lambda: draw_wave_sheet(place, unit.election, named),
            "lich-cac-moc.pdf",
        )

    def go_back(self) -> bool:
        """Leave the sheet on show."""
        if self._views.currentWidget() is not self.paper:
            return False
        self._leave_paper()
        return True

    def primary(self) -> None:
        """Write down the hour of the unit that is chosen among those that haven't finished."""
        if self._views.currentWidget() is self.paper:
            self.paper.print_it()
            return
        if self._page is None or not self._page.lines:
            self.closed.emit()
            return
        self._ask_hour(self.late.current())

    def next_problem(self, step: int = 1) -> None:
        """Go to the next unit that hasn't finished, and where there is none to the next late day."""
        if self.late.walk(lambda _: True, step):
            return
        wrong = [row for row in self.table.rows() if isinstance(row, WaveRow) and row.mark is Mark.WRONG]
        if not wrong:
            super().next_problem(step)
            return
        self.table.select(lambda row: row is wrong[0])
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_text(self) -> str:
        """Explain the last day of the row, else the view."""
        row = self.table.current()
        if self.table.hasFocus() and isinstance(row, WaveRow) and row.clause is not None:
            return clause_words(row.clause)
        return self.tr(
            "Mỗi đợt một dòng trên lịch chung; vạch ngang từ hạn đầu tới hạn cuối của đợt. Ngày làm việc "
            "tính theo lịch nghỉ của cơ quan. Nơi nào báo xong qua điện thoại thì chọn ở danh sách Chưa xong "
            "rồi ghi giờ; Ctrl+Z lấy lại giờ vừa ghi. Dòng báo cáo chép ra để đọc hoặc gửi cho cấp trên."
        )

    def copy_report(self) -> None:
        """Copy the line to dictate of the wave on show, and say it."""
        line = self._shown()
        if line is None or self._page is None:
            return
        said = dictated_of(line, self._page.now)
        QGuiApplication.clipboard().setText(said)
        self.context.told.emit(self.tr("Đã chép: {0}").format(said), "done")

    def _lay_out(self) -> None:
        self.panel = SidePanel(self)
        self.panel.add(self.curve)
        self.panel.add(self.late_card)
        lists = QWidget(self)
        self._note = label("", "caption", lists)
        self._note.setWordWrap(True)
        under = QVBoxLayout(lists)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(style.size("inner"))
        under.addWidget(self.table, 1)
        under.addWidget(self._note)
        inside = QWidget(self)
        framed = QVBoxLayout(inside)
        framed.setContentsMargins(style.size("page_side"), 12, style.size("page_side"), 10)
        framed.setSpacing(10)
        framed.addWidget(self.head)
        framed.addWidget(self.calendar)
        framed.addLayout(self.panel.beside(lists, self.table), 1)
        self._views = Views(self)
        for view in (inside, self.empty, self.paper):
            self._views.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._views, 1)
        page.addWidget(self.bar)
        tab_as_read(inside)

    def _show(self, page: WavesPage) -> None:
        self._page = page
        if self._views.currentWidget() is not self.paper:
            self._views.setCurrentIndex(0 if page.lines else 1)
            self.bar.setVisible(bool(page.lines))
        if not page.lines:
            return
        if self._line is None or self._line >= len(page.lines):
            self._line = page.shown
        self.head.show_page(page, self._campaign)
        self.calendar.show_page(page)
        order = sorted(range(len(page.lines)), key=lambda place: page.lines[place].day, reverse=True)
        order.sort(key=lambda place: place != page.shown)
        self.table.show_lines([page.lines[place] for place in order])
        late = page.late()
        self.late_card.show_units(late, page.now.date())
        unread = any(row_basis(row).endswith(UNREAD) for line in page.lines for row in line.rows)
        self._note.setText(
            self.tr("Căn cứ có dấu * chưa được đối chiếu với văn bản chính thức.") if unread else ""
        )
        self._note.setVisible(unread)
        self._show_line()
        self._name_primary()
        if self.focusWidget() is None and not self.isHidden():
            (self.late if late else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_paper(self) -> None:
        self._views.setCurrentIndex(0)
        self.bar.show()
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_line(self) -> None:
        line = self._shown()
        if line is None or self._page is None:
            return
        self.curve.show_line(line, self._page.now)
        self.late_card.show_hour(line.results_by)

    def _shown(self) -> WaveLine | None:
        if self._page is None or self._line is None or not self._page.lines:
            return None
        return self._page.lines[self._line]

    def _follow(self, row: object) -> None:
        """Show the curve of the wave in whose last days the keyboard is."""
        if self._page is None or not self.table.hasFocus():
            return
        for number, line in enumerate(self._page.lines):
            if any(each is row for each in line.rows) and number != self._line:
                self._line = number
                self._show_line()

    def _name_primary(self) -> None:
        unit = self.late.current()
        if unit is not None:
            self.bar.set_primary(
                self.tr("Ghi giờ xong của {0}").format(self.late.name_of(unit)), self.primary
            )
        else:
            self.bar.set_primary(self.tr("Chép báo cáo"), self.copy_report)
        self.copy_button.setVisible(unit is not None)

    def _choose(self, code: str) -> None:
        if code != self._campaign:
            self._campaign, self._line = code, None
            self.refresh()

    def _ask_hour(self, chosen: WaveUnit | None) -> None:
        if self._page is None:
            return
        told = [unit for line in self._page.lines for unit in line.units if unit.told]
        units = [*self._page.late(), *told]
        if chosen is not None:
            units.sort(key=lambda unit: unit.election != chosen.election)
        if units:
            self.acts.ask_hour(units, self._page.now)
        else:
            self.copy_report()

    def _ask_wave(self) -> None:
        line = self._shown()
        if line is not None and self._page is not None:
            self.acts.ask_wave(self._page, line)
