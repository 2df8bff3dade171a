"""A count and its base in a table cell, n/d, with every slash of the column under the one above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from desktop.ui.widgets import style
from desktop.ui.widgets.figures import draw_figures, figures_width
from desktop.ui.widgets.table.columns import Column
from desktop.vietnamese.numerals import grouped


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many: ``Share(112, 125)``; without a base the place of d stays empty."""

    count: int
    base: int | None = None

    def __str__(self) -> str:
        """Return it as it is read and copied: ``112/125``."""
        return grouped(self.count) + self._over()

    def behind(self) -> int:
        """Return the width of slash and base, in pixels."""
        return ceil(figures_width(style.font("body"), self._over()))

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        """Draw n up to the slash, and /d after it; ``behind`` is what the widest base of the column takes."""
        slash = room.right() + 1 - behind
        painter.setFont(style.font("body", "semibold"))
        painter.setPen(style.colour("ink"))
        draw_figures(
            painter, QRect(room.left(), room.top(), slash - room.left(), room.height()), grouped(self.count)
        )
        painter.setFont(style.font("body"))
        painter.setPen(style.colour("ink_2"))
        draw_figures(painter, QRect(slash, room.top(), self.behind(), room.height()), self._over())

    def _over(self) -> str:
        return "" if self.base is None else f"/{grouped(self.base)}"


def share_column(heading: str, share: Callable[[Any], Share | None], *, width: int) -> Column:
    """Return a column of counts over their bases; None leaves a cell empty."""
    return Column(
        heading,
        lambda row: "" if (found := share(row)) is None else str(found),
        drawing=share,
        width=width,
        align="right",
    )
