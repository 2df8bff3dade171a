"""The office is open in another window: look on, take over, or leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice_row import ChoiceRows, Way

if TYPE_CHECKING:
    from desktop.services.office.occupancy import Occupant

LOOK_ON, TAKE_OVER = "look_on", "take_over"


class OccupiedQuestion(Question):
    """Says who has the office open, and asks how to go on.

    Args:
        parent: the start window.
        who: that has it open.
    """

    def __init__(self, parent: QWidget, who: Occupant) -> None:
        super().__init__(
            parent,
            parent.tr("Dữ liệu đang mở ở một cửa sổ khác"),
            parent.tr(
                "Người dùng {0}, máy {1}, mở từ {2:%H:%M ngày %d/%m/%Y}. Chỉ một cửa sổ được ghi, để không "
                "số nào bị ghi đè."
            ).format(who.user, who.host, who.since.astimezone()),
            parent.tr("Mở"),
            parent.tr("Đóng"),
        )
        self.ways = ChoiceRows(
            [
                Way(LOOK_ON, "eye", self.tr("Chỉ xem"), self.tr("Xem và in được; không ghi được gì.")),
                Way(
                    TAKE_OVER,
                    "pencil-simple",
                    self.tr("Ghi ở cửa sổ này"),
                    self.tr("Cửa sổ kia không ghi được nữa. Chỉ chọn khi bên kia đã ghi xong."),
                ),
            ],
            self,
        )
        self.ways.opened.connect(lambda _: self.accept())
        self.body.addWidget(self.ways)
        self.ways.setFocus()
