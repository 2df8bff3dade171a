"""Official or training, and the passphrase that guards an official office."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.places.unit_list import UnitChoice
from desktop.ui.start.passphrase_pair import PassphrasePair
from desktop.ui.start.start_view import StartView
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.fields.choice_row import ChoiceRows, Way


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
        self.pair = PassphrasePair(self.tr("Mật khẩu của cơ quan"), self)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.pair)
        self.body.addStretch(1)
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(self.back)
        self.bar.add_left(back)
        self.bar.set_primary(self.tr("Lập cơ quan"), self._choose)
        self.ways.chosen.connect(lambda key: self.pair.setVisible(key == "official"))
        self.ways.opened.connect(
            lambda key: self.pair.first.line.setFocus() if key == "official" else self._choose()
        )
        self.pair.entered.connect(self._choose)

    def ask_for(self, name: str, unit: UnitChoice) -> None:
        """Ask for the office of a unit, by the name that it will bear."""
        self.said.setText(f"{name}, {unit.above}" if unit.above else name)

    def come(self) -> None:
        """Put the focus on the chosen way."""
        self.ways.rows[self.ways.value()].setFocus()

    def help_text(self) -> str:
        """Explain the passphrase."""
        return self.pair.first.explain

    def clear(self) -> None:
        """Forget what was typed."""
        self.pair.clear()

    def _choose(self) -> None:
        if self.ways.value() == "training":
            self.chosen.emit(False, TRAINING_PASSPHRASE)
            return
        passphrase = self.pair.read()
        if passphrase is not None:
            self.chosen.emit(True, passphrase)
