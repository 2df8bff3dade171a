"""What the cells of an import's columns draw: the first cells of the file, and why it is read so."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from desktop.ui.widgets import icons, style

_LEAST = 84  # pixels below which a sample says too little
_SAMPLES = 3
_GAP = 8
_LINE = 18  # pixels of the hairline between two samples
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Samples:
    """What the first cells of a column say; ``empty`` is said of one that says nothing."""

    words: tuple[str, ...]
    empty: str

    def __str__(self) -> str:
        """Return them as they are read and copied: ``Tày; Mường; Dao``."""
        return "; ".join(word or self.empty for word in self.words)

    def behind(self) -> int:
        """Return 0: nothing is aligned."""
        return 0

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        """Draw as many as have room, side by side, a hairline between them."""
        del behind
        painter.setFont(style.font("caption"))
        metrics = painter.fontMetrics()
        count = max(min(room.width() // style.grown(_LEAST), _SAMPLES), 1)
        share, high = room.width() // count, style.grown(_LINE)
        for number, word in enumerate(self.words[:count]):
            place = QRect(room.left() + number * share, room.top(), share - 2 * _GAP, room.height())
            if number:
                edge = QRect(place.left() - _GAP - 1, place.center().y() - high // 2, 1, high)
                painter.fillRect(edge, style.colour("line"))
            painter.setPen(style.colour("ink" if word else "ink_2"))
            shown = metrics.elidedText(word or self.empty, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, _MIDDLE, shown)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a column is read as it is, or in amber what is asked about it; an icon stands before the words."""

    words: str
    icon: str
    colour: str

    def behind(self) -> int:
        """Return 0: nothing is aligned."""
        return 0

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        """Draw icon and words."""
        del behind
        side = style.size("icon_small")
        square = QRect(room.left(), room.center().y() - side // 2, side, side)
        icons.icon(self.icon, self.colour).paint(painter, square)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour("amber" if self.colour == "amber" else "ink_2"))
        words = room.adjusted(side + _GAP, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _MIDDLE, shown)
