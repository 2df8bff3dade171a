"""A table that shows whole rows: at its upper edge where it scrolls, and at its lower one."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.ui.widgets import style


class WholeRows(QTableView):
    """Rows of one height end with a whole one; of several, the first begins whole, the last is left undrawn.

    Args:
        parent: what it stands in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ending = False
        self._scrolled_to = 0
        self.verticalScrollBar().valueChanged.connect(self._begin_with_whole_row)

    def updateGeometries(self) -> None:
        """End the rows that are seen with a whole one; the last pixels stay empty."""
        if self._ending:
            return  # a viewport that gets shorter asks again, and Qt would give it its whole room back
        self._ending = True
        super().updateGeometries()
        lines, bar = self.verticalHeader(), self.verticalScrollBar()
        row = lines.defaultSectionSize()
        mixed = self._is_mixed()
        for _ in range(2):  # the bar beneath comes or goes with the margin, and takes room or leaves it
            edges = self.viewportMargins()
            room = self.viewport().height() + edges.bottom()
            below = room % row if lines.length() > room > row and not mixed else 0
            if below == edges.bottom():
                break
            self.setViewportMargins(edges.left(), edges.top(), edges.right(), below)
        if below:
            bar.setMaximum(lines.length() - self.viewport().height())
            bar.setPageStep(self.viewport().height())
        bar.setSingleStep(row)
        if mixed and bar.maximum() > 0:
            bar.setMaximum(self._begin_of_row(bar.maximum(), onwards=True))
            here = self.rowViewportPosition(self.currentIndex().row())
            hides = here <= 0 < here + row
            bar.setValue(self._begin_of_row(bar.value(), onwards=not hides))
        over = bar.value() % row
        if over and not mixed:
            # Where the current row would slip out above, the others move down instead.
            hides = self.rowViewportPosition(self.currentIndex().row()) == -over
            bar.setValue(bar.value() - over if hides else bar.value() + row - over)
        self._ending = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are seen whole."""
        super().paintEvent(event)
        port = self.viewport()
        last = self.rowAt(port.height() - 1)
        top = self.rowViewportPosition(last)
        if last >= 0 and top > 0 and top + self.rowHeight(last) > port.height() and self._is_mixed():
            with QPainter(port) as painter:
                painter.fillRect(0, top, port.width(), port.height() - top, style.colour("page"))

    def _is_mixed(self) -> bool:
        """Tell whether rows are of several heights: where they end, none of the usual height need end."""
        lines = self.verticalHeader()
        return lines.length() != lines.count() * lines.defaultSectionSize()

    def _begin_of_row(self, pixel: int, *, onwards: bool) -> int:
        """Return where the row at a pixel of all rows begins; ``onwards`` where the next one does."""
        lines = self.verticalHeader()
        last = lines.count() - 1
        begins = 0
        for number in range(last + 1):
            ends = begins + lines.sectionSize(number)
            if pixel < ends or number == last:
                return ends if onwards and pixel > begins and number < last else begins
            begins = ends
        return begins

    def _begin_with_whole_row(self, value: int) -> None:
        """Scroll on to where a row begins, in the way that was scrolled: half a row says nothing."""
        if self._ending or not self._is_mixed():
            return
        begins = self._begin_of_row(value, onwards=value > self._scrolled_to)
        self._scrolled_to = begins
        if begins != value:
            self.verticalScrollBar().setValue(begins)
