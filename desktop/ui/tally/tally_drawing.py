"""What the screen of a count draws: squares of five marks, large key caps, and why a ballot is invalid."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.widgets import style

FIVE = 5
_SIDES = (48, 40, 32, 26, 20, 16)  # pixels of a square, the largest that fits
_LIP = 4  # how much thicker the lower edge of a cap is


@dataclass(frozen=True, slots=True)
class Squares:
    """How marks are laid out in a room: side of a square, squares on a line, and how many are folded."""

    side: int
    across: int
    folded: int


def laid_out(marks: int, width: int, height: int) -> Squares:
    """Lay out marks in as large squares as have room; where the smallest haven't, the first are folded."""
    wanted = -(-marks // FIVE)
    for side in _SIDES:
        across, lines = _across(side, width), (height + _gap(side)) // (side + _gap(side))
        if across * lines >= wanted and lines:
            return Squares(side, across, 0)
    side = _SIDES[-1]
    across = max(_across(side, width), 1)
    lines = max((height + _gap(side)) // (side + _gap(side)), 1)
    # The words of what is folded take the room of some squares on the first line.
    room = max(across * lines - _words_room(side), 1)
    return Squares(side, across, max(wanted - room, 0))


def draw_marks(painter: QPainter, rect: QRect, marks: int, *, newest: bool, colour: str = "ink") -> None:
    """Draw marks as squares with a diagonal, five a square, from the upper left of a rectangle.

    Args:
        painter: with antialiasing.
        rect: the room.
        marks: how many.
        newest: the last of them was made just now and stands out.
        colour: token of the lines.
    """
    if not marks or rect.width() <= 0 or rect.height() <= 0:
        return
    laid = laid_out(marks, rect.width(), rect.height())
    place = 0
    if laid.folded:
        painter.setFont(style.font("caption", "semibold"))
        painter.setPen(style.colour(colour))
        room = QRectF(rect.left(), rect.top(), rect.width(), laid.side)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), f"{laid.folded} × {FIVE} +")
        place = _words_room(laid.side)
    left = marks - laid.folded * FIVE
    for first in range(0, left, FIVE):
        line, column = divmod(place, laid.across)
        gap = _gap(laid.side)
        x = rect.left() + 2 + column * (laid.side + gap) + (column // FIVE) * gap
        y = rect.top() + 2 + line * (laid.side + gap)
        _square(painter, QRectF(x, y, laid.side - 3, laid.side - 3), min(left - first, FIVE), colour)
        if newest and left - first <= FIVE:
            _stroke(painter, QRectF(x, y, laid.side - 3, laid.side - 3), left - first - 1, "accent", 2)
        place += 1


def draw_cap(
    painter: QPainter, rect: QRect, text: str, colour: str, font: str, *, full: bool = False
) -> None:
    """Draw the cap of a large key with its digit; ``full`` where it is the one that waits for another."""
    radius = style.size("radius_tally_key")
    outer = QRectF(rect).adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour(colour))
    painter.drawRoundedRect(outer, radius, radius)
    inner = outer.adjusted(2, 2, -2, -_LIP)
    if not full:
        painter.setBrush(style.colour("page"))
        painter.drawRoundedRect(inner, radius - 2, radius - 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.colour("page" if full else colour))
    painter.setFont(style.font(font, "semibold"))
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), text)


def draw_small_cap(painter: QPainter, rect: QRect, text: str) -> None:
    """Draw the small cap of a key beside what it does."""
    painter.setPen(QPen(style.colour("line_strong"), 1))
    painter.setBrush(style.colour("page"))
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, style.size("radius_small"), style.size("radius_small"))
    painter.drawLine(QLineF(box.left() + 3, box.bottom() - 1, box.right() - 3, box.bottom() - 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.colour("ink_2"))
    painter.setFont(style.font("caption", "medium"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def draw_reason(painter: QPainter, rect: QRect, reason: str) -> None:
    """Draw a small ballot that is invalid for a reason: a drawing of the kind, never of a real ballot."""
    sheet = QRectF(rect).adjusted(1.5, 0.5, -1.5, -0.5)
    dashed = Qt.PenStyle.DashLine if reason == "not_issued" else Qt.PenStyle.SolidLine
    painter.setBrush(style.colour("page"))
    painter.setPen(QPen(style.colour("ring"), 1.2, dashed))
    painter.drawRoundedRect(sheet, 2, 2)
    if reason in ("both_boxes", "unmarked"):
        _draw_boxes(painter, sheet, crossed=reason == "both_boxes")
        return
    rows = [sheet.top() + sheet.height() * part for part in (0.3, 0.52, 0.74)]
    left, right = sheet.left() + 3, sheet.right() - 3
    painter.setPen(QPen(style.colour("ink_2"), 1.2))
    painter.drawLines([QLineF(left, y, right, y) for y in rows])
    zigzag = [QPointF(left + step * 2.4, sheet.bottom() - (3 if step % 2 else 7)) for step in range(5)]
    faults = {
        "nobody_chosen": [QLineF(left - 1, y + 2, right + 1, y - 2) for y in rows],
        "too_many": [QLineF(right - 3, y, right, y) for y in rows],
        "not_listed": [QLineF(left, sheet.bottom() - 2, right, sheet.bottom() - 2)],
        "marked": [QLineF(one, other) for one, other in pairwise(zigzag)],
        "several_inks": [QLineF(left, rows[0], right, rows[0])],
        "not_issued": [],
    }
    painter.setPen(QPen(style.colour("red"), 1.8))
    if reason not in faults:
        painter.setFont(style.font("caption", "semibold"))
        painter.drawText(sheet, int(Qt.AlignmentFlag.AlignCenter), "?")
        return
    painter.drawLines(faults[reason])
    if reason == "several_inks":
        painter.setPen(QPen(style.colour("accent"), 1.8))
        painter.drawLine(QLineF(left, rows[2], right, rows[2]))


def _draw_boxes(painter: QPainter, sheet: QRectF, *, crossed: bool) -> None:
    side = sheet.width() / 2 - 3
    for x in (sheet.left() + 2, sheet.right() - 2 - side):
        box = QRectF(x, sheet.center().y() - side / 2, side, side)
        painter.setPen(QPen(style.colour("ink_2"), 1.2))
        painter.drawRect(box)
        if crossed:
            painter.setPen(QPen(style.colour("red"), 1.6))
            painter.drawLines(
                [QLineF(box.topLeft(), box.bottomRight()), QLineF(box.topRight(), box.bottomLeft())]
            )


def _gap(side: int) -> int:
    return side // 4


def _across(side: int, width: int) -> int:
    """Return how many squares a line has room for, with a wider gap after each five."""
    gap = _gap(side)
    across = 0
    while (across + 1) * (side + gap) - gap + (across // FIVE) * gap <= width:
        across += 1
    return across


def _words_room(side: int) -> int:
    return -(-style.grown(64) // (side + _gap(side)))


def _square(painter: QPainter, box: QRectF, marks: int, colour: str) -> None:
    for mark in range(marks):
        _stroke(painter, box, mark, colour)


def _stroke(painter: QPainter, box: QRectF, mark: int, colour: str, more: int = 0) -> None:
    width = (3 if box.width() > 30 else 2) + more
    pen = QPen(style.colour(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    lines = (
        QLineF(box.bottomLeft(), box.topLeft()),
        QLineF(box.topLeft(), box.topRight()),
        QLineF(box.topRight(), box.bottomRight()),
        QLineF(box.bottomRight(), box.bottomLeft()),
        QLineF(box.bottomLeft(), box.topRight()),
    )
    painter.drawLine(lines[mark])
