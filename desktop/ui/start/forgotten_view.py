"""A lost passphrase: the recovery code from the safe, and a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.ui.start.passphrase_pair import PassphrasePair
from desktop.ui.start.recovery_code_field import RecoveryCodeField
from desktop.ui.start.start_view import StartView
from desktop.ui.widgets.buttons import secondary
from desktop.wording import refusal_sentence


class ForgottenView(StartView):
    """``given`` carries the code and the new passphrase; ``back`` goes back to the passphrase.

    Args:
        parent: the window.
    """

    given = Signal(str, str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Quên mật khẩu"))
        self.code = RecoveryCodeField(self)
        self.pair = PassphrasePair(self.tr("Mật khẩu mới"), self)
        self.pair.entered.connect(self._give)
        self.body.addWidget(self.code)
        self.body.addWidget(self.pair)
        self.body.addStretch(1)
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(self.back)
        self.bar.add_left(back)
        self.bar.set_primary(self.tr("Mở và đặt mật khẩu mới"), self._give)

    def ask_for(self, code: str = "") -> None:
        """Ask for the code, or show the one that a backup was just restored with."""
        if code:
            said = self.tr("Đã khôi phục bản sao bằng mã. Hãy đặt mật khẩu mới để mở dữ liệu.")
        else:
            said = self.tr("Lấy phiếu khôi phục trong két, gõ mã trên phiếu rồi đặt mật khẩu mới.")
        after = self.tr("Xong thì in phiếu mới; mật khẩu cũ và mã cũ không mở được nữa.")
        self.said.setText(f"{said} {after}")
        self.pair.clear()
        self.code.line.setModified(False)
        self.code.set_value(code)

    def refuse(self, refusal: Refusal) -> None:
        """Say beneath the code why the office stayed closed."""
        self.code.set_problem(refusal_sentence(refusal))

    def forget(self) -> None:
        """Drop what was typed."""
        self.ask_for()

    def go_back(self) -> None:
        """Go back to the passphrase (Esc)."""
        self.back.emit()

    def come(self) -> None:
        """Put the typing mark into the first field that is wanting."""
        field = self.pair.first if self.code.line.text() and not self.code.problem() else self.code
        field.line.setFocus()
        field.line.selectAll()

    def help_text(self) -> str:
        """Explain the field in focus."""
        in_pair = self.pair.first.box().hasFocus() or self.pair.second.box().hasFocus()
        return self.pair.first.explain if in_pair else self.code.explain

    def _give(self) -> None:
        code = self.code.read()
        passphrase = self.pair.read() if code is not None else None
        if code is not None and passphrase is not None:
            self.given.emit(code, passphrase)
