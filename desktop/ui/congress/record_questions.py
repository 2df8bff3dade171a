"""Questions beside a vote: what is elected and how many, and what happened to plan, ballots and books."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField

PLAN = ("submitted", "returned", "approved")
"""What may have happened to the plan of personnel; the others are of the time after the congress."""


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
        wanted = {"secretary": 1}
        for key, field in self.fields.items():
            field.commit()
            if field.problem():
                field.setFocus()
                return
            if field.value():
                wanted[key] = field.value()
        self.hand_in(wanted)


class HappenedQuestion(SubmittedQuestion):
    """Asks what happened, on which day, by which paper and why.

    Args:
        parent: the window it belongs to.
        today: offered as the day.
        submit: is given what, the day, the number and the reason.
    """

    def __init__(self, parent: QWidget | None, today: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("Ghi việc đã làm"),
            self.tr(
                "Đề án nhân sự bị trả lại thì ghi lý do, sửa rồi gửi lại. Phiếu niêm phong giữ đủ 6 tháng."
            ),
            self.tr("Ghi việc"),
        )
        super().__init__(parent, asked, submit)
        self.what = ChoiceField(self.tr("Việc"), _kinds(), self)
        self.on = DateField(self.tr("Ngày"), self)
        self.on.set_value(today)
        self.number = TextField(self.tr("Số văn bản, nếu có"), self)
        self.reason = TextField(self.tr("Lý do trả lại"), self)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        row.addWidget(self.on, 1)
        row.addWidget(self.number, 1)
        self.body.addWidget(self.what)
        self.body.addLayout(row)
        self.body.addWidget(self.reason)
        self.what.committed.connect(lambda _: self._show_what())
        self._show_what()
        self.what.setFocus()

    def _show_what(self) -> None:
        self.reason.setVisible(self.what.value() == "returned")
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        for field in (self.number, self.reason):
            field.commit()
        if self.check_day(self.on, needed=True):
            self.hand_in((self.what.value(), self.on.value(), self.number.value(), self.reason.value()))


def _kinds() -> list[tuple[str, str]]:
    tr = QCoreApplication.translate
    return [
        ("submitted", tr("Congress", "Gửi đề án nhân sự lên Đảng ủy")),
        ("returned", tr("Congress", "Đảng ủy trả lại đề án nhân sự")),
        ("approved", tr("Congress", "Đảng ủy đồng ý đề án nhân sự")),
        ("handed_over", tr("Congress", "Chi ủy cũ bàn giao cho chi ủy mới")),
        ("destroyed", tr("Congress", "Hủy phiếu bầu đã niêm phong")),
    ]
