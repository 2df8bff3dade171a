"""Buttons: primary, secondary, one that destroys, and a row of segments of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.widgets import icons, style

_MOST_ROWS = 3  # of segments
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A push button that Enter presses too, wherever it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; Qt does so only in dialogs, and there on Ctrl+Enter too, which is the dialog's."""
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.click()
            return
        super().keyPressEvent(event)


def primary(text: str, parent: QWidget | None = None) -> Button:
    """Return the one button of a page that carries the accent, 40 px high."""
    return _button(text, "primary", "primary", parent)


def secondary(text: str, icon_name: str | None = None, parent: QWidget | None = None) -> Button:
    """Return a plain button, 36 px high, with a Phosphor icon before its word where one is named."""
    made = _button(text, "plain", "button", parent)
    if icon_name is not None:
        made.setIcon(icons.icon(icon_name, "ink_2"))
        side = style.size("icon_button")
        made.setIconSize(QSize(side, side))
    return made


def danger(text: str, parent: QWidget | None = None) -> Button:
    """Return a button that takes something away, in red letters."""
    return _button(text, "danger", "button", parent)


def quiet(text: str, parent: QWidget | None = None) -> Button:
    """Return a button without a border, for a small thing beside something else."""
    made = Button(text, parent)
    made.setProperty("kind", "quiet")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class Segmented(QWidget):
    """Words side by side of which one is chosen; the arrow keys move, Tab leaves.

    ``chosen`` carries the new place whenever another segment becomes the chosen one.

    Args:
        words: what stands in the segments; the first is chosen.
        parent: the page.
        wraps: more of them than a narrow window has room for stand in several rows.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._wraps, self._across = wraps, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(style.size("inner"))
        across = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        for number, word in enumerate(words):
            segment = Button(word, self)
            segment.setCheckable(True)
            segment.setProperty("kind", "segment")
            segment.setChecked(number == 0)
            self._group.addButton(segment, number)
        self._place(len(words))
        self._group.idToggled.connect(lambda number, on: self.chosen.emit(number) if on else None)

    def minimumSizeHint(self) -> QSize:
        """Return room for as many rows as there may be."""
        least = super().minimumSizeHint()
        if not self._wraps:
            return least
        return QSize(self._width_of(-(-len(self._group.buttons()) // _MOST_ROWS)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as few rows as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._wraps:
            count = len(self._group.buttons())
            fitting = [-(-count // rows) for rows in range(1, _MOST_ROWS + 1)]
            self._place(next((n for n in fitting if self._width_of(n) <= self.width()), fitting[-1]))

    def _width_of(self, across: int) -> int:
        wide = [button.sizeHint().width() for button in self._group.buttons()]
        return sum(max(wide[column::across]) for column in range(across))

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        buttons = self._group.buttons()
        for number, button in enumerate(buttons):
            row, column = divmod(number, across)
            self._grid.addWidget(button, row, column)
            button.setProperty("seg", _end(column, min(across, len(buttons) - row * across)))
            button.style().unpolish(button)
            button.style().polish(button)
        for column in range(len(buttons) + 1):
            self._grid.setColumnStretch(column, int(self._wraps and column == across))

    def index(self) -> int:
        """Return which segment is chosen, from 0."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Choose a segment."""
        self._group.button(index).setChecked(True)

    def set_words(self, words: Sequence[str]) -> None:
        """Write other words, such as new counts, into the same segments."""
        for number, word in enumerate(words):
            self._group.button(number).setText(word)
        self._fit()

    def button(self, index: int) -> QPushButton:
        """Return a segment's button."""
        found = self._group.button(index)
        if not isinstance(found, QPushButton):
            raise IndexError(index)
        return found


def _end(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if number == 0 else "last" if number == count - 1 else "middle"


def _button(text: str, kind: str, height: str, parent: QWidget | None) -> Button:
    made = Button(text, parent)
    made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setMinimumHeight(style.size(height))
    return made
