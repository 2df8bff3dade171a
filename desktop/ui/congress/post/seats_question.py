"""The question what a congress elects, and how many of each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets.fields.text import NumberField


class PostsQuestion(SubmittedQuestion):
    """Asks what the congress elects, and how many of each.

    Args:
        parent: the window it belongs to.
        seats: as they are now; a post without a committee in it is elected directly.
        submit: is given the seats of each post that is elected.
    """

    def __init__(self, parent: QWidget | None, seats: Mapping[str, int], submit: Submit) -> None:
        asked = Asked(
            self.tr("Chức danh và số lượng bầu"),
            self.tr(
                "Số lượng do đại hội biểu quyết; đại biểu do cấp trên phân bổ. Để trống chức danh không bầu. "
                "Sửa được cho tới khi in phiếu."
            ),
            self.tr("Ghi số lượng"),
        )
        super().__init__(parent, asked, submit)
        self._seats = dict(seats)
        said = {
            "committee": self.tr("Chi ủy viên"),
            "deputy": self.tr("Phó bí thư"),
            "delegates": self.tr("Đại biểu dự đại hội cấp trên"),
        }
        self.fields: dict[str, NumberField] = {}
        for key, words in said.items():
            if key == "committee" and "committee" not in seats:
                continue
            self.fields[key] = NumberField(words, self)
            self.fields[key].set_value(seats.get(key))
            self.body.addWidget(self.fields[key])

    def _agree(self) -> None:
        if self.committed(*self.fields.values()):
            seats = {key: field.value() for key, field in self.fields.items() if field.value()}
            self.hand_in({"secretary": 1, **seats})
