"""The question who chairs a congress, who writes it down, and who counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets.fields.choice import ChoiceField

Role = tuple[str, int, str]
"""A place in a body: role, number, and the words for it."""


class BodiesQuestion(SubmittedQuestion):
    """Asks who chairs the congress, who writes it down, and who counts.

    Args:
        parent: the window it belongs to.
        members: names by key.
        held: the member of each role and place that is filled.
        submit: is given the member of each role and place, None where nobody is.
    """

    def __init__(
        self,
        parent: QWidget | None,
        members: Mapping[int, str],
        held: Mapping[tuple[str, int], int],
        submit: Submit,
    ) -> None:
        asked = Asked(
            self.tr("Điều hành và kiểm phiếu"),
            self.tr(
                "Đại hội biểu quyết bằng giơ thẻ. Ban kiểm phiếu là đảng viên chính thức không có tên trong "
                "danh sách bầu. Đại hội đảng viên không có ban thẩm tra tư cách."
            ),
            self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        choices: list[tuple[int | None, str]] = [(None, "–"), *members.items()]
        self.fields: dict[tuple[str, int], ChoiceField] = {}
        for role, place, said in roles():
            field = ChoiceField(said, choices, self)
            field.set_value(held.get((role, place)))
            self.fields[role, place] = field
            self.body.addWidget(field)

    def _agree(self) -> None:
        self.hand_in({key: field.value() for key, field in self.fields.items()})


def roles() -> Sequence[Role]:
    """Return the places in the bodies of a branch's congress, in order."""
    tr = QCoreApplication.translate
    return (
        ("presidium_head", 1, tr("Congress", "Chủ tịch đại hội, hoặc trưởng đoàn chủ tịch")),
        ("presidium_member", 1, tr("Congress", "Đoàn chủ tịch, người thứ hai")),
        ("presidium_member", 2, tr("Congress", "Đoàn chủ tịch, người thứ ba")),
        ("meeting_secretary", 1, tr("Congress", "Thư ký đại hội")),
        ("counting_head", 1, tr("Congress", "Trưởng ban kiểm phiếu")),
        ("counting_member", 1, tr("Congress", "Ban kiểm phiếu, ủy viên")),
        ("counting_member", 2, tr("Congress", "Ban kiểm phiếu, ủy viên")),
    )
