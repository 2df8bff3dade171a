"""The field for a recovery code: as its sheet writes it, however it was typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.errors import RequestRefused
from desktop.services.office.recovery import tidy_code
from desktop.ui.widgets.fields.field import TypedField
from desktop.wording import refusal_sentence


class RecoveryCodeField(TypedField):
    """Checked on leaving: strange letters, length and check symbol; then written in groups of three."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._label.setText(self.tr("Mã khôi phục"))
        self._label.show()
        self.line.setAccessibleName(self._label.text())
        self._hint = self.tr("9 nhóm 3 ký tự trên phiếu; chữ hoa hay thường, có gạch hay không đều được.")
        self.explain = self.tr(
            "Mã in trên phiếu khôi phục, cất trong két khi lập cơ quan. Mã không có chữ I, L, O, U; số 0 gõ "
            "thành O, số 1 gõ thành I hay L cũng được. Ký tự cuối là ký tự kiểm tra, nên gõ sai "
            "một ký tự là chương trình biết ngay."
        )
        self.set_problem(None)

    def read(self) -> str | None:
        """Return the code; None where it is none, which the field then says."""
        try:
            return tidy_code(self.line.text())
        except RequestRefused as refusal:
            self.set_problem(refusal_sentence(refusal))
            self.line.setFocus()
            return None

    def _nothing(self) -> object:
        return ""

    def _read(self, typed: str) -> tuple[Any, str | None]:
        if not typed.strip():
            return "", None
        try:
            return tidy_code(typed), None
        except RequestRefused as refusal:
            return typed, refusal_sentence(refusal)
