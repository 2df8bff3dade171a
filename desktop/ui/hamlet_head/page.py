"""The page of elections: the list, or one election with its stepper and the view of a step."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.election_list import elections
from desktop.services.office.changes import Kind
from desktop.services.progress.election_head import ElectionHead, head
from desktop.ui.elections.plan_dialog import PlanDialog
from desktop.ui.hamlet_head.header import ElectionHeader
from desktop.ui.hamlet_head.list import ElectionList
from desktop.ui.hamlet_head.steps import VIEWS
from desktop.ui.page.page import Context, Page
from desktop.ui.page.side_panel import clause_words
from desktop.ui.page.step import Step, below_head
from desktop.ui.page.step_words import fault_of, step_word
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.drawn.stepper import Stepper, StepView
from desktop.ui.widgets.focus import can_take_focus, first_inside


class ElectionPage(Page):
    """The page of the place ``election``.

    ``open_with`` takes an election's code, or ``(code, step)`` with the key of a step; Alt+Left and Alt+Right
    go from step to step, Esc from the election back to the list.
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
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(self.tr("Bầu trưởng thôn"))
        self._code = ""
        self._wanted = ""
        self._head: ElectionHead | None = None
        self._views: dict[str, Step] = {}
        self.list = ElectionList(context, self)
        self.list.opened.connect(lambda code: self.open_with((code, "")))
        self.header = ElectionHeader(self)
        self.header.left.connect(self._leave)
        self.header.plan_asked.connect(self._plan)
        self.stepper = Stepper(self)
        self.stepper.chosen.connect(self.open_step)
        self.steps = Views(self)
        self._whole = Views(self)
        self._whole.addWidget(self.list)
        self._whole.addWidget(below_head(self, self.header, self.stepper, self.steps))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._go(by))

    def open_with(self, argument: object) -> None:
        """Show an election by its code, at a step or where it stands."""
        if isinstance(argument, tuple):
            code, key = argument
        else:
            code, key = argument, ""
        if not isinstance(code, str) or not code:
            return
        self._code, self._wanted, self._head = code, key, None
        self._stale = False
        self.refresh()

    def on_show(self) -> tuple[str, ...]:
        """Return code and step of the open election; nothing in the list."""
        step = self.step()
        return (self._code, step.key) if step is not None and self._code else ()

    def refresh(self) -> None:
        """Load the list, or the head of the open election and its step."""
        if not self._code:
            self.context.ask(lambda: elections(self.context.workplace), self._show_list, once=(self, ""))
            return
        code = self._code
        self.context.ask(
            lambda: head(self.context.workplace, code), self._show_head, self._refused, once=(self, code)
        )

    def step(self) -> Step | None:
        """Return the view of the step on show; None in the list."""
        shown = self.steps.currentWidget()
        return shown if self._whole.currentIndex() == 1 and isinstance(shown, Step) else None

    def open_step(self, key: str) -> None:
        """Show a step of the open election."""
        if self._head is None or key not in VIEWS:
            return
        view = self._views.get(key)
        if view is None:
            view = VIEWS[key](self.context, self.steps)
            view.proceed.connect(self.open_step)
            view.changed.connect(self.refresh)
            self._views[key] = view
            self.steps.addWidget(view)
        other = self.steps.currentWidget() is not view
        self.steps.setCurrentWidget(view)
        self._show_steps(key)
        view.load(self._head.code)
        if other or self._whole.currentIndex() == 0:
            self._whole.setCurrentIndex(1)
            (view.first_field() or self.stepper).setFocus()
        self.context.moved.emit()

    def primary(self) -> None:
        """Do the primary thing of the step, or open the current election of the list."""
        step = self.step()
        if step is not None:
            step.primary()
        else:
            self.list.primary()

    def print_it(self) -> None:
        """Print what the step shows."""
        step = self.step()
        if step is not None:
            step.print_it()
        else:
            super().print_it()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is missing in the step."""
        shown = self.step()
        if shown is not None:
            shown.next_problem(step)
        else:
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the field in focus, then the clause that decides who is elected."""
        step = self.step()
        if step is None or self._head is None:
            return ""
        law = clause_words(self._head.elected)
        keys = self.tr("Alt cùng mũi tên trái, phải: sang bước trước, bước sau; Esc: về danh sách cuộc bầu.")
        return "\n\n".join(part for part in (step.help_text(), law, keys) if part)

    def focus_home(self) -> QWidget | None:
        """Return the list; in an election the first field of the step, or what comes first as it stands."""
        step = self.step()
        if step is None:
            return self.list.table if can_take_focus(self.list.table) else super().focus_home()
        first = step.first_field()
        return first if can_take_focus(first) else first_inside(step)

    def go_back(self) -> bool:
        """Leave an inner view of the step, then the election for the list."""
        step = self.step()
        if step is None:
            return False
        if not step.go_back():
            self._leave()
        return True

    def _show_list(self, lines: object) -> None:
        self.list.set_lines(lines)  # type: ignore[arg-type]  # what ``elections`` returns
        if not self._code:
            self._whole.setCurrentIndex(0)
            self.list.table.setFocus()
            self.context.moved.emit()

    def _show_head(self, shown: ElectionHead) -> None:
        if shown.code != self._code:
            return
        self._head = shown
        self.header.set_head(shown)
        step = self.step()
        key = self._wanted or (step.key if step is not None else shown.current)
        self._wanted = ""
        self.open_step(key if key in VIEWS else shown.current)

    def _show_steps(self, current: str) -> None:
        if self._head is not None:
            self.stepper.set_steps(
                [
                    StepView(cell.step, step_word(cell.step), cell.mark, fault_of(cell).lower())
                    for cell in self._head.steps
                ],
                current,
            )

    def _refused(self, refusal: Refusal) -> None:
        self._code = ""
        self.context.runner.failed.emit(refusal)
        self.refresh()

    def _plan(self) -> None:
        if self._code:
            PlanDialog(self.context, self._code, self.window()).open()

    def _leave(self) -> None:
        self._code, self._head = "", None
        self.refresh()

    def _go(self, by: int) -> None:
        step = self.step()
        if step is None or self._head is None:
            return
        known = [cell.step.value for cell in self._head.steps]
        at = known.index(step.key) + by
        if 0 <= at < len(known):
            self.open_step(known[at])
