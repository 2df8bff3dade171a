"""Opening an office: its passphrase, three times at most; from here to the recovery code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal, RequestRefused
from desktop.ui.start.start_view import StartView
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.wording import refusal_sentence

TRIES = 3


class PassphraseView(StartView):
    """Asks for the passphrase; ``given`` carries it.

    ``forgotten`` asks for the recovery code instead, ``elsewhere`` for another office.

    Args:
        parent: the window.
    """

    given = Signal(str)
    elsewhere = Signal()
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, centred=True)
        self.heading.setText(self.tr("Mở dữ liệu của cơ quan"))
        self.field = PassphraseField(
            self.tr("Mật khẩu của cơ quan"),
            self,
            explain=self.tr(
                "Mật khẩu đặt khi lập cơ quan, mã hóa toàn bộ dữ liệu trên máy này. Chương trình không lưu "
                "mật khẩu; quên thì dùng mã trên phiếu khôi phục trong két. Sai bộ gõ hay phím Caps Lock là "
                "lý do thường gặp khi mật khẩu bị báo sai."
            ),
        )
        self.field.moves_on = False
        self.field.entered.connect(self._give)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self._wrong = 0
        other = secondary(self.tr("Mở dữ liệu khác"), "folder", self)
        other.clicked.connect(self.elsewhere)
        self.bar.add_left(other)
        self.lost = secondary(self.tr("Quên mật khẩu"), "key", self)
        self.lost.clicked.connect(self.forgotten)
        self.bar.add_left(self.lost)

    def ask_for(self, folder: Path) -> None:
        """Ask for the passphrase of the office in a folder."""
        self.said.setText(self.tr("Dữ liệu ở {0}").format(folder))
        self._wrong = 0
        self.field.set_read_only(on=False)
        self.field.set_value("")
        self.bar.set_primary(self.tr("Mở"), self._give, key="Enter")

    def refuse(self, refusal: Refusal) -> None:
        """Say why the office stayed closed; after three wrong passphrases nothing more is asked."""
        if refusal.code == "storage.passphrase":
            self._wrong += 1
            if self._wrong >= TRIES:
                refusal = RequestRefused("passphrase.tries")
                self.field.set_read_only(on=True)
                self.bar.set_primary(self.tr("Đóng"), self.window().close)
        self.field.set_problem(refusal_sentence(refusal))

    def come(self) -> None:
        """Put the typing mark into the field, what was typed selected."""
        self.field.line.setFocus()
        self.field.line.selectAll()

    def help_text(self) -> str:
        """Explain the passphrase."""
        return self.field.explain

    def _give(self) -> None:
        if self._wrong < TRIES and self.field.value():
            self.field.set_problem(None)
            self.given.emit(self.field.value())
