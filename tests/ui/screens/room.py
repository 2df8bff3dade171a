"""Whether everything in a window has room: nothing clipped, nothing overlapping, nothing out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QStyle,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)

from desktop.ui.frame.message_bar import MessageBar
from desktop.ui.frame.search_panel import SearchPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Fitted, Scrolling
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.figures import figures_width, is_figures
from desktop.ui.widgets.focus import can_take_focus
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.table.columns import CELL
from desktop.ui.widgets.table.table import Table

# What lies over the rest on purpose.
_OVER = (MessageBar, SearchPanel)
_SLACK = 1  # pixels by which rounding may miss
# Looked at in their own way, or by what they show.
_OWN_WAY = (QAbstractScrollArea, QLabel, QAbstractButton, QLineEdit, QComboBox, QStackedWidget, Views)
# What says something by itself, and not by what stands in it.
_SAYS = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTableView)
_PLAIN_PARTS = (QScrollBar, QProgressBar)
# A date, an hour or a number: cut, they say something else.
_NEVER_CUT = re.compile(r"[\d./:,%+−-]+")
_DATE = re.compile(r"\d{1,2}:\d\d|\d{1,2}/\d{1,2}(/\d{4})?")
_BESIDE_A_KEY = 24  # pixels between a cap and what its key does
_LINE_MARGIN = 2  # pixels that QLineEdit leaves beside its text
_PAD = 8  # pixels that a table leaves at each side of a cell


def faults(window: QWidget, screen: QSize) -> list[str]:
    """Return what has no room in a window and the dialogs over it, each as a sentence with its place.

    Args:
        window: of the program, on show and at rest.
        screen: the room that it has, in logical pixels.
    """
    found: list[str] = []
    for top in [window, *_dialogs(window)]:
        found += _outside_screen(top, screen)
        for widget in _walk(top):
            found += [f"{_name(widget)}: {fault}" for fault in _faults_of(widget)]
        if isinstance(top, QDialog):
            found += _tab_astray(top)
    return found


def _tab_astray(dialog: QWidget) -> list[str]:
    """Return where Tab goes up again, to what stands above in the same column, or back in the same row."""
    here, stops = dialog.nextInFocusChain(), []
    while here is not None and here is not dialog:
        if dialog.isAncestorOf(here) and can_take_focus(here) and here.focusProxy() is None:
            at = QRect(here.mapTo(dialog, QPoint(0, 0)), here.size()) & _seen_through(here, dialog)
            if at.isValid():
                stops.append((here, at))
        here = here.nextInFocusChain()
    back = [
        f"{_name(dialog)}: Tab goes from {_name(one)} back to {_name(other)}"
        for (one, at), (other, then) in pairwise([*stops, *stops[:1]])
        if _goes_back(at, then)
    ]
    # From the last it goes round to the first, wherever the round is entered.
    return back if len(back) > 1 else []


def _goes_back(at: QRect, then: QRect) -> bool:
    in_column = then.left() <= at.right() and at.left() <= then.right()
    in_row = then.top() < at.bottom() and at.top() < then.bottom()
    return (in_column and then.bottom() < at.top()) or (in_row and then.right() < at.left())


def _seen_through(widget: QWidget, dialog: QWidget) -> QRect:
    """Return where a dialog shows what scrolls in it; what is scrolled away stands at no place."""
    area = widget.parentWidget()
    while area is not None and area is not dialog and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if not isinstance(area, QScrollArea):
        return dialog.rect()
    return QRect(area.mapTo(dialog, QPoint(0, 0)), area.size())


def _dialogs(window: QWidget) -> list[QWidget]:
    return [
        top
        for top in QApplication.topLevelWidgets()
        if isinstance(top, QDialog) and top.isVisible() and top is not window
    ]


def _outside_screen(top: QWidget, screen: QSize) -> list[str]:
    found = []
    if top.width() > screen.width() + _SLACK or top.height() > screen.height() + _SLACK:
        found.append(f"{_name(top)}: {_pixels(top.size())} on a screen of {_pixels(screen)}")
    whole_screen = bool(top.windowFlags() & Qt.WindowType.FramelessWindowHint)
    if isinstance(top, QDialog) and not whole_screen and top.height() > style.size("dialog_most"):
        found.append(f"{_name(top)}: {top.height()} high, more than a dialog may be")
    return found


def _walk(top: QWidget) -> Iterator[QWidget]:
    yield top
    for child in top.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _walk(child)


def _faults_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, _PLAIN_PARTS) or _is_inner(widget):
        return
    yield from _out_of_reach(widget)
    yield from _squeezed(widget)
    yield from _empty(widget)
    yield from _overlapping(widget)
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _cut_button(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_line(widget)
    elif isinstance(widget, QComboBox) and not widget.count():
        yield "nothing to choose from, and no word why"
    elif isinstance(widget, QTableView):
        yield from _cut_table(widget)


def _is_inner(widget: QWidget) -> bool:
    """Tell whether Qt itself places a widget: the parts of a table, a scroll area, a box."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(
        parent, QTableView | QComboBox | QLineEdit | QPlainTextEdit
    )


def _out_of_reach(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and parent is area.viewport():
        room = area.viewport().size()
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if widget.width() > room.width() + _SLACK:
            way = "no way to scroll" if area.horizontalScrollBarPolicy() == never else "scrolls sideways"
            yield f"{widget.width()} wide in {room.width()}, and {way}"
        if widget.height() > room.height() + _SLACK and area.verticalScrollBarPolicy() == never:
            yield f"{widget.height()} high in {room.height()}, and no way to scroll"
        return
    beyond = _beyond(widget.geometry(), parent.rect())
    if beyond > _SLACK and not widget.rect().isEmpty():
        yield f"{beyond} pixels outside {_name(parent)}"


def _beyond(inner: QRect, outer: QRect) -> int:
    return max(
        outer.left() - inner.left(),
        outer.top() - inner.top(),
        inner.right() - outer.right(),
        inner.bottom() - outer.bottom(),
    )


def _squeezed(widget: QWidget) -> Iterator[str]:
    least = widget.minimumSizeHint()
    layout = widget.layout()
    if isinstance(widget, _OWN_WAY):
        return
    if isinstance(layout, QLayout):
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            least = QSize(least.width(), layout.totalMinimumHeightForWidth(widget.width()))
    elif widget.hasHeightForWidth():
        least = QSize(least.width(), widget.heightForWidth(widget.width()))
    if widget.width() < least.width() - _SLACK:
        yield f"{widget.width()} wide, needs {least.width()}"
    if widget.height() < least.height() - _SLACK:
        yield f"{widget.height()} high, needs {least.height()}"


def _empty(widget: QWidget) -> Iterator[str]:
    """Look for room that nobody needs between what stands under each other."""
    if isinstance(widget, Wrapping) and widget.height() > widget.minimumSizeHint().height() + _SLACK:
        yield f"{widget.height()} high, fills {widget.minimumSizeHint().height()}"
    if isinstance(widget, Fitted) and widget.verticalScrollBar().isVisible():
        always = widget.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        high = widget.widget().heightForWidth(widget.width())
        if not always and 0 < high <= widget.height():
            yield f"a scroll bar that {high} in {widget.height()} don't need"
    if isinstance(widget, Scrolling) and widget.verticalScrollBar().maximum() > 0:
        blank = _blank(widget)
        if blank > widget.viewport().height() // 2:
            yield f"scrolls over {blank} pixels with nothing in them"


def _blank(area: QScrollArea) -> int:
    """Return the highest strip of what an area scrolls over in which nothing stands, in pixels."""
    content = area.widget()
    ends = sorted(
        (top, top + part.height())
        for part in content.findChildren(QWidget)
        if part.isVisible() and (isinstance(part, _SAYS) or not part.children())
        for top in [part.mapTo(content, QPoint(0, 0)).y()]
    )
    blank = reached = 0
    for top, bottom in [*ends, (content.height(), content.height())]:
        blank, reached = max(blank, top - reached), max(reached, bottom)
    return blank


def _overlapping(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea | QLineEdit | QComboBox):
        return
    inside = [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not isinstance(child, _OVER)
        and not child.rect().isEmpty()
    ]
    for one, other in combinations(inside, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > _SLACK and shared.height() > _SLACK:
            yield f"{_name(one)} and {_name(other)} overlap by {_pixels(shared.size())}"


def _cut_label(said: QLabel) -> Iterator[str]:
    if not said.text():
        return
    metrics, room = said.fontMetrics(), said.contentsRect()
    if room.height() < metrics.height() - _SLACK:
        yield f"{room.height()} high, a line needs {metrics.height()}"
    if isinstance(said, ElidedLabel):
        yield from _cut_from(said)
        return
    if said.property("kind") == "key" and said.width() > said.sizeHint().width() + _SLACK:
        yield f"a key {said.width()} wide, its word needs {said.sizeHint().width()}"
    if said.wordWrap():
        widest = max(metrics.horizontalAdvance(word) for word in said.text().split() or [""])
        if widest > room.width() + _SLACK:
            yield f"a word of {widest} in {room.width()}"
        needed = said.heightForWidth(said.width())
        if said.height() < needed - _SLACK:
            yield f"{said.height()} high, its lines need {needed}"
    elif said.width() < said.sizeHint().width() - _SLACK:
        yield f"{said.width()} wide, needs {said.sizeHint().width()}"
    elif "\n" not in said.text() and _exactly(said.font(), said.text()) > room.width():
        yield f"{_exactly(said.font(), said.text()):.1f} in {room.width()}"


def _exactly(font: QFont, text: str) -> float:
    """Return the width of a text: Qt cuts what is wider than its room by a part of a pixel."""
    return QFontMetricsF(font).horizontalAdvance(text)


def _cut_from(said: ElidedLabel) -> Iterator[str]:
    if said.width() < said.minimumSizeHint().width() - _SLACK:
        yield f"{said.width()} wide: nothing can be read of it"
    lost = [date[0] for date in _DATE.finditer(said.text()) if date[0] not in said.shown()]
    if lost and said.shown().endswith("…"):
        yield f"{lost[0]!r} is cut from it"
    elif said.shown().endswith("…") and _is_of_a_key(said):
        yield f"what a key does is cut to {said.shown()!r}"


def _is_of_a_key(said: ElidedLabel) -> bool:
    """Tell whether a label says what the key does whose cap stands left of it."""
    beside = said.parentWidget().findChildren(QLabel) if said.parentWidget() is not None else []
    caps = [cap.geometry() for cap in beside if cap.property("kind") == "key" and cap.isVisible()]
    here = said.geometry()
    return any(
        0 < here.left() - cap.right() <= _BESIDE_A_KEY and here.intersects(cap.adjusted(0, 0, 99, 0))
        for cap in caps
    )


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    needed = button.minimumSizeHint()
    high = button.heightForWidth(button.width()) if button.hasHeightForWidth() else 0
    if button.height() < high - _SLACK:
        yield f"{button.height()} high, its lines need {high}"
    if button.height() < button.fontMetrics().height() or button.height() < needed.height() - 2 * _SLACK:
        yield f"{button.height()} high, needs {needed.height()}"
    if button.text() and button.width() < needed.width() - _SLACK:
        yield f"{button.width()} wide, needs {needed.width()}"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    metrics = line.fontMetrics()
    if line.height() < metrics.height():
        yield f"{line.height()} high, a line needs {metrics.height()}"
    typed = line.text()
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    contents = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    inside = contents.width() - 2 * _LINE_MARGIN
    if (
        _NEVER_CUT.fullmatch(typed)
        and len(typed) <= len("31/12/2026")
        and metrics.horizontalAdvance(typed) > inside + _SLACK
    ):
        yield f"{typed!r} in {line.width()}"
    if not typed and line.isEnabled() and _exactly(line.font(), line.placeholderText()) > inside:
        yield f"{line.placeholderText()!r} in {line.width()}"


def _cut_table(table: QTableView) -> Iterator[str]:
    across, model = table.horizontalHeader(), table.model()
    room = table.viewport()
    if model.rowCount() and room.height() < table.rowHeight(0):
        yield f"{room.height()} high: not a row can be seen"
    empty = not model.rowCount() and room.height() >= table.verticalHeader().defaultSectionSize()
    if empty and isinstance(table, Table) and not table.words_where_empty():
        yield "nothing in it, and no word why"
    shown = [number for number in range(model.columnCount()) if not table.isColumnHidden(number)]
    never = table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if sum(table.columnWidth(number) for number in shown) > room.width() + _SLACK and never:
        yield "columns beyond its edge, and no way to scroll"
    heading = QFontMetrics(style.font("caption", "semibold"))
    for number in shown:
        word = str(model.headerData(number, Qt.Orientation.Horizontal) or "")
        needed = max((heading.horizontalAdvance(line) for line in word.splitlines()), default=0)
        if needed + 2 * style.size("grid") > across.sectionSize(number) + _SLACK:
            yield f"heading {word!r} of {needed} in {across.sectionSize(number)}"
    if across.isVisible() and across.height() < heading.height():
        yield f"headings of {heading.height()} in {across.height()}"
    yield from _half_rows(table)
    yield from _cut_cells(table, shown)


def _half_rows(table: QTableView) -> Iterator[str]:
    """Look at the ends of a table that scrolls; with rows of several heights it leaves the last undrawn."""
    rows, room = table.verticalHeader(), table.viewport().height()
    heights = {rows.sectionSize(number) for number in range(rows.count())}
    if rows.length() <= room or room < max(heights, default=0):
        return
    ends = (("first", 0), ("last", room - 1)) if len(heights) == 1 else (("first", 0),)
    for end, pixel in ends:
        number = table.rowAt(pixel)
        top = table.rowViewportPosition(number)
        if number >= 0 and (top < 0 or top + table.rowHeight(number) > room):
            yield f"half of its {end} row is seen"


def _cut_cells(table: QTableView, shown: list[int]) -> Iterator[str]:
    model, body = table.model(), QFontMetrics(style.font("body"))
    small = QFontMetrics(style.font("caption"))
    fonts = {weight: style.font("body", weight) for weight in ("regular", "medium", "semibold")}
    fonts["caption"] = style.font("caption")
    for row in range(min(model.rowCount(), 20)):
        if table.columnSpan(row, 0) > 1:
            continue
        lines = 0
        for number in shown:
            cell = model.index(row, number).data(CELL)
            if cell is None:
                continue
            lines = max(lines, body.height() + (small.height() if cell.sub else 0))
            inside = table.columnWidth(number) - 2 * _PAD
            if cell.drawing is not None:
                continue
            for text, font in ((cell.text, cell.weight), (cell.sub, "caption")):
                if not _NEVER_CUT.fullmatch(text):
                    continue
                width = _width(text, fonts[font], figures=cell.align == "right" and is_figures(text))
                if width > inside + _SLACK:
                    yield f"{text!r} of {width:.0f} in a column of {table.columnWidth(number)}"
        if table.rowHeight(row) < lines - _SLACK:
            yield f"a row of {table.rowHeight(row)}, its lines need {lines}"


def _width(text: str, font: QFont, *, figures: bool) -> float:
    return figures_width(font, text) if figures else QFontMetrics(font).horizontalAdvance(text)


def _name(widget: QWidget) -> str:
    said = ""
    if isinstance(widget, QLabel | QAbstractButton):
        said = widget.text()
    elif widget.accessibleName():
        said = widget.accessibleName()
    path = []
    at: QWidget | None = widget
    while at is not None and len(path) < 4:
        if type(at).__module__.startswith("desktop"):
            path.append(type(at).__name__)
        at = at.parentWidget()
    own = type(widget).__name__
    place = "/".join(reversed(path)) or own
    return f"{place}:{own}" + (f" {said[:40]!r}" if said else "")


def _pixels(size: QSize) -> str:
    return f"{size.width()} x {size.height()}"
