"""Many hamlets merged as one workbook says: what each new one is made of, what is to be decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.columns import column_words
from desktop.services.lists.sources import NOTHING, remember
from desktop.services.office.workplace import Workplace
from desktop.services.people.registers import merger_plan_paper
from desktop.services.places.mergers import (
    LIST,
    Merger,
    MergerPlan,
    look_again,
    open_merger_block,
    open_mergers,
    write_mergers,
)
from desktop.services.places.succession import undo_change
from desktop.ui.lists.columns_step import ColumnsStep
from desktop.ui.lists.view import Block
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.page import Context, View
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.ways import Way
from desktop.ui.places.merger_columns import merger_columns
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.numerals import grouped
from desktop.wording import words


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
        self._without: set[str] = set()
        self._provisional: dict[str, str] = {}
        self.title = ElidedLabel("", "sentence", self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table = Table(merger_columns(self), self, key=lambda one: one.full_name)
        self.table.setAccessibleName(self.tr("Các thôn mới"))
        self.table.hug()
        self.table.opened.connect(self._leave_out)
        self.table.chosen.connect(self._show_heads)
        self.totals = label("", "sentence", self)
        self.totals.setWordWrap(True)
        self.findings = Findings(self.tr("Cần quyết"), self)
        self.findings.opened.connect(self._stand_on)
        self.day = DateField(self.tr("Có hiệu lực từ ngày"), self)
        self.decision = DecisionFields(self)
        card = Card(self.tr("Theo văn bản"), self)
        for field in (self.day, self.decision):
            card.body.addWidget(field)
        self.serving = ChoiceField(
            self.tr("Trưởng thôn lâm thời"),
            [(None, self.tr("Chưa chỉ định"))],
            self,
            explain=self.tr(
                "Người giữ nhiệm vụ ở thôn mới cho đến khi bầu được Trưởng thôn: một trong các trưởng thôn "
                "cũ. Hạn phải bầu xong được tính từ ngày thôn mới có hiệu lực; số và ngày quyết định chỉ "
                "định ghi sau, ở ô của thôn đó. Nghị định 59/2023/NĐ-CP, khoản 3 Điều 9; Nghị định "
                "185/2026/NĐ-CP, khoản 2 Điều 4."
            ),
        )
        self.serving.committed.connect(self._choose_head)
        self.heads = Card("", self)
        self.heads.body.addWidget(self.serving)
        self.panel = SidePanel(self)
        self.panel.add(card)
        self.panel.add(self.heads)
        self.panel.add(self.findings)
        self.columns = ColumnsStep(self)
        self.columns.said.connect(self._say_column)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(lambda _=False: self.leave())
        self.bar.add_left(back)
        self.print_button = self.bar.add_secondary(self.tr("In bảng xem trước"), self.print_it, "printer")
        self.match = self.bar.add_secondary(self.tr("Ghép cột…"), self.show_columns, "columns")
        self.remember = self.bar.add_secondary(
            self.tr("Nhớ cách ghép này"), self._remember, "bookmark-simple"
        )
        self._lay_out()

    def open(self, opened: Path | Block) -> None:
        """Read a workbook, or cells that were copied, and show what they would do."""
        workplace, name = self.context.workplace, self.tr("khối ô vừa dán")
        self.plan, self._kept = None, NOTHING
        self._without.clear()
        self._provisional.clear()
        self.day.set_value(workplace.today())
        self.decision.clear()
        self._show_plan()
        self._stack.setCurrentWidget(self._plan_side)

        def read() -> MergerPlan:
            if isinstance(opened, Path):
                return open_mergers(workplace, opened)
            return open_merger_block(workplace, opened, name)

        self.context.ask(read, self._read, self._refuse)

    def leave(self) -> None:
        """Go back: from the columns to the mergers, else to the list."""
        if self._is_matching() and self.plan is not None and not self.plan.is_unnamed:
            self._show_mergers()
        else:
            self.closed.emit()

    def show_columns(self) -> None:
        """Show as what each column of the file is read."""
        self._stack.setCurrentWidget(self.columns)
        self.columns.focus_table()
        self._show_plan()

    def print_it(self) -> None:
        """Print the plan as it stands: old and new hamlets, from which day, by which paper."""
        plan, without = self.plan, frozenset(self._without)
        if plan is None or self._is_matching():
            super().print_it()
            return
        workplace, on, number = self.context.workplace, self.day.value(), self.decision.value().number
        print_paper(
            self.context,
            self,
            lambda: merger_plan_paper(workplace, plan, on, number, without),
            headline=self.tr("In bảng xem trước"),
            sentence=self.tr("Thôn cũ, thôn mới như trong bảng; chưa ghi gì vào sổ."),
            yes=self.tr("In"),
            file_name="sap-nhap-xem-truoc.pdf",
        )

    def primary(self) -> None:
        """Write the mergers."""
        self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is to be decided."""
        if self._is_matching():
            self.columns.next_problem(step)
            return
        found = self.panel.walk(self.findings, step)
        if found is not None:
            self._stand_on(found.target)

    def help_text(self) -> str:
        """Explain what the view does."""
        return self.tr(
            "Mỗi dòng là một thôn mới, kèm các thôn cũ được sáp nhập. Enter trên một dòng để bỏ qua hoặc "
            "ghi lại dòng đó, F8 tới chỗ cần quyết. Ghi một lần cho cả danh sách; hoàn tác được cả lần ghi "
            "khi chưa có gì dựa vào thôn mới. Tệp có cột Thôn cũ và cột Thôn mới; một ô ghi được "
            "nhiều thôn cũ. Nút Ghép cột để chọn cột nào là thôn cũ, cột nào là thôn mới; tệp có cùng tiêu "
            "đề lần sau được đọc như đã chọn."
        )

    def _read(self, plan: MergerPlan) -> None:
        if self.plan is None:
            self._kept = plan.said
            self.decision.offer_issuer(plan.commune)
        self.plan = plan
        self.columns.set_opened(plan)
        if plan.is_unnamed:
            self.show_columns()
            self.columns.next_problem(1)
        elif not self._is_matching():
            self._show_mergers()
        else:
            self._show_plan()

    def _show_mergers(self) -> None:
        self._stack.setCurrentWidget(self._plan_side)
        self._show_plan()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_matching(self) -> bool:
        return self._stack.currentWidget() is self.columns

    def _refuse(self, refusal: object) -> None:
        self.context.runner.failed.emit(refusal)
        if self.plan is None:
            self.closed.emit()
        else:
            self.columns.set_opened(self.plan)

    def _say_column(self, said_by: str, key: str | None) -> None:
        plan, workplace = self.plan, self.context.workplace
        if plan is None:
            return
        columns = {by: other for by, other in plan.said.columns.items() if key is None or other != key}
        said = replace(plan.said, columns={**columns, said_by: key})
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
        mergers = self.plan.mergers if self.plan is not None else ()
        self.table.set_rows(mergers)
        self.title.setText(self.plan.source.name if self.plan is not None else "")
        self.findings.set_findings(
            [
                Finding(
                    "attention" if one.is_possible else "wrong",
                    one.full_name,
                    words(f"merger.{trouble}", where=about),
                    target=one.full_name,
                )
                for one in mergers
                if one.full_name not in self._without
                for trouble, about in one.troubles
            ]
        )
        self._show_totals(mergers)

    def _show_totals(self, mergers: tuple[Merger, ...]) -> None:
        written = [one for one in mergers if self.is_written(one)]
        olds, homes = sum(len(one.olds) for one in written), sum(one.households for one in written)
        people = sum(one.people for one in written)
        said = self.tr("{0} thôn cũ thành {1} thôn mới, {2} hộ theo sang, {3} nhân khẩu.").format(
            olds, len(written), grouped(homes), grouped(people)
        )
        if self.plan is not None and self.plan.untouched:
            said += " " + self.tr("{0} thôn giữ nguyên.").format(len(self.plan.untouched))
        if self.plan is not None and self.plan.unread:
            said += " " + self.tr("{0} dòng của tệp không đọc được.").format(self.plan.unread)
        if self.plan is not None and self.plan.written:
            said += " " + self.tr("{0} thôn mới đã ghi từ trước, không ghi lại.").format(self.plan.written)
        self.totals.setText(said)
        matching = self._is_matching()
        self.match.setVisible(self.plan is not None and not matching)
        self.print_button.setVisible(self.plan is not None and not matching)
        self._show_heads(self.table.current())
        self.remember.setVisible(self.plan is not None and matching)
        self.remember.setEnabled(self.plan is not None and self.plan.said != self._kept)
        if self.plan is not None and self.plan.is_unnamed:
            self.bar.hide_primary()
            note = self.tr("Chưa biết cột nào ghi tên: chọn cột đó, rồi ở “Đọc là” chọn “{0}”.")
            self.bar.set_note(note.format(column_words(LIST)["name"]))
            return
        self.bar.set_note("")
        if matching:
            self.bar.set_primary(self.tr("Xem {0} thôn mới").format(len(mergers)), self._show_mergers)
            return
        self.bar.set_primary(self.tr("Ghi {0} thôn mới").format(len(written)), self._write)
        self.bar.primary_button().setEnabled(bool(written))

    def is_written(self, one: Merger) -> bool:
        """Tell whether a merger is among those that are written."""
        return one.is_possible and one.full_name not in self._without

    def is_left_out(self, one: Merger) -> bool:
        """Tell whether a person leaves a merger out."""
        return one.full_name in self._without

    def serving_in(self, one: Merger) -> str:
        """Return who is to serve in a new hamlet until it elects; empty where nobody is chosen."""
        code = self._provisional.get(one.full_name)
        return next((old.head or "" for old in one.headed if old.code == code), "")

    def _leave_out(self, one: Merger) -> None:
        if one.is_possible:
            self._without ^= {one.full_name}
            self._show_plan()

    def _show_heads(self, one: object) -> None:
        """Offer the heads of the old hamlets of a row as who serves in the new one."""
        shown = isinstance(one, Merger) and bool(one.headed) and self.is_written(one)
        self.heads.setVisible(shown)
        if not isinstance(one, Merger) or not shown:
            return
        self.heads.set_title(one.full_name)
        choices: list[tuple[object, str]] = [(None, self.tr("Chưa chỉ định"))]
        choices += [(old.code, f"{old.head}, {old.name}") for old in one.headed]
        self.serving.set_choices(choices)
        self.serving.set_value(self._provisional.get(one.full_name))

    def _choose_head(self, code: object) -> None:
        one = self.table.current()
        if not isinstance(one, Merger):
            return
        if isinstance(code, str):
            self._provisional[one.full_name] = code
        else:
            self._provisional.pop(one.full_name, None)
        self._show_plan()

    def _stand_on(self, target: object) -> None:
        self.table.select(lambda one: one.full_name == target)

    def _write(self) -> None:
        plan, on = self.plan, self.day.value()
        if plan is None or on is None:
            self.day.setFocus()
            self.context.told.emit(self.tr("Ghi ngày thôn mới có hiệu lực, rồi ghi lại."), "attention")
            return
        workplace: Workplace = self.context.workplace
        decision = self.decision.value()
        without, provisional = frozenset(self._without), dict(self._provisional)
        done = self.tr("Đã ghi {0} thôn mới; về sau hoàn tác cả lần ghi trong ô của một thôn mới.")
        written = sum(map(self.is_written, plan.mergers))

        said, kept = plan.said, self._kept

        def finished(batch: int) -> None:
            if said != kept:
                self.context.do(lambda _: remember(workplace, LIST, plan.source, said))
            way = Way(self.tr("Hoàn tác"), lambda: self._take_back(batch))
            self.context.offered.emit(done.format(written), "done", way)
            self.leave()

        self.context.do(
            lambda _: write_mergers(workplace, plan, on, decision, without, provisional), done=finished
        )

    def _take_back(self, batch: int) -> None:
        place, said = self.context.workplace, self.tr("Đã hoàn tác; danh sách thôn như trước khi ghi.")
        self.context.do(
            lambda _: undo_change(place, batch), done=lambda _: self.context.told.emit(said, "done")
        )

    def _lay_out(self) -> None:
        side = style.size("page_side")
        head = QHBoxLayout()
        head.setSpacing(style.size("inner"))
        place = quiet(self.tr("Thôn, bản"), self)
        place.clicked.connect(lambda _=False: self.closed.emit())
        head.addWidget(place)
        head.addWidget(IconView("caret-right", "ink_3", parent=self))
        head.addWidget(label(self.tr("Sáp nhập thôn, khu phố"), "title", self))
        head.addWidget(self.title, 1)
        self._stack = Views(self)
        self._plan_side = QWidget(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        left.addWidget(self.totals)
        left.addStretch()
        inside = QVBoxLayout()
        inside.setContentsMargins(side, style.size("page_top"), side, 12)
        inside.setSpacing(12)
        inside.addLayout(head)
        beside = QVBoxLayout(self._plan_side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(self.panel.beside(left, self.table), 1)
        self._stack.addWidget(self._plan_side)
        self._stack.addWidget(self.columns)
        inside.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.bar)
        tab_as_read(self)
