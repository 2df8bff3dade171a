"""What the panels of the settings share."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.field import Field


class Panel(QWidget):
    """One subject of the settings: a column of at most 560 pixels.

    Attributes:
        in_order: its fields as they stand under each other; a subclass names them.

    Args:
        context: the open office.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.in_order: tuple[Field, ...] = ()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def refresh(self) -> None:
        """Load what the panel shows, in the background."""

    def primary_word(self) -> str:
        """Return what the primary button says; empty where the panel has no primary thing."""
        return ""

    def primary(self) -> None:
        """Do the primary thing."""

    def help_text(self) -> str:
        """Explain the field in focus."""
        return next((field.explain for field in self.in_order if field.box().hasFocus()), "")

    def first(self) -> QWidget | None:
        """Return the widget that takes the focus when the panel comes."""
        return self.in_order[0].box() if self.in_order else None

    def narrow(self) -> int:
        """Return the width of a column of fields."""
        return style.size("sentence_width")
