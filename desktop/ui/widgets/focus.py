"""Where the keyboard focus is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
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
    for part in _parts(layout):
        if isinstance(part, QLayout):
            yield from _of_layout(part)
        else:
            yield from _as_laid_out(part)


def _parts(layout: QLayout) -> list[QWidget | QLayout]:
    """Return what a layout holds, a grid's by rows.

    Its items are never asked for. Qt deletes an item with its widget and tells nobody; PySide6 would still
    know one that was looked at, take it for whatever is made in the same place later, and end the program.
    """
    parent = layout.parentWidget()
    around = [*layout.children(), *(parent.children() if parent is not None else ())]
    placed = [
        (_place(layout, at), part)
        for part in around
        if isinstance(part, QWidget | QLayout) and (at := layout.indexOf(part)) >= 0
    ]
    return [part for _, part in sorted(placed, key=lambda each: each[0])]


def _place(layout: QLayout, at: int) -> tuple[int, int]:
    if not isinstance(layout, QGridLayout):
        return 0, at
    place = cast("tuple[int, int, int, int]", layout.getItemPosition(at))
    return place[:2]
