"""The frame of what is written down of a congress in one form: fields in rows, and the work they come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.office.workplace import Workplace
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field

Work = Callable[[Workplace], object]
"""What is done with the open office once a form is agreed to."""


class RecordForm(QWidget):
    """Fields of one thing that is written down; a subclass adds rows and says what they come to.

    Args:
        parent: the dialog.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[Field] = []
        self._needed: list[DateField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.size("grid"))

    def add(self, *fields: Field) -> None:
        """Put fields side by side in the next row."""
        self._fields += fields
        if len(fields) == 1:
            self._column.addWidget(fields[0])
            return
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def say(self, words: QWidget) -> None:
        """Put words in the next row."""
        self._column.addWidget(words)

    def need(self, *days: DateField) -> None:
        """Ask that days aren't left out."""
        self._needed += days

    def committed(self) -> bool:
        """Take over what was typed; where something can't be read, go there and return False."""
        for field in self._fields:
            field.commit()
            if isinstance(field, DateField) and field in self._needed and field.value() is None:
                field.set_problem(field.problem() or self.tr("Hãy ghi ngày, ví dụ 05/06/2022."))
            if field.problem():
                field.setFocus()
                return False
        return True

    def work(self) -> Work:
        """Return what the form comes to, once its fields are committed."""
        raise NotImplementedError

    def first(self) -> QWidget | None:
        """Return the field that takes the keyboard."""
        return self._fields[0] if self._fields else None

    def day(self, words: str, value: Any = None) -> DateField:
        """Make a field for a day that is needed, with a day in it."""
        field = DateField(words, self)
        field.set_value(value)
        self.need(field)
        return field
