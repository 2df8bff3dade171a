"""A household that comes to a frozen roll: which one, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.elections.rolls.freezing import supplement
from desktop.services.elections.rolls.views import ElectorChoice, unlisted_electors
from desktop.ui.page.electors import electors_unit
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import refusal_sentence


class SupplementDialog(Question):
    """Asks for a household of the hamlet that isn't on the roll, and for a reason.

    Args:
        context: the open office and the runner.
        code: the election's.
        parent: the window.
        voters: all voters elect, and not one representative of each household.
    """

    def __init__(
        self, context: Context, code: str, parent: QWidget | None = None, *, voters: bool = False
    ) -> None:
        translate = QCoreApplication.translate
        unit = electors_unit(voters=voters)
        super().__init__(
            parent,
            translate("SupplementDialog", "Bổ sung một {0} vào danh sách").format(unit),
            translate(
                "SupplementDialog",
                "Dòng bổ sung có số thứ tự nối tiếp và được in kèm chữ “bổ sung” trong sổ ký nhận.",
            ),
            translate("SupplementDialog", "Bổ sung {0} này").format(unit),
        )
        self._context, self._code, self._unit = context, code, unit
        self.choice: ElectorChoice | None = None
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

    def _show(self, found: tuple[ElectorChoice, ...]) -> None:
        self.table.set_rows(found)
        self.yes.setEnabled(bool(found))
        every = self.tr("Mọi {0} của thôn đã có trong danh sách. Thêm ở Hộ và cử tri trước.")
        self.table.say_where_empty(every.format(self._unit))

    def _agree(self) -> None:
        self.choice = self.table.current()
        if self.choice is None:
            self.table.setFocus()
        elif not self.reason.value():
            self.reason.set_problem(self.tr("Cần ghi lý do: lý do được giữ cùng danh sách."))
            self.reason.setFocus()
        else:
            self._add(self.choice.elector, self.reason.value())

    def _add(self, elector: int, reason: str) -> None:
        # Refused, the dialog stays with what was typed.
        self._context.do(
            lambda _: supplement(self._context.workplace, self._code, elector, reason),
            done=lambda _: self.accept(),
            failed=lambda refusal: self.reason.set_problem(refusal_sentence(refusal)),
            to=self,
        )
