"""The audit log: who did what when; filtered, read part by part, checked as a chain, saved as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.office.checking import CheckView, check_office
from desktop.services.office.files import write_file
from desktop.services.office.log import (
    PROGRAM,
    SUBJECTS,
    LogFilter,
    LogPart,
    actors,
    log_part,
    print_log,
)
from desktop.ui.page.page import Context
from desktop.ui.page.ways import tell_saved
from desktop.ui.settings.panel import Panel
from desktop.ui.settings.paper_groups_field import PaperGroupsField
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import begin_with, bring_into_view
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.dialogs.said_box import SaidBox
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_ALL = "*"
_FEW = 3  # rows that are seen at once when the log comes
_SETTLES = 300  # milliseconds after which everything stands where it stays


class LogPanel(Panel):
    """Every entry, the newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._total = 0
        self._asked = 0
        self._comes = False  # until its rows are there and everything stands where it stays
        self.subject = ChoiceField(
            self.tr("Việc"),
            [(_ALL, self.tr("Mọi việc")), *((key, self._subject_word(key)) for key in SUBJECTS)],
            self,
            explain=self.tr("Chỉ xem một loại việc, như kiểm phiếu hay in giấy tờ."),
        )
        self.actor = ChoiceField(
            self.tr("Ai làm"), (), self, explain=self.tr("Chỉ xem việc của một người nhập số liệu.")
        )
        for choice in (self.subject, self.actor):
            choice.setFixedWidth(style.size("side_panel_narrow") - 40)
        self.since = DateField(self.tr("Từ ngày"), self, explain=self.tr("Để trống là từ đầu."))
        self.until = DateField(self.tr("Đến ngày"), self, explain=self.tr("Để trống là đến hôm nay."))
        self.in_order = (self.subject, self.actor, self.since, self.until)
        for field in self.in_order:
            field.committed.connect(lambda _: self.load())
        self.table = Table(
            self._columns(), self, row_height=style.size("row_narrow"), key=lambda line: line.sequence
        )
        self.table.setAccessibleName(self.tr("Nhật ký"))
        self.table.set_grows(grows=True)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.facts = label("", "sentence", self)
        self.said = SaidBox(self)
        self.on_paper = PaperGroupsField(self)
        self.check = secondary(self.tr("Kiểm tra dữ liệu"), "shield-check", self)
        self.check.clicked.connect(self.check_whole)
        self._lay_out()

    def refresh(self) -> None:
        """Read the log anew where it is on show."""
        if self.isVisible():
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log when it comes."""
        super().showEvent(event)
        self._comes = True
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows in sight while the fields above find their height, which takes some passes."""
        super().resizeEvent(event)
        if self._comes:
            QTimer.singleShot(0, self, self._show_rows)

    def load(self) -> None:
        """Read the log from its newest entry."""
        first, last = self.since.value(), self.until.value()
        if last is not None:  # what can't be read has its own sentence
            before = first is not None and last < first
            self.until.set_problem(self.tr("Ngày này trước ô Từ ngày.") if before else None)
        workplace = self.context.workplace
        self.context.ask(lambda: actors(workplace), self._show_actors)
        self._ask(None, self._show)

    def chosen(self) -> LogFilter:
        """Return what is looked for."""
        subject, actor = self.subject.value(), self.actor.value()
        return LogFilter(
            actor=None if actor in (None, _ALL) else str(actor),
            subject=None if subject in (None, _ALL) else str(subject),
            first=self.since.value(),
            last=self.until.value(),
        )

    def primary_word(self) -> str:
        """Name what the bar does."""
        return self.tr("Lưu PDF…")

    def primary(self) -> None:
        """Ask where the entries on show are written as a PDF."""
        ask_save_file(
            self, "papers", self.tr("Lưu nhật ký"), self.tr("nhat-ky.pdf"), self.tr("Tệp PDF"), self.save
        )

    def save(self, path: Path) -> None:
        """Write the entries that are looked for as a PDF."""
        workplace, chosen = self.context.workplace, self.chosen()
        self.context.do(
            lambda _: write_file(path, print_log(workplace, chosen)),
            done=lambda _: tell_saved(self.context, self.tr("Đã lưu nhật ký vào {0}.").format(path), path),
        )

    def check_whole(self) -> None:
        """Check everything that is final against the log, and the log against what stands elsewhere."""
        workplace, groups = self.context.workplace, self.on_paper.read()
        if groups is None:
            return
        self.said.say("")
        self.context.do(lambda progress: check_office(workplace, progress.step, groups), done=self._tell)

    def help_text(self) -> str:
        """Explain the field in focus, or the log."""
        return super().help_text() or self.tr(
            "Nhật ký ghi mỗi việc đã làm: lúc nào, ai, việc gì, của thôn nào, những ô nào đã đổi; không ghi "
            "giá trị. Mỗi dòng mang mã băm của dòng trước và của những gì chốt lúc ấy; nút Kiểm tra dữ liệu "
            "tính lại tất cả, so với dấu trên bản sao lưu, biên nhận và ở chân biên bản nếu đã gõ, rồi gọi "
            "tên thứ bị sửa ngoài chương trình. Khi có khiếu nại, lọc theo ngày rồi lưu PDF."
        )

    def first(self) -> QWidget:
        """Return the table, where the keyboard begins."""
        return self.table

    def _ask(self, before: int | None, done: Callable[[LogPart], None]) -> None:
        workplace, chosen, self._asked = self.context.workplace, self.chosen(), self._asked + 1
        asked = self._asked

        def found(part: LogPart) -> None:
            # An answer that a later question has overtaken is not shown.
            if asked == self._asked:
                done(part)

        self.context.ask(lambda: log_part(workplace, chosen, before), found)

    def _show_actors(self, known: tuple[tuple[str, str], ...]) -> None:
        kept = self.actor.value()
        choices = [(_ALL, self.tr("Mọi người")), (PROGRAM, self.tr("Cán bộ dùng máy")), *known]
        self.actor.set_choices(choices)
        self.actor.set_value(kept if kept in dict(choices) else _ALL)

    def _show(self, part: LogPart) -> None:
        self._total = part.total
        self.table.set_rows(part.lines)
        count = f"{part.total:,}".replace(",", ".")
        self.facts.setText(
            self.tr("{0} dòng").format(count) if part.total else self.tr("Không có dòng nào khớp.")
        )
        if self._comes:
            QTimer.singleShot(0, self, self._show_rows)
            QTimer.singleShot(_SETTLES, self, self._settle)

    def _settle(self) -> None:
        self._comes = False

    def _show_rows(self) -> None:
        """Scroll past the fields where they leave no room for a few rows."""
        seen = self.table.visibleRegion().boundingRect().height()
        few = self.table.horizontalHeader().height() + _FEW * self.table.rowHeight(0)
        if self.isVisible() and self.table.rows() and seen < few:
            begin_with(self.table)

    def _scrolled(self, value: int) -> None:
        shown = self.table.rows()
        if value == self.table.verticalScrollBar().maximum() and 0 < len(shown) < self._total:
            self._ask(shown[-1].sequence, self._add)

    def _add(self, part: LogPart) -> None:
        value = self.table.verticalScrollBar().value()
        self.table.set_rows([*self.table.rows(), *part.lines])
        self.table.verticalScrollBar().setValue(value)

    def _tell(self, found: CheckView) -> None:
        if found.findings:
            # It stays in sight, over the log, until it is checked again.
            self.said.say(found.sentence(), "wrong")
            QTimer.singleShot(0, self.said, lambda: bring_into_view(self.said))  # once it is laid out
        else:
            self.context.told.emit(found.sentence(), "done")

    def _subject_word(self, key: str) -> str:
        return {
            "registers": self.tr("Thôn và hộ"),
            "party": self.tr("Chi bộ, đảng viên"),
            "elections": self.tr("Chuẩn bị bầu cử"),
            "meeting": self.tr("Cuộc họp"),
            "counting": self.tr("Kiểm phiếu"),
            "results": self.tr("Kết quả"),
            "dismissals": self.tr("Cho thôi Trưởng thôn"),
            "papers": self.tr("In giấy tờ"),
            "exchange": self.tr("Gói và thẻ"),
            "office": self.tr("Cơ quan, người nhập"),
        }[key]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Số"), lambda line: str(line.sequence), width=64, align="right"),
            Column(self.tr("Lúc"), lambda line: f"{line.at:%d/%m/%Y %H:%M}", width=164),
            Column(
                self.tr("Việc đã làm, các ô đã ghi"),
                lambda line: line.action,
                sub=lambda line: line.fields,
                weight="medium",
            ),
            Column(self.tr("Của, ai làm"), lambda line: line.about, sub=lambda line: line.actor, width=208),
        )

    def _lay_out(self) -> None:
        fields = Wrapping(self, gap="column_gap", high=True)
        for field in self.in_order:
            fields.add(field)
        beneath = QHBoxLayout()
        beneath.setSpacing(style.size("grid"))
        beneath.setContentsMargins(0, 0, 0, style.size("grid"))
        beneath.addWidget(self.on_paper, 1)
        beneath.addWidget(self.check, 0, Qt.AlignmentFlag.AlignBottom)
        beneath.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(fields)
        self.body.addWidget(self.said)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(beneath)
