"""The office's passphrase changed, and its recovery code with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.office.passphrases import (
    Renewed,
    change_passphrase,
    note_sheet_printed,
    sheet_printed_on,
)
from desktop.ui.page.page import Context
from desktop.ui.settings.panel import Panel
from desktop.ui.settings.recovery_dialog import RecoveryDialog
from desktop.ui.start.passphrase_pair import PassphrasePair
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import refusal_sentence


class PassphrasePanel(Panel):
    """The passphrase in use, and the new one twice; then the new code is shown and printed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.current = PassphraseField(
            self.tr("Mật khẩu đang dùng"),
            self,
            explain=self.tr("Hỏi lại để người khác không đổi được khi máy đang mở mà không có người ngồi."),
        )
        self.pair = PassphrasePair(self.tr("Mật khẩu mới"), self)
        self.pair.entered.connect(self.primary)
        said = label(
            self.tr(
                "Đổi mật khẩu thì mã khôi phục cũng đổi: in phiếu mới, sao lưu lại ngay, rồi hủy phiếu cũ. "
                "Bản sao lưu cũ vẫn mở bằng mật khẩu và mã cũ."
            ),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        self.in_order = (self.current, self.pair.first, self.pair.second)
        self.sheet = StateChip(State("not_yet"), self)
        # An office of before this was written down, or a code that was copied by hand.
        self.kept = quiet(self.tr("Đã in, cất trong két"), self)
        self.kept.clicked.connect(lambda _=False: self._say_kept())
        self.kept.hide()
        sheet = QHBoxLayout()
        sheet.setSpacing(style.size("grid"))
        sheet.addWidget(self.sheet)
        sheet.addWidget(self.kept)
        sheet.addStretch(1)
        self.body.addLayout(sheet)
        for part in (self.current, self.pair, said):
            part.setMaximumWidth(self.narrow())
            self.body.addWidget(part)
        self.body.addStretch(1)

    def primary_word(self) -> str:
        """Name the change."""
        return self.tr("Đổi mật khẩu")

    def primary(self) -> None:
        """Change the passphrase."""
        passphrase = self.pair.read()
        if passphrase is None:
            return
        workplace, current = self.context.workplace, self.current.line.text()
        self.current.set_problem(None)
        self.context.do(
            lambda _: change_passphrase(workplace, current, passphrase),
            done=self._changed,
            failed=self._refused,
        )

    def _changed(self, renewed: Renewed) -> None:
        self.pair.clear()
        self.current.line.clear()
        self.current.set_value("")
        official = self.context.session.keys.mode == "official"
        dialog = RecoveryDialog(self.window(), self.context.runner, renewed, official=official)
        dialog.step.printed.connect(self._note_sheet)
        dialog.exec()
        self.refresh()
        self.context.told.emit(
            self.tr("Đã đổi mật khẩu và mã khôi phục. Hãy sao lưu lại ngay, rồi hủy phiếu cũ."), "attention"
        )

    def refresh(self) -> None:
        """Load whether the sheet of the code in use was printed."""
        self.context.ask(lambda: sheet_printed_on(self.context.workplace), self._show_sheet)

    def _note_sheet(self) -> None:
        self.context.do(lambda _: note_sheet_printed(self.context.workplace))

    def _say_kept(self) -> None:
        said = self.tr(
            "Đã ghi: phiếu khôi phục đã in và cất. Nếu tìm không thấy thì đổi mật khẩu để có phiếu mới."
        )
        self.context.do(
            lambda _: note_sheet_printed(self.context.workplace),
            done=lambda _: self.context.told.emit(said, "done"),
        )

    def _show_sheet(self, printed: date | None) -> None:
        self.kept.setVisible(printed is None)
        if printed is None:
            self.sheet.set_state(State("attention", self.tr("Phiếu khôi phục: chưa ghi nhận đã in")))
        else:
            self.sheet.set_state(
                State("done", self.tr("Phiếu khôi phục: đã in, ghi {0:%d/%m/%Y}").format(printed))
            )

    def _refused(self, refusal: Refusal) -> None:
        self.current.set_problem(refusal_sentence(refusal))
        self.current.line.setFocus()
        self.current.line.selectAll()
