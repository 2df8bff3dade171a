"""One record beside its list: fields that are saved as each is left, and taken back with Ctrl+Z."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.focus import holds_focus
from desktop.wording import refusal_sentence


class RecordPanel(Card):
    """The panel; there is no Save button.

    A record is a frozen value with an ``id`` and an attribute for each field. ``left`` follows what takes the
    record out of the list: the keyboard belongs there then.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.fields: Mapping[str, Field] = {}
        self.context = context
        self._record: Any = None
        self._undone: list[tuple[str, Any]] = []
        self._kept: dict[str, Any] = {}  # what each field held before it was typed in
        self.setFixedWidth(style.size("side_panel_narrow"))
        self._area = Scrolling(self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_grows(self, *, grows: bool) -> None:
        """Be as high as the fields, where the page scrolls."""
        self._area.set_grows(grows=grows)

    def commit(self) -> None:
        """Take what stands in the field in focus, as on leaving it."""
        for field in self.fields.values():
            if holds_focus(field):
                field.commit()

    def focus_first(self) -> None:
        """Go to the first field."""
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_text(self) -> str:
        """Explain the field in focus; empty where none is."""
        return next((field.explain for field in self.fields.values() if holds_focus(field)), "")

    @abstractmethod
    def writing(self, record: Any, name: str, value: Any) -> Callable[[], Any]:
        """Return what writes a field of a record in the background."""

    def written(self, result: Any) -> None:
        """Learn what came of writing a field."""

    def set_record(self, record: Any) -> None:
        """Show a record in the fields."""
        if self._record is None or self._record.id != record.id:
            self.commit()  # what stands in a field is the other record's
            self._undone = []
            for field in self.fields.values():
                field.forget()
        self._record = record
        for name, field in self.fields.items():
            field.set_value(getattr(record, name))
            self._kept[name] = field.value()

    def set_fields(self, fields: Mapping[str, Field], laid: QLayout, past: QLayout) -> None:
        """Put the fields, as they are laid out, above the record's past."""
        self.fields = fields
        for name, field in fields.items():
            field.committed.connect(partial(self._edit, name))
        holder = QWidget(self)
        holder.setProperty("kind", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(style.size("grid"))
        column.addLayout(laid)
        column.addSpacing(style.size("inner"))
        column.addWidget(hairline(holder))
        column.addLayout(past)
        column.addStretch(1)
        for field in fields.values():
            # The longest word of a choice would else push every field under the scroll bar.
            if isinstance(field, ChoiceField):
                field.combo.setMinimumWidth(1)
        self._area.setWidget(holder)
        self.body.addWidget(self._area, 1)

    def _edit(self, name: str, value: Any) -> None:
        if self._record is not None:
            before, self._kept[name] = self._kept[name], value
            self._change(name, value, (name, before))

    def take_back(self) -> None:
        """Take back what was written last of this record (Ctrl+Z)."""
        if self._undone:
            self._change(*self._undone.pop(), None)

    def _change(self, name: str, value: Any, remembered: tuple[str, Any] | None) -> None:
        key = self._record.id
        write = self.writing(self._record, name, value)

        def done(result: Any) -> None:
            if self._record.id == key:
                if remembered is not None:
                    self._undone.append(remembered)
                self.fields[name].set_problem(None)
            self.written(result)

        def failed(refusal: Refusal) -> None:
            if self._record.id == key:
                if remembered is not None:
                    self._kept[name] = remembered[1]  # what was refused is nothing to go back to
                self.fields[name].set_problem(refusal_sentence(refusal))
            else:
                self.context.runner.failed.emit(refusal)

        self.context.do(lambda _: write(), done=done, failed=failed)
