"""The field for the groups of the log at the foot of minutes: as printed, however they were typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.errors import RequestRefused
from desktop.services.office.checking import tidy_groups
from desktop.ui.widgets.fields.field import TypedField
from desktop.wording import refusal_sentence


class PaperGroupsField(TypedField):
    """Checked on leaving: eight groups of four, or nothing; then written in groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._label.setText(self.tr("Dấu ở chân biên bản"))
        self._label.show()
        self.line.setAccessibleName(self._label.text())
        self.explain = self.tr(
            "8 nhóm 4 ký tự sau chữ Nhật ký ở chân biên bản kiểm phiếu đã ký. Gõ vào rồi bấm Kiểm tra dữ "
            "liệu: nhật ký còn giữ đúng dòng ấy thì dữ liệu chưa bị thay từ khi in. Để trống thì không so."
        )

    def read(self) -> str | None:
        """Return the groups, empty where none were typed; None for what are none, which is then said."""
        value, problem = self._read(self.line.text())
        self.set_problem(problem)
        if problem is not None:
            self.line.setFocus()
            return None
        return str(value)

    def _nothing(self) -> object:
        return ""

    def _read(self, typed: str) -> tuple[Any, str | None]:
        if not typed.strip():
            return "", None
        try:
            return tidy_groups(typed), None
        except RequestRefused as refusal:
            return typed, refusal_sentence(refusal)
