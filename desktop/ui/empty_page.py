"""A page with nothing on it yet: its title, one picture, one headline, one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import style
from desktop.ui.widgets.cards_picture import CardsPicture
from desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.ui.places import Place


class EmptyPage(QWidget):
    """What a place shows while it can't do anything; a button comes with the work that it starts.

    Args:
        place: whose page this is.
        parent: the frame.
    """

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(place.word)
        centre = Qt.AlignmentFlag.AlignHCenter
        sentence = label(place.purpose, "sentence", self)
        sentence.setWordWrap(True)
        sentence.setAlignment(centre)
        sentence.setMaximumWidth(style.size("sentence_width"))
        sentence.setMinimumWidth(style.size("side_panel"))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(sentence, 1000)
        line.addStretch(1)
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top"), side, style.size("page_top"))
        column.setSpacing(0)
        column.addWidget(label(place.word, "title", self))
        column.addStretch(2)
        column.addWidget(CardsPicture(f"{place.icon}-fill", self), 0, centre)
        column.addSpacing(style.size("page_side"))
        column.addWidget(label(self.tr("Trang này chưa dùng được"), "title", self), 0, centre)
        column.addSpacing(style.size("grid"))
        column.addLayout(line)
        column.addStretch(3)
