"""The form that plans a campaign: name, day, term, hamlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.campaigns import (
    CampaignChoices,
    DayView,
    NewCampaign,
    campaign_choices,
    plan_campaign,
    preview_day,
)
from desktop.services.elections.campaigns import CampaignView as Planned
from desktop.services.today.campaigns import first_campaign
from desktop.ui.elections.election_changing import past_is_meant
from desktop.ui.page.page import Context
from desktop.ui.page.ways import Way
from desktop.ui.today.day_card import DayCard
from desktop.ui.today.hamlet_table import HamletTable
from desktop.ui.today.term_fields import TermFields
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.question import ask
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence, weekday_word

_SIDE = 384
_USUAL_HOUR = time(7, 30)
_TERMS = ((30, "2,5 năm"), (60, "5 năm"))


class CampaignView(QWidget):
    """The form; ``done`` is emitted when the campaign is planned, or the person goes back.

    ``planned`` carries the campaign's code before that.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    done = Signal()
    taken_back = Signal()  # what was just planned is not wanted after all
    planned = Signal(object)  # the campaign as it was planned

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choices: CampaignChoices | None = None
        self._only: str | None = None
        self._title = label("", "title", self)
        self.name = TextField(
            self.tr("Tên đợt bầu cử"),
            self,
            explain=self.tr("Tên ghi trên báo cáo và sổ theo dõi, như trong kế hoạch của xã."),
        )
        self.day = DateField(
            self.tr("Ngày bầu chung"),
            self,
            explain=self.tr("Các hạn tính ngược từ ngày này theo quy định đang có hiệu lực vào ngày bầu."),
        )
        self.term = ChoiceField(
            self.tr("Nhiệm kỳ"),
            _TERMS,
            self,
            explain=self.tr(
                "Trước 26/5/2026: 2,5 năm hoặc 5 năm, thống nhất trong cả tỉnh. Từ ngày đó: 5 năm. Thôn có "
                "ngày riêng theo nhiệm kỳ của ngày đó."
            ),
        )
        self.term_change = TermFields(self)
        self.opening = TimeField(
            self.tr("Giờ họp"),
            self,
            explain=self.tr(
                "Giờ họp chung; quá giờ nửa tiếng chưa khai mạc thì thôn hiện là muộn. Sửa được."
            ),
        )
        self._due = DayCard(self)
        self.table = HamletTable(self)
        self.bar = BottomBar(self)
        self._lay_out()
        self.day.committed.connect(lambda _: self._preview())
        self.table.changed.connect(self._count)
        self.name.committed.connect(lambda _: self._count())

    def open_for(self, hamlet: str | None, campaign: str | None) -> None:
        """Offer all hamlets for a new campaign, or one that joins a campaign: the first to do if None."""
        self._only = hamlet
        workplace = self._context.workplace

        def choices() -> CampaignChoices:
            if hamlet is None:
                return campaign_choices(workplace)
            return campaign_choices(workplace, joining=campaign or first_campaign(workplace))

        self._context.ask(choices, self._offer)

    def help_text(self) -> str:
        """Explain the field in focus."""
        focus = QApplication.focusWidget()
        while focus is not None and focus is not self:
            if isinstance(focus, Field):
                return focus.explain
            focus = focus.parentWidget()
        return self.tr("Dấu chọn là thôn tham gia. Thôn bầu ngày khác thì ghi ngày riêng ở cột bên phải.")

    def _offer(self, choices: CampaignChoices) -> None:
        # What was typed in a new campaign's form stays when a person comes back to it.
        fresh = self._choices is None or self._choices.campaign != choices.campaign or self._only is not None
        self._choices = choices
        joining = choices.campaign is not None
        self._title.setText(self.tr("Thêm thôn vào đợt") if joining else self.tr("Lập đợt bầu cử"))
        if fresh:
            self.name.set_value(choices.name)
            self.day.set_value(choices.election_day)
            self.opening.set_value(_USUAL_HOUR)
            if choices.term_months is not None:
                self.term.set_value(choices.term_months)
            self.table.offer(choices.hamlets, self._only)
        for field in (self.name.line, self.day.line):
            field.setReadOnly(joining)
        self.term.setEnabled(not joining or choices.term_months is None)
        self._count()
        self._preview()
        (self.table if joining else self.name).setFocus()

    def _preview(self) -> None:
        day = self.day.value()
        if not isinstance(day, date):
            self._count()
            return
        weekday = weekday_word(day)
        workplace = self._context.workplace

        def show(view: DayView) -> None:
            past = any(gone for _, _, _, gone in view.deadlines)
            if past:
                said = self.tr("{0}. Có hạn đã qua; vẫn lập được nếu xã quyết định như vậy.")
                self.day.set_problem(said.format(weekday.capitalize()), "attention")
            else:
                self.day.set_problem(None)
            self.term.set_choices([term for term in _TERMS if term[0] in view.term_months])
            self.term_change.set_day(view)
            self._due.set_day(view)
            self._count()

        def refused(refusal: Refusal) -> None:
            self.day.set_problem(refusal_sentence(refusal))

        self._context.ask(lambda: preview_day(workplace, day), show, refused)

    def _count(self) -> None:
        chosen = len(self.table.chosen_hamlets())
        joining = self._choices is not None and self._choices.campaign is not None
        words = self.tr("Thêm {0} thôn vào đợt") if joining else self.tr("Lập đợt cho {0} thôn")
        self.bar.set_primary(words.format(chosen), self._plan, enabled=chosen > 0)
        self.bar.set_note("" if chosen else self.tr("Chưa chọn thôn nào"))

    def _plan(self) -> None:
        self.table.commit()
        for field in (self.name, self.day, self.opening):
            field.commit()
        day, wrong = self.day.value(), self.table.wrong_day()
        if not isinstance(day, date):
            self.day.set_problem(self.day.problem() or self.tr("Cần ngày bầu chung. Hãy gõ ngày/tháng/năm."))
            self.day.setFocus()
            return
        if self.opening.problem():
            self.opening.setFocus()
            return
        if wrong is not None:
            said = self.tr("{0}: chưa đọc được ngày riêng “{1}”. Hãy gõ ngày/tháng/năm hoặc xóa ô đó.")
            self._context.told.emit(said.format(wrong.name, wrong.day), "wrong")
            self.table.select(lambda row: row.code == wrong.code, 2)
            self.table.setFocus()
            return
        if self.term_change.months() and self.term_change.why() is None:
            self.term_change.ask_why()
            return
        new = NewCampaign(
            name=self.name.value(),
            election_day=day,
            term_months=self.term.value(),
            term_change=self.term_change.months(),
            term_reason=self.term_change.why(),
            hamlets=self.table.chosen_hamlets(),
            campaign=self._choices.campaign if self._choices else None,
            opening=self.opening.value(),
        )
        others = self._choices.others if self._choices and not new.campaign else ()
        if not others or self._another_is_meant(others, len(new.hamlets)):
            self._write(new)

    def _another_is_meant(self, others: Sequence[str], hamlets: int) -> bool:
        return ask(
            self.window(),
            self.tr("Lập thêm một đợt nữa?"),
            self.tr("Chưa xong: {0}. Đợt mới cho {1} thôn; lập nhầm thì Ctrl+Z lấy lại.").format(
                "; ".join(others), hamlets
            ),
            self.tr("Lập thêm đợt"),
        )

    def _write(self, new: NewCampaign) -> None:
        workplace = self._context.workplace

        def failed(refusal: Refusal) -> None:
            if refusal.code != "election.past":
                self._context.runner.failed.emit(refusal)
            elif past_is_meant(self, new.election_day):
                self._write(replace(new, past=True))

        self._context.do(
            lambda progress: plan_campaign(workplace, new, progress.step), done=self._planned, failed=failed
        )

    def _planned(self, view: Planned) -> None:
        self._choices = None
        said = self.tr("Đã lập {0} cuộc bầu. Ctrl+Z lấy lại.").format(len(view.elections))
        self._context.offered.emit(said, "done", Way(self.tr("Hoàn tác"), self.taken_back.emit))
        self.planned.emit(view)
        self.done.emit()

    def _lay_out(self) -> None:
        back = quiet(self.tr("Hôm nay"), self)
        back.clicked.connect(self.done)
        trail = QHBoxLayout()
        trail.setSpacing(style.size("inner"))
        trail.addWidget(back)
        trail.addWidget(IconView("caret-right", "ink_3", parent=self))
        trail.addWidget(self._title)
        trail.addStretch(1)
        middle = Beside()
        middle.add_panel(self._lay_out_form())
        right = QVBoxLayout()
        right.addWidget(self.table, 100)
        right.addStretch(1)
        middle.add(right)
        middle.grow_too(self.table)
        go_back = secondary(self.tr("Quay lại"), None, self)
        go_back.clicked.connect(self.done)
        self.bar.add_left(go_back)
        inside = QVBoxLayout()
        side = style.size("page_side")
        inside.setContentsMargins(side, 12, side, 12)
        inside.setSpacing(12)
        inside.addLayout(trail)
        inside.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)

    def _lay_out_form(self) -> QWidget:
        form = Card("", self)
        short = QHBoxLayout()
        short.setSpacing(style.size("column_gap"))
        short.addWidget(self.day)
        short.addWidget(self.term, 1)
        form.body.addWidget(self.name)
        form.body.addLayout(short)
        form.body.addWidget(self.term_change)
        form.body.addWidget(self.opening)
        words = QWidget(self)
        words.setProperty("kind", "plain")
        left = QVBoxLayout(words)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(style.size("column_gap"))
        left.addWidget(form)
        left.addWidget(self._due)
        left.addStretch(1)
        scrolls = Scrolling(self)
        scrolls.setWidget(words)
        scrolls.setFixedWidth(style.grown(_SIDE))
        scrolls.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scrolls
