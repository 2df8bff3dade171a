"""Names in a table cell as chips, each with its number: old hamlets of a new one with their households."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop.ui.widgets import style
from desktop.ui.widgets.table.columns import Column

_PAD, _GAP, _RADIUS = 8, 8, 4
_LINES_AROUND = 8  # pixels that a chip is higher than its words


@dataclass(frozen=True, slots=True)
class Chips:
    """Names with what stands at the right of each; an empty word leaves that out."""

    chips: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Return them as they are read and copied: ``Nà Ếch 61, Khe Vằn 64``."""
        return ", ".join(" ".join(filter(None, chip)) for chip in self.chips)

    def behind(self) -> int:
        """Return 0: nothing is aligned."""
        return 0

    def shown_in(self, across: int, measure: QFontMetrics) -> tuple[tuple[str, str], ...]:
        """Return what is drawn in a width in pixels: a name says more than the number at its right."""
        if sum(_width_of(chip, measure) for chip in self.chips) <= across:
            return self.chips
        return tuple((name, "") for name, _ in self.chips)

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        """Draw them side by side; where room is short the words give way, then the names are elided."""
        del behind
        if not self.chips:
            return
        font, ink, pale = style.font("caption", "medium"), style.colour("ink"), style.colour("ink_2")
        painter.setFont(font)
        measure = QFontMetrics(font)
        across = room.width() - _GAP * (len(self.chips) - 1)
        chips = self.shown_in(across, measure)
        widths = _shared_out([_width_of(chip, measure) for chip in chips], across)
        left_edge = room.left()
        height = min(room.height() - 4, measure.height() + _LINES_AROUND)
        top = room.center().y() - height // 2 + 1
        for (name, word), width in zip(chips, widths, strict=True):
            chip = QRectF(left_edge + 0.5, top + 0.5, width - 1, height - 1)
            left_edge += width + _GAP
            painter.setPen(QPen(style.colour("line"), 1))
            painter.setBrush(style.colour("sunk"))
            painter.drawRoundedRect(chip, _RADIUS, _RADIUS)
            inside = chip.toRect().adjusted(_PAD, 0, -_PAD, 0)
            behind_name = ceil(measure.horizontalAdvance(word)) + (_GAP if word else 0)
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.setPen(ink)
            whole = measure.elidedText(name, Qt.TextElideMode.ElideRight, inside.width() - behind_name)
            painter.drawText(inside, left, whole)
            painter.setPen(pale)
            painter.drawText(inside, right, word)


def _width_of(chip: tuple[str, str], measure: QFontMetrics) -> int:
    name, word = (measure.horizontalAdvance(said) for said in chip)
    return ceil(name) + (ceil(word) + _GAP if word else 0) + 2 * _PAD + 2


def _shared_out(needed: Sequence[int], room: int) -> list[int]:
    """Give each what it needs, and those that need more than there is like shares of the rest."""
    widths = list(needed)
    short = sorted(range(len(needed)), key=lambda number: needed[number])
    for done, number in enumerate(short):
        share = room // (len(short) - done)
        widths[number] = min(needed[number], share)
        room -= widths[number]
    return widths


def chip_column(heading: str, chips: Callable[[Any], Chips]) -> Column:
    """Return a column of chips that takes what is left."""
    return Column(heading, lambda row: str(chips(row)), drawing=chips)
