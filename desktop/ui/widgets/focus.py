"""Where the keyboard focus is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def holds_focus(widget: QWidget) -> bool:
    """Tell whether the focus is on a widget or inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def can_take_focus(widget: QWidget | None) -> bool:
    """Tell whether Tab could come to a widget as things stand."""
    return (
        widget is not None
        and widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )


def first_inside(widget: QWidget) -> QWidget | None:
    """Return the first thing inside a widget that Tab could come to."""
    here = widget.nextInFocusChain()
    while here is not None and here is not widget:
        if widget.isAncestorOf(here) and can_take_focus(here):
            return here
        here = here.nextInFocusChain()
    return None
