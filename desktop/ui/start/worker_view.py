"""Who works at the window, where the office asks: a name and a PIN, before anything is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.errors import Refusal
from desktop.services.office.operators import OperatorView
from desktop.ui.start.start_view import StartView
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.wording import refusal_sentence


class WorkerView(StartView):
    """Asks for an operator and the PIN; ``given`` carries the operator's key and the PIN.

    Args:
        parent: the window.
    """

    given = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, centred=True)
        self.heading.setText(self.tr("Ai làm việc ở máy này?"))
        self.said.setText(self.tr("Mỗi người chỉ thấy phần việc của mình: bầu cử, Đảng, hoặc cả hai."))
        self.who = ChoiceField(self.tr("Người dùng"), (), self)
        self.pin = TextField(
            self.tr("Mã PIN"),
            self,
            explain=self.tr(
                "Mã riêng của người dùng. Quên mã: người giữ mật khẩu của cơ quan đặt lại ở Thiết lập, mục "
                "Người nhập."
            ),
        )
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.moves_on = False
        self.pin.entered.connect(self._give)
        for field in (self.who, self.pin):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.bar.set_primary(self.tr("Vào làm việc"), self._give, key="Enter")

    def ask_among(self, known: Sequence[OperatorView]) -> None:
        """Offer who may work here."""
        self.who.set_choices([(one.id, one.name) for one in known])
        self.pin.line.clear()
        self.pin.set_value("")

    def refuse(self, refusal: Refusal) -> None:
        """Say why the PIN wasn't taken."""
        self.pin.set_problem(refusal_sentence(refusal))
        self.come()

    def come(self) -> None:
        """Put the typing mark into the PIN."""
        self.pin.line.setFocus()
        self.pin.line.selectAll()

    def help_text(self) -> str:
        """Explain the PIN."""
        return self.pin.explain

    def _give(self) -> None:
        if self.who.value() is not None:
            self.pin.set_problem(None)
            self.given.emit(self.who.value(), self.pin.line.text())
