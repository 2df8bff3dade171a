"""Đợt và tiến độ: the waves on one calendar, their last days, the curve by the hour, whom to call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.told_hours import take_back_told_hour, write_told_hour
from desktop.services.elections.waves import (
    WaveKind,
    change_wave,
    make_wave,
    put_in,
    remove_wave,
    set_results_by,
)
from desktop.services.papers.wave_sheets import draw_wave_sheet
from desktop.services.progress.cells import Mark
from desktop.services.today.dictation import dictated_of
from desktop.services.today.wave_rows import WaveRow
from desktop.services.today.wave_units import WaveUnit
from desktop.services.today.waves import WaveLine, WavesPage, waves_page
from desktop.ui.campaigns.curve_card import CurveCard
from desktop.ui.campaigns.days_off_dialog import DaysOffDialog
from desktop.ui.campaigns.hour_question import HourQuestion
from desktop.ui.campaigns.wave_question import WaveAnswer, WaveQuestion
from desktop.ui.campaigns.wave_table import LateTable, WaveTable
from desktop.ui.campaigns.wave_words import UNREAD, axis_line, row_basis
from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.side_panel import SidePanel, clause_words
from desktop.ui.page.submitted_question import Submit
from desktop.ui.page.ways import Way
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.drawn.calendar_axis import AxisBand, CalendarAxis
from desktop.ui.widgets.drawn.figure_view import FigureView
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.wording import weekday_word

_CHOICE = 220  # pixels that the name of a campaign takes


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
        self._told: list[str] = []
        self.campaign = ChoiceField(
            "",
            (),
            self,
            explain=self.tr("Kế hoạch đang xem; kế hoạch của loại kia gần ngày nhất đứng cùng lịch."),
        )
        self.campaign.combo.setAccessibleName(self.tr("Kế hoạch đang xem"))
        self.campaign.moves_on = False
        self.campaign.setMinimumWidth(style.grown(_CHOICE))
        self.campaign.committed.connect(self._choose)
        self._moment = ElidedLabel("", "caption", self)
        self._figures = {
            key: FigureView(word, self)
            for key, word in (
                ("pilot", self.tr("làm điểm")),
                ("main", self.tr("đợt chính xong")),
                ("heads", self.tr("bí thư mới là trưởng thôn")),
                ("late", self.tr("còn chậm")),
            )
        }
        self.axis = CalendarAxis(self.tr("hôm nay"), self)
        self.table = WaveTable(self)
        self.late = LateTable(self)
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
        self.days_off = quiet(self.tr("Lịch nghỉ của cơ quan"), self)
        self.days_off.setProperty("low", True)
        self.days_off.clicked.connect(lambda _=False: DaysOffDialog(context, self.window()).exec())
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
        undo.activated.connect(self._take_back)

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
        rows = self.late.rows()
        if rows:
            at = next((number for number, unit in enumerate(rows) if unit is self.late.current()), -step)
            wanted = rows[(at + step) % len(rows)]
            self.late.select(lambda unit: unit is wanted)
            self.late.setFocus(Qt.FocusReason.ShortcutFocusReason)
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
        head = Wrapping(self)
        names = QWidget(self)
        upper = QHBoxLayout()
        upper.setSpacing(style.size("column_gap"))
        upper.addWidget(label(self.tr("Đợt và tiến độ"), "title", names))
        upper.addWidget(self.campaign)
        upper.addStretch(1)
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self._moment)
        head.add(names, elastic=True)
        for figure in self._figures.values():
            head.add(figure)
        calendar = self._calendar()
        self._late_card = Card(self.tr("Chưa xong"), self)
        self._by = label("", "caption", self._late_card)
        self._late_card.head.addWidget(self._by)
        self._nobody = label(self.tr("Không còn nơi nào chậm."), "caption", self._late_card)
        self._late_card.body.addWidget(self._nobody)
        self._late_card.body.addWidget(self.late)
        self.panel = SidePanel(self)
        self.panel.add(self.curve)
        self.panel.add(self._late_card)
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
        framed.addWidget(head)
        framed.addWidget(calendar)
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

    def _calendar(self) -> Card:
        calendar = Card(self.tr("Các đợt chung một lịch"), self)
        spans = ElidedLabel("", "caption", calendar)
        spans.say(self.tr("Vạch ngang: từ hạn đầu tới hạn cuối của đợt"), self.tr("Vạch: hạn đầu tới cuối"))
        calendar.head.addWidget(spans)
        calendar.head.addWidget(self.days_off)
        calendar.body.addWidget(self.axis)
        return calendar

    def _show(self, page: WavesPage) -> None:
        self._page = page
        if self._views.currentWidget() is not self.paper:
            self._views.setCurrentIndex(0 if page.lines else 1)
            self.bar.setVisible(bool(page.lines))
        if not page.lines:
            return
        if self._line is None or self._line >= len(page.lines):
            self._line = page.shown
        now = page.now
        weekday = weekday_word(now)
        self._moment.setText(
            self.tr("{0} {1}, {2}. Ngày làm việc tính theo lịch nghỉ của cơ quan.").format(
                weekday[0].upper() + weekday[1:], f"{now:%d/%m/%Y}", f"{now:%H:%M}"
            )
        )
        self.campaign.set_choices(list(page.campaigns))
        shown = page.lines[page.shown].campaign if page.shown is not None else None
        self.campaign.set_value(self._campaign or shown)
        self.campaign.setVisible(len(page.campaigns) > 1)
        self._show_figures(page)
        self.axis.show_lines(
            [axis_line(line, now) for line in page.lines],
            [AxisBand(band.first, band.last, band.word) for band in page.bands],
            now.date(),
        )
        order = sorted(range(len(page.lines)), key=lambda place: page.lines[place].day, reverse=True)
        order.sort(key=lambda place: place != page.shown)
        self.table.show_lines([page.lines[place] for place in order])
        late = page.late()
        self.late.show_units(late, now.date())
        self.late.setVisible(bool(late))
        self._nobody.setVisible(not late)
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

    def _show_figures(self, page: WavesPage) -> None:
        pilot, main = page.figure(WaveKind.PILOT), page.figure(WaveKind.MAIN) or page.figure(None)
        congress = page.shown is not None and page.lines[page.shown].congress
        main_word = (
            self.tr("đợt chính xong")
            if pilot
            else self.tr("đại hội xong")
            if congress
            else self.tr("thôn bầu xong")
        )
        pilot_word = self.tr("đại hội điểm") if congress else self.tr("thôn bầu điểm")
        heads, elected = page.secretaries()
        late = len(page.late())
        for key, found, word in (
            ("pilot", pilot, pilot_word),
            ("main", main, main_word),
            ("heads", (heads, elected) if elected else None, None),
        ):
            self._figures[key].setVisible(found is not None)
            if found is not None:
                self._figures[key].set_figure(str(found[0]), f"/{found[1]}", word=word)
        self._figures["late"].set_figure(str(late), "", ink="amber" if late else "ink")

    def _show_line(self) -> None:
        line = self._shown()
        if line is None or self._page is None:
            return
        self.curve.show_line(line, self._page.now)
        by = line.results_by
        self._by.setText(self.tr("hạn {0}").format(f"{by:%H:%M}") if by else "")

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
        if not units:
            self.copy_report()
            return
        place = self.context.workplace

        def work(answer: tuple[str, datetime | None]) -> str:
            code, at = answer
            if at is None:
                take_back_told_hour(place, code)
            else:
                write_told_hour(place, code, at)
            return code

        names = {unit.election: unit.name for unit in units}

        def after(code: str) -> None:
            self._told.append(code)
            said = self.tr("Đã ghi giờ xong của {0}.").format(names[code])
            self.context.offered.emit(said, "done", Way(self.tr("Lấy lại"), self._take_back))

        HourQuestion(self.window(), units, self._page.now, self._submit(work, after)).open()

    def _take_back(self) -> None:
        """Take back the hour that was written down last (Ctrl+Z)."""
        if not self._told:
            return
        place, code = self.context.workplace, self._told.pop()
        self.context.do(
            lambda _: take_back_told_hour(place, code),
            done=lambda _: self.context.told.emit(self.tr("Đã lấy lại giờ xong."), "done"),
        )

    def _ask_wave(self) -> None:
        line = self._shown()
        if line is None or self._page is None:
            return
        same = [each for each in self._page.lines if each.campaign == line.campaign]
        same.sort(key=lambda each: each is not line)
        place = self.context.workplace

        def work(answer: WaveAnswer) -> None:
            if answer.key is None:
                make_wave(place, answer.campaign, answer.wave, answer.elections)
            else:
                change_wave(place, answer.key, answer.wave)
                put_in(place, answer.key, answer.elections)
            if answer.results_by != line.results_by:
                set_results_by(place, answer.campaign, answer.results_by)

        asked = WaveQuestion(
            self.window(),
            same,
            line.day,
            self._submit(work, lambda _: self.context.told.emit(self.tr("Đã ghi đợt."), "done")),
        )
        asked.removed.connect(partial(self._remove_wave))
        asked.open()

    def _remove_wave(self, key: int) -> None:
        place = self.context.workplace
        self.context.do(
            lambda _: remove_wave(place, key),
            done=lambda _: self.context.told.emit(self.tr("Đã bỏ đợt."), "done"),
        )

    def _submit(self, work: Callable[[Any], Any], after: Callable[[Any], object]) -> Submit:
        def submit(answer: Any, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            def finished(result: Any) -> None:
                done(result)
                after(result)
                self.refresh()

            self.context.do(lambda _: work(answer), done=finished, failed=failed)

        return submit
