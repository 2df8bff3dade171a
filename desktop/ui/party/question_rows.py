"""Fields of a question that stand beside one another."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.page.submitted_question import SubmittedQuestion
from desktop.ui.widgets import style


def beside(question: SubmittedQuestion, *fields: QWidget) -> None:
    """Put fields into a row of a question, each as wide as the others."""
    row = QHBoxLayout()
    row.setSpacing(style.size("grid"))
    for field in fields:
        row.addWidget(field, 1)
    question.body.addLayout(row)
