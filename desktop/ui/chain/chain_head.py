"""The head of the page of chains: its title, when it was read, and how far the hamlets are in figures."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.chain.views import ChainView
from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.figure_view import FigureView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.wording import weekday_word


class ChainHead(QWidget):
    """Title and figures beside each other, or under each other where it is narrow.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = {
            "recognised": FigureView(self.tr("đã bầu, công nhận"), self),
            "held": FigureView(self.tr("đã đại hội"), self),
            "is_head": FigureView(self.tr("bí thư là trưởng thôn"), self),
            "exceptions": FigureView(self.tr("ngoại lệ"), self),
        }
        self._moment = ElidedLabel("", "caption", self)
        title = QHBoxLayout()
        title.setSpacing(style.size("inner"))
        title.addWidget(label(self.tr("Từ trưởng thôn tới bí thư"), "title", self))
        title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addWidget(self._moment)
        figures = QHBoxLayout()
        figures.setSpacing(style.size("page_side"))
        for figure in self._figures.values():
            figures.addWidget(figure)
        figures.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.size("page_side") + 8)
        self._row.addLayout(words, 1)
        self._row.addLayout(figures)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the figures under the title, or beside it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def show_chain(self, shown: ChainView) -> None:
        """Show how far a chain is."""
        weekday = weekday_word(shown.now)
        self._moment.say(
            self.tr("{0} {1}. Thôn vướng xếp trước.").format(
                weekday[:1].upper() + weekday[1:], f"{shown.now:%d/%m/%Y, %H:%M}"
            ),
            f"{shown.now:%d/%m/%Y, %H:%M}",
        )
        base = f"/{len(shown.rows)}"
        for key, view in self._figures.items():
            if key == "exceptions":
                count = len(shown.open_exceptions)
                view.set_figure(str(count), base, ink="amber" if count else "ink")
            else:
                view.set_figure(str(getattr(shown, key)), base)
