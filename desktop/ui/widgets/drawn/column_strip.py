"""Which column of a file is read as what, as chips in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import icons, style

_PAD = 8
_GAP = 6
_ICON = 12  # at the usual size of text, as the next
_LONGEST = 84


@dataclass(frozen=True, slots=True)
class Chip:
    """A column: its letters, its heading in the file, what it is read as (empty: it isn't)."""

    column: str
    heading: str
    field: str


class ColumnStrip(QWidget):
    """Chips side by side; those that find no room are told in the tool tip.

    Args:
        left_out: the word for a column that isn't read.
        parent: the page.
    """

    def __init__(self, left_out: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out = left_out
        self._chips: tuple[Chip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show the columns of a file; those that are read come first."""
        self._chips = tuple(sorted(chips, key=lambda chip: not chip.field))
        said = "; ".join(f"{chip.column} {chip.heading}: {chip.field or self._left_out}" for chip in chips)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line of chips."""
        return QSize(400, style.size("chip") + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as many as there is room for."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips, and how many found no room."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        widths = [self._width(chip) for chip in self._chips]
        rest_room = QFontMetrics(style.font("caption")).horizontalAdvance("+99") + 2 * _PAD
        left = 0
        for number, (chip, width) in enumerate(zip(self._chips, widths, strict=True)):
            last = number == len(self._chips) - 1
            if left + width + (0 if last else rest_room) > self.width():
                painter.setFont(style.font("caption", "medium"))
                painter.setPen(style.colour("ink_2"))
                rest = QRect(left, 0, rest_room, self.height())
                painter.drawText(rest, int(Qt.AlignmentFlag.AlignCenter), f"+{len(self._chips) - number}")
                break
            self._chip(painter, QRect(left, 0, width, self.height()), chip)
            left += width + _GAP
        painter.end()

    def _parts(self, chip: Chip) -> tuple[str, str]:
        """Return the heading, cut, and what it is read as; a heading that says the same is left out."""
        field = chip.field or self._left_out
        if chip.heading.casefold() == field.casefold():
            return "", field
        small = QFontMetrics(style.font("caption"))
        return small.elidedText(chip.heading, Qt.TextElideMode.ElideRight, style.grown(_LONGEST)), field

    def _width(self, chip: Chip) -> int:
        heading, field = self._parts(chip)
        small, bold = QFontMetrics(style.font("caption")), QFontMetrics(style.font("caption", "medium"))
        width = 2 * _PAD + small.horizontalAdvance(chip.column) + _GAP
        if heading:
            width += small.horizontalAdvance(heading) + _GAP
        return width + style.grown(_ICON) + _GAP + bold.horizontalAdvance(field) + 2

    def _chip(self, painter: QPainter, rect: QRect, chip: Chip) -> None:
        heading, field = self._parts(chip)
        painter.setPen(QPen(style.colour("line"), 1))
        painter.setBrush(style.colour("sunk"))
        radius = style.size("radius_small")
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        room = rect.adjusted(_PAD, 0, -_PAD + 2, 0)
        for text, ink in ((chip.column, "ink_3"), (heading, "ink_2")):
            if text:
                painter.setFont(style.font("caption"))
                painter.setPen(style.colour(ink))
                painter.drawText(room, middle, text)
                room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(text) + _GAP)
        side = style.grown(_ICON)
        top = rect.top() + (rect.height() - side) // 2
        icon = "arrow-right" if chip.field else "minus"
        icons.icon(icon, "ink_3").paint(painter, QRect(room.left(), top, side, side))
        room.setLeft(room.left() + side + _GAP)
        painter.setFont(style.font("caption", "medium" if chip.field else "regular"))
        painter.setPen(style.colour("ink" if chip.field else "ink_3"))
        painter.drawText(room, middle, field)
