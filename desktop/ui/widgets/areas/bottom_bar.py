"""The bar at the foot of a page: what else can be done at the left, the primary thing at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import Button, primary, secondary
from desktop.ui.widgets.labels import ElidedLabel, key_cap


class BottomBar(QWidget):
    """56 px high: left widgets, a note, secondary buttons, the key, the primary button; narrow, in rows.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._parts = Wrapping(self)
        self._lefts = 0
        self._caps: dict[QPushButton, QWidget] = {}
        self._note = ElidedLabel("", "sentence", self)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._key = key_cap("", self)
        self._primary: Button = primary("", self)
        self._handler: Callable[[], object] | None = None
        self._primary.clicked.connect(self._do)
        for part in (self._note, self._key, self._primary):
            part.hide()
        self._parts.add(self._note, elastic=True, whole=True)
        self._parts.add(self._key, pushed=True, leading=True)
        self._parts.add(self._primary, pushed=True)
        row = QHBoxLayout(self)
        # One row is in the middle of the bar, two have room above and beneath.
        row.setContentsMargins(style.size("page_side"), 8, style.size("page_side"), 7)
        row.addWidget(self._parts)

    def add_left(self, widget: QWidget) -> None:
        """Put a widget at the left end."""
        self._parts.insert(self._lefts, widget)
        self._lefts += 1

    def add_secondary(
        self, text: str, handler: Callable[[], object], icon: str | None = None, key: str | None = None
    ) -> QPushButton:
        """Put a plain button to the left of the primary one, and return it."""
        made = secondary(text, icon, self)
        made.clicked.connect(lambda _=False: handler())
        if key:
            cap = self._caps[made] = key_cap(key, self)
            self._parts.insert(self._parts.count() - 2, cap, pushed=True, leading=True)
        self._parts.insert(self._parts.count() - 2, made, pushed=True)
        return made

    def show_secondary(self, button: QPushButton, *, shown: bool) -> None:
        """Show a plain button with its key, or neither."""
        for part in (button, self._caps.get(button)):
            if part is not None:
                part.setVisible(shown)

    def set_primary(
        self, text: str, handler: Callable[[], object], *, enabled: bool = True, key: str = "Ctrl+Enter"
    ) -> None:
        """Say what the primary button does now.

        Ctrl+Enter itself comes through ``Page.primary``; the key stands here only to be read.
        """
        self._handler = handler
        self._primary.setText(text)
        self._primary.setEnabled(enabled)
        self._primary.show()
        self._key.setText(key)
        self._show_key()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out where a narrow window needs the room for the words of its buttons."""
        super().resizeEvent(event)
        self._show_key()

    def sizeHint(self) -> QSize:
        """Return the height of a bar, or of its rows."""
        return self._high(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the same height: a height that is set would keep the rows from growing."""
        return self._high(super().minimumSizeHint())

    def press(self) -> None:
        """Do the primary thing if it can be done now; for ``Page.primary``."""
        if not self._primary.isHidden() and self._primary.isEnabled():
            self._do()

    def primary_button(self) -> QPushButton:
        """Return the primary button."""
        return self._primary

    def hide_primary(self) -> None:
        """Take the primary button away where there is nothing to do."""
        self._handler = None
        self._primary.hide()
        self._key.hide()

    def set_note(self, text: str) -> None:
        """Say something in front of the primary button; empty takes it away."""
        self._note.setText(text)
        self._note.setVisible(bool(text))  # empty it would keep a row of its own

    def _high(self, asked: QSize) -> QSize:
        return asked.expandedTo(QSize(0, style.size("bar_height")))

    def _show_key(self) -> None:
        wanted = bool(self._key.text()) and not self._primary.isHidden()
        self._key.setVisible(wanted and not is_narrow(self.window()))

    def _do(self) -> None:
        if self._handler is not None:
            self._handler()
