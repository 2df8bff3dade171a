"""A page with nothing on it yet: its title, one picture, one headline, one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.ui.frame.rail_places import RailPlace


class EmptyPage(QWidget):
    """What a place shows while it can't do anything; a button comes with the work that it starts.

    Args:
        place: whose page this is.
        parent: the frame.
    """

    def __init__(self, place: RailPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(place.word)
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top"), side, style.size("page_top"))
        column.setSpacing(0)
        column.addWidget(label(place.word, "title", self))
        nothing = self.tr("Trang này chưa dùng được")
        column.addWidget(EmptyView(f"{place.icon}-fill", nothing, place.purpose, parent=self), 1)
