"""A new passphrase, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import RequestRefused
from desktop.services.training.first_start import SHORTEST_PASSPHRASE, refuse_short_passphrase
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.wording import refusal_sentence


class PassphrasePair(QWidget):
    """The two fields; ``entered`` follows Enter in the second.

    Args:
        words: the label above the first field.
        parent: the view.
    """

    entered = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain = self.tr(
            "Mật khẩu mã hóa toàn bộ dữ liệu trên máy. Chương trình không lưu mật khẩu: quên thì chỉ mã trên "
            "phiếu khôi phục trong két mở lại được, mất cả hai thì không ai mở được, kể cả người làm chương "
            "trình. Ít nhất {0} ký tự; ba, bốn từ không liên quan ghép lại thì vừa dễ nhớ vừa khó đoán. Khóa "
            "được lập chậm có chủ ý để máy khác không thử nhanh được."
        ).format(SHORTEST_PASSPHRASE)
        hint = self.tr("Ít nhất {0} ký tự, ví dụ ba, bốn từ không liên quan.").format(SHORTEST_PASSPHRASE)
        self.first = PassphraseField(words, self, explain=explain, hint=hint)
        self.second = PassphraseField(self.tr("Gõ lại mật khẩu"), self, explain=explain)
        self.second.moves_on = False
        self.second.entered.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self.first)
        column.addWidget(self.second)

    def read(self) -> str | None:
        """Return the passphrase; None where it is short or the two differ, which the field then says."""
        for field in (self.first, self.second):
            field.set_problem(None)
        try:
            refuse_short_passphrase(self.first.line.text(), self.second.line.text())
        except RequestRefused as refusal:
            wrong = self.first if refusal.code == "passphrase.short" else self.second
            wrong.set_problem(refusal_sentence(refusal))
            wrong.line.setFocus()
            return None
        return self.first.line.text()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            field.line.clear()
            field.set_value("")
            field.set_problem(None)
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
