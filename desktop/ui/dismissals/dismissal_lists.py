"""The two lists: dismissals of heads, and under them the proposals to replace one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.dismissals.proposals import ProposalView
from desktop.services.dismissals.views import DismissalView
from desktop.ui.dismissals.dismissal_columns import dismissal_columns, proposal_columns
from desktop.ui.widgets import style
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.table import Table


class DismissalLists(QWidget):
    """Two tables under each other; one without a row isn't there.

    Attributes:
        table: the dismissals.
        proposals: the proposals.

    Signals:
        dismissal_chosen: a ``DismissalView``; ``proposal_chosen`` a ``ProposalView``.
        opened: Enter on a row of either.

    Args:
        parent: the view.
    """

    dismissal_chosen = Signal(object)
    proposal_chosen = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        high = style.size("row_narrow")  # two lines
        self.table = Table(dismissal_columns(), self, row_height=high, key=lambda one: one.key)
        self.table.setAccessibleName(self.tr("Việc cho thôi làm Trưởng thôn"))
        self.table.chosen.connect(self.dismissal_chosen)
        self.proposals = Table(proposal_columns(), self, row_height=high, key=lambda one: one.key)
        self.proposals.setAccessibleName(self.tr("Đề xuất thay Trưởng thôn"))
        self.proposals.chosen.connect(self.proposal_chosen)
        for table in (self.table, self.proposals):
            table.hug()
            table.opened.connect(lambda _: self.opened.emit())
        self._second = label(self.tr("Đề xuất thay Trưởng thôn"), "name", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self.table, 1)
        column.addWidget(self._second)
        column.addWidget(self.proposals, 1)
        column.addStretch()

    def set_lists(self, dismissals: Sequence[DismissalView], proposals: Sequence[ProposalView]) -> None:
        """Show other dismissals and proposals."""
        self.table.set_rows(dismissals)
        self.proposals.set_rows(proposals)
        self.table.setVisible(bool(dismissals))
        for part in (self._second, self.proposals):
            part.setVisible(bool(proposals))

    def dismissal(self) -> DismissalView | None:
        """Return the chosen dismissal."""
        found: DismissalView | None = self.table.current()
        return found

    def proposal(self) -> ProposalView | None:
        """Return the chosen proposal."""
        found: ProposalView | None = self.proposals.current()
        return found

    def choose(self, key: int | None) -> None:
        """Choose a dismissal by its key; where it is none of these nothing else is chosen."""
        self.table.select(lambda one: one.key == key)

    def go_to_work(self, step: int) -> bool:
        """Go to the next dismissal with work left, or with -1 to the one before; False where none is."""
        return self.table.walk(lambda one: one.has_work, step)
