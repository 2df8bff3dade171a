"""Whether a term is longer or shorter than the law's, and why: two choices where the law has them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.elections.campaigns import DayView
from desktop.ui.page.side_panel import clause_words
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField


class TermFields(QWidget):
    """Hidden where the statute of the day has nothing of the kind; ``changed`` when another is chosen.

    Args:
        parent: the form.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = False
        self.change = ChoiceField(self.tr("Dài hay ngắn hơn"), [(0, self.tr("đúng nhiệm kỳ"))], self)
        self.reason = ChoiceField(
            self.tr("Vì"),
            [
                (None, self.tr("chọn lý do")),
                ("reorganised", self.tr("tổ chức lại thôn")),
                ("force_majeure", self.tr("thiên tai, dịch bệnh")),
            ],
            self,
        )
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.change, 1)
        row.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.change.committed.connect(lambda _: self._show())
        self.reason.committed.connect(lambda _: self._show())
        self.setVisible(False)

    def set_day(self, view: DayView) -> None:
        """Offer what the statute of a day allows."""
        self._offered = view.term_change_max > 0
        self.setVisible(self._offered)
        months = range(1, view.term_change_max + 1)
        longer, shorter = self.tr("dài hơn {0} tháng"), self.tr("ngắn hơn {0} tháng")
        choices = [(count, longer.format(count)) for count in months]
        choices += [(-count, shorter.format(count)) for count in months]
        self.change.set_choices([(0, self.tr("đúng nhiệm kỳ")), *choices])
        said = clause_words(view.term_change) if view.term_change else ""
        for field in (self.change, self.reason):
            field.explain = said
        self._show()

    def months(self) -> int:
        """Return by how many months the term is longer, or shorter below 0."""
        return int(self.change.value() or 0) if self._offered else 0

    def why(self) -> str | None:
        """Return the word of the reason; None where none is chosen or needed."""
        return self.reason.value() if self.months() else None

    def ask_why(self) -> None:
        """Say that a reason is needed."""
        self.reason.set_problem(self.tr("Chọn lý do, hoặc để đúng nhiệm kỳ."))
        self.reason.setFocus()

    def _show(self) -> None:
        self.reason.setVisible(bool(self.change.value()))
        self.reason.set_problem(None)
        self.changed.emit()
