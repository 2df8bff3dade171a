"""Official or training, and the passphrase that guards an official office."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import RequestRefused
from desktop.services.first_start import SHORTEST_PASSPHRASE, office_name, refuse_short_passphrase
from desktop.services.offices import TRAINING_PASSPHRASE
from desktop.services.unit_list import UnitChoice
from desktop.ui.start_view import StartView
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.choice_row import ChoiceRows, Way
from desktop.ui.widgets.fields import PassphraseField
from desktop.wording import refusal_sentence


class GuardStep(StartView):
    """``chosen`` carries whether the office is official, and its passphrase; ``back`` goes a step back."""

    chosen = Signal(bool, str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Chính thức hay tập huấn?"))
        self.ways = ChoiceRows(
            [
                Way(
                    "official",
                    "shield-check",
                    self.tr("Chính thức"),
                    self.tr("Phiếu, biên bản và gói gửi là thật. Mở bằng mật khẩu riêng của cơ quan."),
                ),
                Way(
                    "training",
                    "graduation-cap",
                    self.tr("Tập huấn"),
                    self.tr("Mọi bản in đóng dấu “DỮ LIỆU TẬP HUẤN”, mãi mãi. Mở không hỏi mật khẩu."),
                ),
            ],
            self,
        )
        explain = self.tr(
            "Mật khẩu mã hóa toàn bộ dữ liệu trên máy. Chương trình không lưu mật khẩu: quên thì không mở "
            "lại được, "
            "kể cả người làm chương trình. Ít nhất {0} ký tự; ba, bốn từ không liên quan ghép lại thì vừa "
            "dễ nhớ "
            "vừa khó đoán. Khóa được lập chậm có chủ ý (64 MiB, 3 lượt trở lên) để máy khác không thử nhanh "
            "được."
        ).format(SHORTEST_PASSPHRASE)
        hint = self.tr("Ít nhất {0} ký tự, ví dụ ba, bốn từ không liên quan. Quên thì không mở lại được.")
        self.first = PassphraseField(
            self.tr("Mật khẩu của cơ quan"), self, explain=explain, hint=hint.format(SHORTEST_PASSPHRASE)
        )
        self.second = PassphraseField(self.tr("Gõ lại mật khẩu"), self, explain=explain)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)
        self.body.addStretch(1)
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(self.back)
        self.bar.add_left(back)
        self.bar.set_primary(self.tr("Lập cơ quan"), self._choose)
        self.ways.chosen.connect(self._shape)
        self.ways.opened.connect(
            lambda key: self.first.line.setFocus() if key == "official" else self._choose()
        )
        self.second.moves_on = False
        self.second.entered.connect(self._choose)

    def ask_for(self, role: str, unit: UnitChoice) -> None:
        """Ask for the office of a unit."""
        self.said.setText(
            f"{office_name(role, unit)}, {unit.above}" if unit.above else office_name(role, unit)
        )

    def come(self) -> None:
        """Put the focus on the chosen way."""
        self.ways.rows[self.ways.value()].setFocus()

    def help_text(self) -> str:
        """Explain the passphrase."""
        return self.first.explain

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            field.line.clear()
            field.line.setModified(False)

    def _shape(self, key: str) -> None:
        for field in (self.first, self.second):
            field.setVisible(key == "official")

    def _choose(self) -> None:
        if self.ways.value() == "training":
            self.chosen.emit(False, TRAINING_PASSPHRASE)
            return
        for field in (self.first, self.second):
            field.set_problem(None)
        try:
            refuse_short_passphrase(self.first.line.text(), self.second.line.text())
        except RequestRefused as refusal:
            wrong = self.first if refusal.code == "passphrase.short" else self.second
            wrong.set_problem(refusal_sentence(refusal))
            wrong.line.setFocus()
            return
        self.chosen.emit(True, self.first.line.text())
