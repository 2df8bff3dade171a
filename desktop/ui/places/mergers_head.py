"""The head of a plan of mergers: where one is, by which paper, from which day, and how far it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.places.mergers import MergerPlan
from desktop.services.places.succession import Decision
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.drawn.stepper import Stepper, StepView
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip

PAPER, COLUMNS, PREVIEW, WRITTEN = "paper", "columns", "preview", "written"


class MergersHead(QWidget):
    """Breadcrumb, paper and day, and the stepper; ``left`` where one goes back to the list.

    Args:
        parent: the view.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stepper = Stepper(self)
        self._paper = ElidedLabel("", "sentence", self)
        self._icon = IconView("file-text", "ink_2", "icon", self)
        self._day = StateChip(State("doing"), self)
        place = quiet(self.tr("Thôn, bản"), self)
        place.clicked.connect(lambda _=False: self.left.emit())
        where, by = QWidget(self), QWidget(self)
        for part, widgets in (
            (
                where,
                (
                    place,
                    IconView("caret-right", "ink_3", parent=where),
                    label(self.tr("Sáp nhập thôn, khu phố"), "title", where),
                ),
            ),
            (by, (self._icon, self._paper, self._day)),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(style.size("grid"))
            for widget in widgets:
                row.addWidget(widget)
        # With large text in a narrow window the paper stands under the title.
        first = Wrapping(self)
        first.add(where)
        first.add(by, pushed=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner"))
        column.addWidget(first)
        column.addWidget(self.stepper)

    def set_paper(self, file: str, decision: Decision, day: date | None) -> None:
        """Name the paper that the mergers are by, before that the file, and their first day."""
        said = file
        if decision.number:
            said = self.tr("Số {0}").format(decision.number)
            if decision.decided_on is not None:
                said += f", {decision.decided_on:%d/%m/%Y}"
        self._paper.setText(said)
        self._icon.setVisible(bool(said))
        self._day.setVisible(day is not None)
        if day is not None:
            self._day.set_state(State("doing", self.tr("hiệu lực {0}").format(f"{day:%d/%m/%Y}")))

    def set_step(self, current: str, plan: MergerPlan | None, decision: Decision, left: int) -> None:
        """Show how far one is.

        Args:
            current: ``PAPER``, ``COLUMNS`` or ``PREVIEW``.
            plan: what was read; None while it is being read.
            decision: as far as it is typed.
            left: how many things are to be decided.
        """
        known = bool(decision.number)
        olds = [old for one in plan.mergers for old in one.olds] if plan is not None else []
        found = sum(old.code is not None for old in olds)
        unnamed = plan is not None and plan.is_unnamed
        matched = self.tr("{0}/{1}").format(found, len(olds)) if olds else ""
        steps = (
            StepView(
                PAPER,
                self.tr("Nghị quyết"),
                "done" if known else "not_yet" if current == PAPER else "attention",
                "" if known or current == PAPER else self.tr("chưa ghi số"),
            ),
            StepView(
                COLUMNS,
                self.tr("Ghép thôn"),
                "attention" if unnamed or found < len(olds) else "done" if olds else "not_yet",
                self.tr("chưa biết cột") if unnamed else matched,
            ),
            StepView(
                PREVIEW,
                self.tr("Xem trước"),
                "attention" if left else "not_yet",
                self.tr("{0} việc").format(left) if left else "",
            ),
            StepView(WRITTEN, self.tr("Ghi, có hiệu lực"), "not_yet"),
        )
        self.stepper.set_steps(steps, current)
