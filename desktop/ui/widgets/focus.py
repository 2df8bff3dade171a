"""Where the keyboard focus is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

# What takes the keyboard as one thing, whatever it is made of.
_WHOLE = (
    *(QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QTextEdit),
)


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


@runtime_checkable
class LaysOut(Protocol):
    """What places its parts itself, without a layout of Qt's."""

    def laid_out(self) -> Sequence[QWidget]:
        """Return its parts in the order in which they are read."""


def tab_as_read(top: QWidget) -> None:
    """Let Tab walk through what is inside a widget in the order in which it is laid out and read.

    Qt's own order is that in which things were made.
    """
    for before, after in pairwise(_as_laid_out(top)):
        QWidget.setTabOrder(before, after)


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, _WHOLE):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        return
    layout = widget.layout()
    if isinstance(widget, LaysOut):
        for part in widget.laid_out():
            yield from _as_laid_out(part)
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _as_laid_out(inside)
    elif layout is not None:
        yield from _of_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _as_laid_out(child)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        if (inner := item.layout()) is not None:
            yield from _of_layout(inner)
        elif (part := item.widget()) is not None:
            yield from _as_laid_out(part)


def _items(layout: QLayout) -> list[QLayoutItem]:
    """Return what a layout holds, a grid's by rows."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index] # its stub says object
    return [item for place in places if (item := layout.itemAt(place)) is not None]
