"""A field that offers one of a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.ui.widgets import icons, recency, style
from desktop.ui.widgets.fields.field import Field


class Combo(QComboBox):
    """A closed list whose arrow is an icon of the family; words too long for it end in an ellipsis."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the words and the arrow."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, edit = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, edit, self).width()
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = style.size("icon_small")
        place = QRect(self.width() - side - 10, (self.height() - side) // 2, side, side)
        icons.icon("caret-down", "ink_2").paint(painter, place)
        painter.end()


class ChoiceField(Field):
    """One of a few; each choice is a value and its word.

    Args:
        words: the label above the box.
        choices: values with their words, in order.
        parent: the page.
        explain: what F1 says.
        hint: a line beneath the box.
    """

    def __init__(
        self,
        words: str,
        choices: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
        *,
        explain: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(words, parent, explain=explain, hint=hint)
        self.combo = Combo(self)
        self._values: list[Any] = []
        self._committed: object = None
        self._add_box(self.combo)
        self.set_choices(choices)
        self.combo.activated.connect(lambda _: self.commit())

    def box(self) -> QWidget:
        """Return the box."""
        return self.combo

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the chosen value stays chosen where it is still there."""
        kept = self._committed
        self._values = [value for value, _ in choices]
        self.combo.clear()
        self.combo.addItems([word for _, word in choices])
        self.set_value(kept if kept in self._values else self._values[0] if self._values else None)

    def value(self) -> Any:
        """Return the chosen value; None where there is no choice."""
        index = self.combo.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose a value, unless another was chosen since it was read."""
        if not recency.knows(self._handed_on):
            return
        self._committed = value
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def commit(self) -> None:
        """Hand on the chosen value if it is another than before."""
        if self.value() != self._committed:
            self._committed = self.value()
            self._hand_on(self._committed)
