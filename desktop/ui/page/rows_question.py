"""A question whose fields stand in rows."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.page.submitted_question import SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.text import TextField


class RowsQuestion(SubmittedQuestion):
    """A question whose fields stand in rows."""

    def row(self, *fields: QWidget) -> QWidget:
        """Put fields beside each other."""
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        for field in fields:
            line.addWidget(field, 1)
        self.body.addWidget(holder)
        return holder

    def filled(self, field: TextField, words: str) -> bool:
        """Tell whether something is written; where not, say so and go there."""
        field.commit()
        if not field.value().strip():
            field.set_problem(words)
            field.setFocus()
            return False
        return True
