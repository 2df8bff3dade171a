"""A new PIN for an operator who forgot it, by the office's passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.office.operators import OperatorView, reset_pin
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.wording import refusal_sentence


class PinDialog(Question):
    """Asks for the new PIN and the passphrase, and stays open until both are taken.

    Args:
        context: the open office.
        operator: whose PIN it is.
        parent: the window.
    """

    def __init__(self, context: Context, operator: OperatorView, parent: QWidget) -> None:
        super().__init__(
            parent,
            parent.tr("Đặt lại PIN của {0}").format(operator.name),
            parent.tr("Người nhập tự gõ PIN mới; người giữ mật khẩu của cơ quan cho phép."),
            parent.tr("Đặt lại PIN"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._operator = context, operator
        self.pin = PassphraseField(self.tr("PIN mới"), self, hint=self.tr("ít nhất 4 ký tự, tự nhớ"))
        self.passphrase = PassphraseField(self.tr("Mật khẩu của cơ quan"), self)
        self.passphrase.moves_on = False
        self.passphrase.entered.connect(self._agree)
        for field in (self.pin, self.passphrase):
            self.body.addWidget(field)
        self.pin.setFocus()

    def _agree(self) -> None:
        if not self.yes.isEnabled():
            return
        place, key = self._context.workplace, self._operator.id
        pin, passphrase = str(self.pin.value()), str(self.passphrase.value())
        self.yes.setEnabled(False)
        self._context.do(
            lambda _: reset_pin(place, key, pin, passphrase),
            done=lambda _: self.accept(),
            failed=self._refused,
            to=self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.yes.setEnabled(True)
        field = self.pin if refusal.code == "operator.pin" else self.passphrase
        field.set_problem(refusal_sentence(refusal))
        field.setFocus()
