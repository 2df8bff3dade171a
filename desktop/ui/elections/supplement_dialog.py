"""A household that comes to a frozen roll: which one, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.elections.rolls.views import ElectorChoice, unlisted_electors
from desktop.ui.page.electors import electors_unit
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


@dataclass(frozen=True, slots=True)
class Supplement:
    """Who comes to the roll, and why."""

    elector: ElectorChoice
    reason: str


class SupplementDialog(SubmittedQuestion):
    """Asks for a household of the hamlet that isn't on the roll, and for a reason.

    Args:
        context: the open office and the runner.
        code: the election's.
        parent: the window.
        submit: is given a ``Supplement``.
        voters: all voters elect, and not one representative of each household.
    """

    def __init__(
        self, context: Context, code: str, parent: QWidget | None, submit: Submit, *, voters: bool = False
    ) -> None:
        translate = QCoreApplication.translate
        unit = electors_unit(voters=voters)
        asked = Asked(
            translate("SupplementDialog", "Bổ sung một {0} vào danh sách").format(unit),
            translate(
                "SupplementDialog",
                "Dòng bổ sung có số thứ tự nối tiếp và được in kèm chữ “bổ sung” trong sổ ký nhận.",
            ),
            translate("SupplementDialog", "Bổ sung {0} này").format(unit),
        )
        super().__init__(parent, asked, submit)
        self._unit = unit
        self.table = Table(
            [
                Column(
                    self.tr("Cử tri") if voters else self.tr("Người đại diện hộ"),
                    lambda row: row.name,
                    weight="medium",
                ),
                Column(self.tr("Ngày sinh"), lambda row: row.birth, width=120),
            ],
            self,
            row_height=style.size("row_entry"),
        )
        self.table.setAccessibleName(self.tr("Người của thôn chưa có trong danh sách"))
        self.table.setFixedHeight(180)
        self.reason = TextField(self.tr("Lý do"), self, hint=self.tr("Ví dụ: mới tách hộ, mới chuyển đến."))
        self.table.opened.connect(lambda _: self.reason.setFocus())
        self.body.addWidget(self.table)
        self.body.addWidget(self.reason)
        context.ask(lambda: unlisted_electors(context.workplace, code), self._show)
        self.table.setFocus()

    def tell_refusal(self, sentence: str) -> None:
        """Say under the reason why the supplement was refused; what was typed stays."""
        self.reason.set_problem(sentence)

    def _show(self, found: tuple[ElectorChoice, ...]) -> None:
        self.table.set_rows(found)
        self.yes.setEnabled(bool(found))
        every = self.tr("Mọi {0} của thôn đã có trong danh sách. Thêm ở Hộ và cử tri trước.")
        self.table.say_where_empty(every.format(self._unit))

    def _agree(self) -> None:
        choice = self.table.current()
        self.reason.commit()
        if choice is None:
            self.table.setFocus()
        elif not self.reason.value():
            self.reason.set_problem(self.tr("Cần ghi lý do: lý do được giữ cùng danh sách."))
            self.reason.setFocus()
        else:
            self.hand_in(Supplement(choice, self.reason.value()))
