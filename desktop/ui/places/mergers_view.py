"""Many hamlets merged as one workbook says: what each new one is made of, what is to be decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.columns import column_words
from desktop.services.lists.sources import NOTHING, Said, remember
from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import Workplace
from desktop.services.people.registers import merger_plan_paper
from desktop.services.places.merger_plan import look_again, open_merger_block, open_mergers
from desktop.services.places.mergers import LIST, Merger, MergerPlan, write_mergers
from desktop.services.places.succession import undo_change
from desktop.ui.lists.columns_step import ColumnsStep
from desktop.ui.lists.view import Block
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.page import Context, View
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.ways import Way
from desktop.ui.places.merger_choices import MergerChoices
from desktop.ui.places.merger_columns import merger_columns
from desktop.ui.places.merger_decisions import MergerDecisions
from desktop.ui.places.merger_findings import merger_findings
from desktop.ui.places.merger_totals import MergerTotals
from desktop.ui.places.mergers_head import COLUMNS, PAPER, PREVIEW, WRITTEN, MergersHead
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.held_enter import hold_enter
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.findings import Findings
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.table import Table


class MergersView(View):
    """The plan of a workbook beside the commune's hamlets; Enter on a row leaves it out or takes it in again.

    ``closed`` is emitted when it is left, whatever was written.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.plan: MergerPlan | None = None
        self._kept = NOTHING
        self.decided = MergerDecisions()
        self.head = MergersHead(self)
        self.head.left.connect(self.closed)
        self.head.stepper.chosen.connect(self.go_to)
        self.day = DateField(self.tr("Có hiệu lực từ ngày"), self)
        self.decision = DecisionFields(self)
        party = sees(context.workplace.side, Side.PARTY)
        self.table = Table(merger_columns(self.decided, party=party), self, key=lambda one: one.full_name)
        self.table.setAccessibleName(self.tr("Các thôn mới"))
        self.table.hug()
        self.table.opened.connect(self._leave_out)
        self.table.chosen.connect(self._show_choices)
        self.totals = MergerTotals(self)
        self.findings = Findings(self.tr("Cần quyết"), self)
        self.findings.opened.connect(lambda found: self._decide(found.target))
        self.choices = MergerChoices(self)
        self.choices.written.connect(self._take)
        self.choices.meant.connect(self._say_meant)
        self.choices.headed.connect(self._choose_head)
        self.choices.excepted.connect(self._except)
        self.choices.opened.connect(lambda code: self.context.go.emit("election", code))
        self.panel = SidePanel(self)
        self.panel.add(self.findings)
        self.panel.add(self.choices)
        self.columns = ColumnsStep(self)
        self.columns.said.connect(self._say_column)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(lambda _=False: self.leave())
        self.bar.add_left(back)
        self.print_button = secondary(self.tr("In bảng xem trước"), "printer", self)
        self.print_button.clicked.connect(lambda _=False: self.print_it())
        self.bar.add_left(self.print_button)
        self.remember = self.bar.add_secondary(
            self.tr("Nhớ cách ghép này"), self._remember, "bookmark-simple"
        )
        self._lay_out()

    def open(self, opened: Path | Block) -> None:
        """Read a workbook, or cells that were copied, and show what they would do."""
        workplace, name = self.context.workplace, self.tr("khối ô vừa dán")
        self.plan, self._kept = None, NOTHING
        self.decided.forget()
        self.day.set_value(workplace.today())
        self.decision.clear()
        self.go_to(PAPER)

        def read() -> MergerPlan:
            if isinstance(opened, Path):
                return open_mergers(workplace, opened)
            return open_merger_block(workplace, opened, name)

        self.context.ask(read, self._read, self._refuse)

    def leave(self) -> None:
        """Go back: from the columns to the mergers, else to the list."""
        if self._shows(self.columns) and self.plan is not None and not self.plan.is_unnamed:
            self.go_to(PREVIEW)
        else:
            self.closed.emit()

    def go_to(self, step: str) -> None:
        """Show the paper, the columns of the file, or what would happen, once it is read."""
        if step == PREVIEW and self.plan is not None and self.plan.is_unnamed:
            step = COLUMNS
        if step == WRITTEN or (step != PAPER and self.plan is None):
            return
        part = {PAPER: self._paper, COLUMNS: self.columns, PREVIEW: self._plan_side}[step]
        self._stack.setCurrentWidget(part)
        self._show_plan()
        if part is self._paper:
            self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part is self.columns:
            self.columns.focus_table()
            if self.plan is not None and self.plan.is_unnamed:
                self.columns.next_problem(1)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_it(self) -> None:
        """Print the plan as it stands: old and new hamlets, from which day, by which paper."""
        self.choices.reason.commit()
        plan, without, exceptions = self.plan, frozenset(self.decided.without), dict(self.decided.exceptions)
        if plan is None or not self._shows(self._plan_side):
            super().print_it()
            return
        workplace, on, number = self.context.workplace, self.day.value(), self.decision.value().number
        print_paper(
            self.context,
            self,
            lambda: merger_plan_paper(workplace, plan, on, number, without, exceptions),
            headline=self.tr("In bảng xem trước"),
            sentence=self.tr("Thôn cũ, thôn mới như trong bảng; chưa ghi gì vào sổ."),
            yes=self.tr("In"),
            file_name="sap-nhap-xem-truoc.pdf",
        )

    def primary(self) -> None:
        """Go on, and write the mergers at the end."""
        decision = self.decision
        for field in (self.day, decision.number, decision.decided_on, decision.issuer, self.choices.reason):
            field.commit()
        if not self._shows(self._plan_side):
            hold_enter()  # pressed twice in haste, it would write what nobody has seen
        self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is to be decided."""
        if self._shows(self.columns):
            self.columns.next_problem(step)
            return
        if self._shows(self._paper):
            self.go_to(PREVIEW)
        found = self.panel.walk(self.findings, step)
        if found is not None:
            self._stand_on(found.target)

    def help_text(self) -> str:
        """Explain what the view does."""
        return self.tr(
            "Mỗi dòng là một thôn mới, kèm các thôn cũ được sáp nhập. Enter trên một dòng để bỏ qua hoặc "
            "ghi lại dòng đó, F8 tới chỗ cần quyết. Ghi một lần cho cả danh sách; hoàn tác được cả lần ghi "
            "khi chưa có gì dựa vào thôn mới. Tệp có cột Thôn cũ và cột Thôn mới; một ô ghi được "
            "nhiều thôn cũ. Các bước ở đầu trang mở lại được: Nghị quyết, Ghép thôn để chọn cột nào là thôn "
            "cũ, cột nào là thôn mới; tệp có cùng tiêu đề lần sau được đọc như đã chọn."
        )

    def _read(self, plan: MergerPlan) -> None:
        if self.plan is None:
            self._kept = plan.said
            self.decision.offer_issuer(plan.commune)
        self.plan = plan
        self.columns.set_opened(plan)
        self._show_plan()

    def _shows(self, part: QWidget) -> bool:
        return self._stack.currentWidget() is part

    def _refuse(self, refusal: object) -> None:
        self.context.runner.failed.emit(refusal)
        if self.plan is None:
            self.closed.emit()
        else:
            self.columns.set_opened(self.plan)

    def _say_column(self, said_by: str, key: str | None) -> None:
        if self.plan is not None:
            said = self.plan.said
            columns = {by: other for by, other in said.columns.items() if key is None or other != key}
            self._look_again(replace(said, columns={**columns, said_by: key}))

    def _say_meant(self, name: str, code: str) -> None:
        if self.plan is not None:
            said = self.plan.said
            self._look_again(replace(said, hamlets={**said.hamlets, name: code}))

    def _look_again(self, said: Said) -> None:
        plan, workplace = self.plan, self.context.workplace
        if plan is not None:
            self.context.ask(lambda: look_again(workplace, plan, said), self._read, self._refuse)

    def _remember(self) -> None:
        plan, workplace = self.plan, self.context.workplace
        if plan is None:
            return
        self._kept = plan.said
        self.context.do(
            lambda _: remember(workplace, LIST, plan.source, plan.said),
            done=lambda _: self.context.told.emit(
                self.tr("Đã nhớ; tệp có cùng tiêu đề lần sau được đọc như vậy."), "done"
            ),
        )
        self._show_plan()

    def _show_plan(self) -> None:
        plan, shown = self.plan, self._stack.currentWidget()
        mergers = plan.mergers if plan is not None else ()
        self.table.set_rows(mergers)
        found = [] if plan is None else merger_findings(plan, self.decided)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        if plan is not None:
            self.totals.show_sums(plan, [one for one in mergers if self.decided.is_written(one)])
        self._show_choices(self.table.current())
        step = PAPER if shown is self._paper else COLUMNS if shown is self.columns else PREVIEW
        decision = self.decision.value()
        self.head.set_paper(plan.source.name if plan is not None else "", decision, self.day.value())
        self.head.set_step(step, plan, decision, len(found))
        self.print_button.setVisible(plan is not None and step == PREVIEW)
        self.remember.setVisible(plan is not None and step == COLUMNS)
        self.remember.setEnabled(plan is not None and plan.said != self._kept)
        self._write_bar(step)

    def _write_bar(self, step: str) -> None:
        plan = self.plan
        self.bar.set_note("")
        if plan is None:
            self.bar.hide_primary()
            self.bar.set_note(self.tr("Đang đọc tệp và đối chiếu với danh sách thôn…"))
        elif plan.is_unnamed and step == COLUMNS:
            self.bar.hide_primary()
            note = self.tr("Chưa biết cột nào ghi tên: chọn cột đó, rồi ở “Đọc là” chọn “{0}”.")
            self.bar.set_note(note.format(column_words(LIST)["name"]))
        elif plan.is_unnamed:
            self.bar.set_primary(self.tr("Ghép thôn"), lambda: self.go_to(COLUMNS))
        elif step == PREVIEW:
            written = sum(map(self.decided.is_written, plan.mergers))
            self.bar.set_note(self.tr("Ghi một lần cả {0}, hoàn tác được").format(written) if written else "")
            self.bar.set_primary(
                self.tr("Ghi {0} thôn mới").format(written), self._write, enabled=written > 0
            )
        else:
            word = self.tr("Xem {0} thôn mới").format(len(plan.mergers))
            self.bar.set_primary(word, lambda: self.go_to(PREVIEW))

    def _leave_out(self, one: Merger) -> None:
        self._take(self.decided.is_left_out(one))

    def _take(self, written: object) -> None:
        """Write the row in hand, or leave it out."""
        one = self.table.current()
        if isinstance(one, Merger) and one.is_possible:
            self.decided.leave_out(one, left_out=not written)
            self._show_plan()

    def _show_choices(self, one: object) -> None:
        shown, plan = one if isinstance(one, Merger) else None, self.plan
        self.choices.show_merger(shown, () if plan is None else plan.living, self.decided)

    def _choose_head(self, code: object) -> None:
        one = self.table.current()
        if isinstance(one, Merger):
            self.decided.let_serve(one, code if isinstance(code, str) else None)
            self._show_plan()

    def _except(self, full_name: str, reason: str) -> None:
        self.decided.excuse(full_name, reason)
        self._show_plan()

    def _decide(self, names: object) -> None:
        """Stand on a row that a finding is of, with the keyboard where it is decided."""
        self._stand_on(names)
        self.choices.begin()

    def _stand_on(self, names: object) -> None:
        """Stand on one of the rows that a finding is of: on the next where one of them is in hand already."""
        if not isinstance(names, tuple):
            return
        current = self.table.current()
        at = names.index(current.full_name) if current is not None and current.full_name in names else -1
        self.table.select(lambda one: one.full_name == names[(at + 1) % len(names)])

    def _write(self) -> None:
        plan, on = self.plan, self.day.value()
        if plan is None or on is None:
            self.go_to(PAPER)
            self.context.told.emit(self.tr("Ghi ngày thôn mới có hiệu lực, rồi ghi lại."), "attention")
            return
        workplace: Workplace = self.context.workplace
        decision = self.decision.value()
        without, provisional = frozenset(self.decided.without), dict(self.decided.provisional)
        exceptions = dict(self.decided.exceptions)
        done = self.tr("Đã ghi {0} thôn mới; về sau hoàn tác cả lần ghi trong ô của một thôn mới.")
        written = sum(map(self.decided.is_written, plan.mergers))
        said, kept = plan.said, self._kept

        def finished(batch: int) -> None:
            if said != kept:
                self.context.do(lambda _: remember(workplace, LIST, plan.source, said))
            way = Way(self.tr("Hoàn tác"), lambda: self._take_back(batch))
            self.context.offered.emit(done.format(written), "done", way)
            self.leave()

        self.context.do(
            lambda _: write_mergers(
                workplace, plan, on, decision, without, provisional, exceptions=exceptions
            ),
            done=finished,
        )

    def _take_back(self, batch: int) -> None:
        place, said = self.context.workplace, self.tr("Đã hoàn tác; danh sách thôn như trước khi ghi.")
        self.context.do(
            lambda _: undo_change(place, batch), done=lambda _: self.context.told.emit(said, "done")
        )

    def _lay_out(self) -> None:
        side = style.size("page_side")
        self._stack = Views(self)
        self._paper = QWidget(self)
        card = Card(self.tr("Theo văn bản"), self)
        for field in (self.day, self.decision):
            card.body.addWidget(field)
        told = label(
            self.tr(
                "Chỉ ghi được khi đã tới ngày thôn mới có hiệu lực. Số nghị quyết ghi sau được, ở ô của thôn."
            ),
            "sentence",
            self,
        )
        told.setWordWrap(True)
        card.body.addWidget(told)
        # A low window has the card scroll.
        asked = SidePanel(self, width="dialog_width")
        asked.add(card)
        above = QHBoxLayout(self._paper)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(asked)
        above.addStretch(1)
        self._plan_side = QWidget(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        left.addStretch()
        beside = QVBoxLayout(self._plan_side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addLayout(self.panel.beside(left, self.table), 1)
        beside.addWidget(self.totals)
        for part in (self._paper, self._plan_side, self.columns):
            self._stack.addWidget(part)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, style.size("page_top"), side, 12)
        inside.setSpacing(12)
        inside.addWidget(self.head)
        inside.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.bar)
        tab_as_read(self)
