"""Dismissals of heads of hamlets and proposals to replace them: the lists, one beside them, its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.rules.dismissal import DismissalStep
from desktop.services.dismissals import asking as asks
from desktop.services.dismissals import proposals as proposing
from desktop.services.dismissals import steps
from desktop.services.dismissals.proposals import ProposalView
from desktop.services.dismissals.replacement import plan_replacement
from desktop.services.dismissals.views import AskingView, DismissalView, asking, dismissals
from desktop.services.elections.time_left import day_left
from desktop.services.papers.dismissals import (
    DismissalPaper,
    dismissal_papers,
    draw_dismissal_paper,
    draw_proposals,
    word_dismissal_paper,
)
from desktop.services.papers.lines import Filling
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.ui.dismissals.dismissal_columns import dismissal_columns, proposal_columns
from desktop.ui.dismissals.dismissal_panel import HAMLET, PLAN, DismissalPanel
from desktop.ui.dismissals.questions import (
    AskQuestion,
    MeetingQuestion,
    ProposeQuestion,
    SettleQuestion,
    StepQuestion,
    WhichHamletQuestion,
)
from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.submitted_question import Asked, DayQuestion, Submit
from desktop.ui.page.ways import Way, tell_saved
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.table import Table
from desktop.wording import left_words

_LISTS, _EMPTY, _PAPER = range(3)


class DismissalsView(View):
    """The view stands over the list of hamlets; ``closed`` is emitted when it is left.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._dismissals: tuple[DismissalView, ...] = ()
        self._proposals: tuple[ProposalView, ...] = ()
        self._hamlets: tuple[HamletLine, ...] = ()
        self._wanted: int | None = None
        self._asked_for: str | None = None
        self.panel: DismissalPanel = DismissalPanel(self)
        self.table = Table(
            dismissal_columns(), self, row_height=style.size("row_narrow"), key=lambda one: one.key
        )
        self.table.setAccessibleName(self.tr("Việc cho thôi làm Trưởng thôn"))
        self.table.hug()
        self.table.chosen.connect(self._show_dismissal)
        self.table.opened.connect(lambda _: self.panel.press())
        self.proposals = Table(
            proposal_columns(), self, row_height=style.size("row_narrow"), key=lambda one: one.key
        )
        self.proposals.setAccessibleName(self.tr("Đề xuất thay Trưởng thôn"))
        self.proposals.hug()
        self.proposals.chosen.connect(self._show_proposal)
        self.proposals.opened.connect(lambda _: self.panel.press())
        self.panel.step_asked.connect(self._step)
        self.panel.paper_asked.connect(self._paper)
        self.panel.undo_asked.connect(self._undo)
        self.panel.dismissal_asked.connect(self._from_proposal)
        self.panel.settle_asked.connect(self._settle)
        self.panel.reopen_asked.connect(self._reopen)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._leave_paper)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), "arrow-left", self)
        back.clicked.connect(lambda _=False: self.leave())
        self.bar.add_left(back)
        self.propose_button = self.bar.add_secondary(self.tr("Đề xuất thay…"), self.propose, "note-pencil")
        self.ask_button = self.bar.add_secondary(self.tr("Đề nghị cho thôi…"), self.choose_hamlet, "plus")
        self.list_button = self.bar.add_secondary(self.tr("In danh sách đề xuất"), self.print_list, "printer")
        self.empty = EmptyView(
            "user-minus-fill",
            self.tr("Chưa có việc cho thôi Trưởng thôn nào"),
            self.tr(
                "Ghi khi Trưởng thôn xin thôi, Ban công tác Mặt trận đề nghị hoặc hộ dân kiến nghị; đề xuất "
                "thay người chưa hoàn thành nhiệm vụ cũng ghi ở đây."
            ),
            self.tr("Đề nghị cho thôi…"),
            self.choose_hamlet,
            "Ctrl+Enter",
            parent=self,
        )
        self._lay_out()

    def open(self, hamlet: str | None = None) -> None:
        """Show the lists; with the code of a hamlet its dismissal, or ask for one where none is under way."""
        self._asked_for = hamlet
        self._stack.setCurrentIndex(_LISTS)
        self.load()

    def load(self) -> None:
        """Read the lists anew."""
        place = self.context.workplace

        def read() -> tuple[Any, ...]:
            return dismissals(place), proposing.replacement_proposals(place), hamlet_lines(place)

        self.context.ask(read, self._show, once=(self, "dismissals"))

    def primary(self) -> None:
        """Do what comes next for the dismissal that is chosen."""
        if self._stack.currentIndex() == _PAPER:
            self.paper.print_it()
        elif self._stack.currentIndex() == _EMPTY:
            self.choose_hamlet()
        else:
            self.panel.press()

    def print_it(self) -> None:
        """Print the paper on show, else the list of proposals."""
        if self._stack.currentIndex() == _PAPER:
            self.paper.print_it()
        else:
            self.print_list()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next dismissal with something to do."""
        rows: tuple[DismissalView, ...] = self.table.rows()
        at = next((number for number, row in enumerate(rows) if row is self.table.current()), -step)
        for far in range(1, len(rows) + 1):
            row = rows[(at + step * far) % len(rows)]
            if row.next or (row.is_ended and not row.head):
                self.table.select(partial(_is_of, row.key))
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        super().next_problem(step)

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Mỗi việc cho thôi một dòng; bên phải là việc tiếp theo, giấy tờ của từng bước và luật của ngày "
            "đề nghị. Enter trên một dòng để làm việc tiếp theo. Điều gì luật không nói thì ghi rõ là xã tự "
            "quyết. Đề xuất thay Trưởng thôn ở bảng dưới; từ đề xuất lập được hồ sơ cho thôi."
        )

    def leave(self) -> None:
        """Leave the paper on show, else the view."""
        if self._stack.currentIndex() == _PAPER:
            self._leave_paper()
        else:
            self.closed.emit()

    def choose_hamlet(self) -> None:
        """Ask for a dismissal in the hamlet of the chosen row, or in the first that has a head."""
        headed = self._headed()
        if not headed:
            self.context.told.emit(
                self.tr("Chưa thôn nào ghi Trưởng thôn; hãy ghi ở trang Thôn, bản."), "attention"
            )
            return
        asked = Asked(
            self.tr("Đề nghị cho thôi ở thôn nào?"),
            self.tr("Chọn thôn, rồi ghi ai đề nghị, ngày nào, vì sao."),
            self.tr("Tiếp tục"),
        )
        WhichHamletQuestion(self.window(), asked, headed, self._picked).open()

    def propose(self) -> None:
        """Write down that somebody proposes to replace a head."""
        headed = self._headed()
        if not headed:
            self.choose_hamlet()
            return
        place = self.context.workplace
        submit = self._submit(
            lambda answer: proposing.propose(place, answer[0], answer[1], answer[2], answer[3]),
            self.tr("Đã ghi đề xuất."),
            lambda key: proposing.take_back_proposal(place, key),
        )
        ProposeQuestion(self.window(), headed, place.today(), submit).open()

    def print_list(self) -> None:
        """Show the list of proposals as it is printed."""
        place = self.context.workplace
        self._look_at(
            self.tr("Danh sách đề xuất thay Trưởng thôn"),
            lambda: draw_proposals(place),
            "de-xuat-thay-truong-thon.pdf",
        )

    def _lay_out(self) -> None:
        side, top = style.size("page_side"), style.size("page_top")
        head = Wrapping(self)
        head.add(label(self.tr("Cho thôi, thay Trưởng thôn"), "title", self))
        self.facts = label("", "sentence", self)
        head.add(self.facts, elastic=True)
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self.table, 1)
        self._second = label(self.tr("Đề xuất thay Trưởng thôn"), "name", self)
        column.addWidget(self._second)
        column.addWidget(self.proposals, 1)
        column.addStretch()
        inside = QWidget(self)
        framed = QVBoxLayout(inside)
        framed.setContentsMargins(side, top, side, 12)
        framed.setSpacing(12)
        framed.addWidget(head)
        framed.addLayout(self.panel.beside(lists, self.table, self.proposals), 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inside, 1)
        self._stack = Views(self)
        for view in (whole, self.empty, self.paper):
            self._stack.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._stack, 1)
        page.addWidget(self.bar)
        tab_as_read(whole)

    def _show(self, read: tuple[Any, ...]) -> None:
        self._dismissals, self._proposals, self._hamlets = read
        chosen = self.table.current()
        self.table.set_rows(self._dismissals)
        self.proposals.set_rows(self._proposals)
        self.table.setVisible(bool(self._dismissals))
        for part in (self._second, self.proposals):
            part.setVisible(bool(self._proposals))
        work = sum(bool(view.next) or (view.is_ended and not view.head) for view in self._dismissals)
        waiting = sum(view.outcome is None for view in self._proposals)
        self.facts.setText(self.tr("{0} việc đang làm, {1} đề xuất chưa xem xét").format(work, waiting))
        if self._stack.currentIndex() != _PAPER:
            self._stack.setCurrentIndex(_LISTS if self._dismissals or self._proposals else _EMPTY)
        self.bar.setVisible(self._stack.currentIndex() != _PAPER)
        self.list_button.setVisible(bool(self._proposals))
        # The empty place has this button itself.
        self.ask_button.setVisible(bool(self._dismissals or self._proposals))
        wanted = self._wanted or (chosen.key if chosen is not None else None)
        self._wanted = None
        hamlet, self._asked_for = self._asked_for, None
        if hamlet is not None:
            found = next((one for one in self._dismissals if one.hamlet_code == hamlet), None)
            if found is None or not (found.next or (found.is_ended and not found.head)):
                self._ask_in(hamlet)
            wanted = found.key if found is not None else wanted
        self.table.select(lambda one: one.key == wanted)
        current = self.table.current()
        if current is not None:
            self._show_dismissal(current)
        elif self._proposals:
            self.proposals.select(lambda _: True)
        shown = self.table if self._dismissals else self.proposals if self._proposals else self.empty.button
        if shown is not None and not self.isHidden() and self.focusWidget() is None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dismissal(self, view: DismissalView) -> None:
        place, key = self.context.workplace, view.key

        def show(papers: tuple[DismissalPaper, ...]) -> None:
            current = self.table.current()
            if current is not None and current.key == key:
                self.panel.show_dismissal(view, papers, self._left(view))

        self.context.ask(lambda: dismissal_papers(place, key), show, once=(self, "papers"), to=self)

    def _left(self, view: DismissalView) -> str:
        if view.due is None:
            return ""
        left = day_left(view.due.day, None, self.context.workplace.today())
        return self.tr("Hạn {0}, {1}").format(f"{view.due.day:%d/%m/%Y}", left_words(left.left, left.facts))

    def _show_proposal(self, view: ProposalView) -> None:
        if self.proposals.hasFocus() or not self._dismissals:
            self.panel.show_proposal(view)

    def _chosen_proposal(self) -> ProposalView | None:
        of_proposals = self.proposals.hasFocus() or self.panel.papers_card.isHidden()
        found: ProposalView | None = self.proposals.current()
        return found if of_proposals else None

    def _headed(self) -> list[tuple[str, str]]:
        return [
            (line.code, f"{line.full_name}, {line.head}")
            for line in self._hamlets
            if line.head and line.ends_on is None
        ]

    def _picked(self, code: str, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
        del failed
        done(code)
        self._ask_in(code)

    def _ask_in(self, hamlet: str, proposal: ProposalView | None = None) -> None:
        place = self.context.workplace
        today = place.today()

        def ask(view: AskingView) -> None:
            if not view.head:
                self.context.told.emit(
                    self.tr("{0} chưa ghi ai là Trưởng thôn; hãy ghi ở ô của thôn.").format(view.hamlet),
                    "attention",
                )
                return

            def begin(new: asks.NewDismissal) -> int:
                if proposal is None:
                    return asks.ask_dismissal(place, new)
                return proposing.dismissal_from(place, proposal.key, new)

            submit = self._submit(
                begin,
                self.tr("Đã ghi đề nghị cho thôi."),
                lambda key: asks.take_back_request(place, key),
            )
            AskQuestion(
                self.window(),
                view,
                today,
                submit,
                hamlet=hamlet,
                reason=proposal.reason if proposal is not None else "",
            ).open()

        self.context.ask(lambda: asking(place, hamlet, today), ask, to=self)

    def _step(self, step: object) -> None:
        view: DismissalView | None = self.table.current()
        if view is None:
            return
        place, key = self.context.workplace, view.key
        if step == HAMLET:
            self.context.go.emit("hamlets", view.hamlet_code)
        elif step == PLAN:
            self._plan(view)
        elif step is DismissalStep.HOLD:
            submit = self._submit(
                lambda held: steps.hold_meeting(place, key, held), self.tr("Đã ghi kết quả họp."), self._back
            )
            called = [each.meets_on for each in view.steps if each.meets_on is not None]
            day = min(called[-1], place.today()) if called else place.today()
            MeetingQuestion(self.window(), view, day, submit).open()
        elif isinstance(step, DismissalStep):
            taken = step
            submit = self._submit(
                lambda answer: steps.take_step(place, key, taken, answer), self.tr("Đã ghi."), self._back
            )
            venue = self.tr("Nhà văn hóa {0}").format(f"{view.hamlet[:1].lower()}{view.hamlet[1:]}")
            StepQuestion(self.window(), step, place.today(), venue, submit).open()

    def _back(self, _: object) -> None:
        view: DismissalView | None = self.table.current()
        if view is not None:
            steps.undo_last_step(self.context.workplace, view.key)

    def _plan(self, view: DismissalView) -> None:
        place = self.context.workplace
        asked = Asked(
            self.tr("Bầu thay {0}").format(view.post),
            self.tr("Lập cuộc bầu thay cho thôn này; các mốc trước ngày bầu tính lùi từ ngày đó."),
            self.tr("Lập kế hoạch"),
        )
        submit = self._submit(
            lambda day: plan_replacement(place, view.key, day), self.tr("Đã lập cuộc bầu thay."), None
        )
        day = view.due.day if view.due is not None else place.today()
        DayQuestion(self.window(), asked, self.tr("Ngày bầu"), max(day, place.today()), submit).open()

    def _undo(self) -> None:
        place, proposal = self.context.workplace, self._chosen_proposal()
        if proposal is not None:
            self._do(lambda: proposing.take_back_proposal(place, proposal.key), self.tr("Đã bỏ đề xuất."))
            return
        view: DismissalView | None = self.table.current()
        if view is None:
            return
        if view.steps:
            self._do(lambda: steps.undo_last_step(place, view.key), self.tr("Đã hoàn tác bước sau cùng."))
        else:
            self._do(lambda: asks.take_back_request(place, view.key), self.tr("Đã bỏ đề nghị."))

    def _from_proposal(self) -> None:
        proposal = self._chosen_proposal()
        if proposal is not None:
            self._ask_in(proposal.hamlet_code, proposal)

    def _settle(self) -> None:
        proposal, place = self._chosen_proposal(), self.context.workplace
        if proposal is None:
            return
        submit = self._submit(
            lambda said: proposing.settle(place, proposal.key, *said),
            self.tr("Đã ghi kết quả xem xét."),
            lambda _: proposing.reopen(place, proposal.key),
        )
        SettleQuestion(self.window(), proposal.name, place.today(), submit).open()

    def _reopen(self) -> None:
        proposal, place = self._chosen_proposal(), self.context.workplace
        if proposal is not None:
            self._do(lambda: proposing.reopen(place, proposal.key), self.tr("Đã mở lại đề xuất."))

    def _paper(self, form: str, filling: Filling, word: bool) -> None:
        view: DismissalView | None = self.table.current()
        if view is None:
            return
        place, key = self.context.workplace, view.key
        name = f"{form}-{view.hamlet_code}"
        if not word:
            self._look_at(view.post, lambda: draw_dismissal_paper(place, key, form, filling), f"{name}.pdf")
            return

        def save(path: Path) -> None:
            def write() -> Path:
                path.write_bytes(word_dismissal_paper(place, key, form, filling))
                return path

            def saved(path: Path) -> None:
                tell_saved(self.context, self.tr("Đã ghi tệp {0}.").format(path.name), path)

            self.context.do(lambda _: write(), done=saved)

        ask_save_file(self, "papers", self.tr("Lưu bản Word"), f"{name}.docx", self.tr("Tệp Word"), save)

    def _look_at(self, title: str, draw: Callable[[], bytes], file_name: str) -> None:
        self._stack.setCurrentIndex(_PAPER)
        self.bar.setVisible(False)
        self.paper.show_paper(title, draw, file_name)

    def _leave_paper(self) -> None:
        self._stack.setCurrentIndex(_LISTS if self._dismissals or self._proposals else _EMPTY)
        self.bar.setVisible(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self, work: Callable[[Any], Any], said: str, back: Callable[[Any], Any] | None) -> Submit:
        """Hand an answer to a use case; the message that says what came of it offers to take it back."""

        def submit(answer: Any, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
            def made(result: Any) -> None:
                done(result)
                if isinstance(result, int):
                    self._wanted = result
                self.load()
                if back is None:
                    self.context.told.emit(said, "done")
                    return
                way = Way(
                    self.tr("Hoàn tác"), lambda: self._do(lambda: back(result), self.tr("Đã hoàn tác."))
                )
                self.context.offered.emit(said, "done", way)

            self.context.do(lambda _: work(answer), done=made, failed=failed)

        return submit

    def _do(self, work: Callable[[], Any], said: str) -> None:
        def done(_: object) -> None:
            self.load()
            self.context.told.emit(said, "done")

        self.context.do(lambda _: work(), done=done)


def _is_of(key: int, one: DismissalView) -> bool:
    return one.key == key
