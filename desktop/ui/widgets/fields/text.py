"""Fields of one line: text, a passphrase, a whole number."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields.field import TypedField
from desktop.vietnamese.numerals import whole_number

_MOST_DIGITS = 9


class TextField(TypedField):
    """A line of text; blanks at its ends are dropped."""

    def _nothing(self) -> object:
        return ""

    def _read(self, typed: str) -> tuple[Any, str | None]:
        return " ".join(typed.split()), None


class PassphraseField(TypedField):
    """A passphrase, hidden until somebody asks to see it; it is handed on exactly as typed."""

    def __init__(
        self, words: str, parent: QWidget | None = None, *, explain: str = "", hint: str = ""
    ) -> None:
        super().__init__(words, parent, explain=explain, hint=hint)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = Button(self.tr("Hiện"), self)
        self._eye.setProperty("kind", "plain")
        self._eye.setCheckable(True)
        self._eye.setAutoDefault(False)
        self._eye.setAccessibleName(self.tr("Hiện mật khẩu đang gõ"))
        self._eye.toggled.connect(self._show_or_hide)
        self._row.addWidget(self._eye)

    def _show_or_hide(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.setText(self.tr("Giấu") if on else self.tr("Hiện"))

    def _nothing(self) -> object:
        return ""

    def _read(self, typed: str) -> tuple[Any, str | None]:
        return typed, None


class NumberField(TypedField):
    """A whole number from 0 up; None while it is empty."""

    taken_whole = True

    def __init__(
        self, words: str, parent: QWidget | None = None, *, explain: str = "", hint: str = ""
    ) -> None:
        super().__init__(words, parent, explain=explain, hint=hint)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setMaximumWidth(style.size("number_field"))
        self._row.addStretch(0)

    def _read(self, typed: str) -> tuple[Any, str | None]:
        if not typed.strip():
            return None, None
        number = whole_number(typed, _MOST_DIGITS)
        if number is None:
            return None, self.tr("Ô này chỉ nhận số nguyên từ 0 trở lên, ví dụ 125. Hãy gõ lại.")
        return number, None
