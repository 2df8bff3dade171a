"""Who types: a name and a PIN, and a new person where one is needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.errors import Refusal
from desktop.services.counting.entry_drafts import OpenEntry, sit_down
from desktop.services.counting.tallies import OpenTally, sit_at_tally
from desktop.services.office.operators import OperatorView, operators, register_operator
from desktop.ui.page.page import Context
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.wording import refusal_sentence


class OperatorDialog(Question):
    """Asks for name and PIN, and lets the operator sit down; what was typed stays when it is refused.

    ``seated`` carries the entry, or the count ballot by ballot, and the PIN.

    Args:
        context: the open office.
        code: the election's.
        headline: what is going to be typed.
        sentence: what holds for it.
        only: keys of operators who may; empty for everybody.
        correct: fields of an agreed count that are to be typed anew.
        first: key of the operator who is chosen at first; None for the first of the list.
        parent: the step.
    """

    seated = Signal(object, str)

    def __init__(
        self,
        context: Context,
        code: str,
        headline: str,
        sentence: str,
        *,
        only: Sequence[int] = (),
        correct: tuple[str, ...] = (),
        first: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, headline, sentence, self.tr("Bắt đầu nhập"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._registered: int | None = None
        self._first = first
        self._context, self._code, self._only, self._correct = context, code, tuple(only), correct
        self._tally = False
        self.alone = QCheckBox(self.tr("Chỉ một người đếm (biên bản ghi rõ)"), self)
        self.who = ChoiceField(self.tr("Người nhập"), (), self)
        self.name = TextField(
            self.tr("Họ và tên người nhập mới"),
            self,
            explain=self.tr("Tên này đứng cạnh lượt nhập. Hai lượt phải do hai người nhập."),
        )
        self.pin = TextField(
            self.tr("Mã PIN"), self, explain=self.tr("Mã riêng của người nhập, ít nhất bốn ký tự.")
        )
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.moves_on = False
        self.pin.entered.connect(self._agree)
        self.new = quiet(self.tr("Thêm người nhập"), self)
        self.new.clicked.connect(lambda: self._ask_new(on=not self._adds()))
        for part in (self.who, self.name, self.pin):
            self.body.addWidget(part)
        self.body.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.alone)
        self.alone.hide()
        self.new.setVisible(not self._only)
        self.name.hide()
        self.yes.setEnabled(False)
        context.ask(lambda: operators(context.workplace), self._offer)

    def read_ballots(self, *, may_be_alone: bool) -> None:
        """Let whoever is chosen read ballots one by one, perhaps alone, and type no form."""
        self._tally = True
        self.yes.setText(self.tr("Bắt đầu đọc phiếu"))
        self.alone.setVisible(may_be_alone)

    def _offer(self, known: Sequence[OperatorView]) -> None:
        offered = [one for one in known if not self._only or one.id in self._only]
        self.who.set_choices([(one.id, one.name) for one in offered])
        if any(one.id == self._first for one in offered):
            self.who.set_value(self._first)
        self.yes.setEnabled(True)
        self._ask_new(on=not offered and not self._only)
        if offered:
            self.who.box().setFocus()

    def _adds(self) -> bool:
        return not self.name.isHidden()

    def _ask_new(self, *, on: bool) -> None:
        self.name.setVisible(on)
        self.who.setVisible(not on)
        self.new.setText(self.tr("Chọn người đã có") if on else self.tr("Thêm người nhập"))
        self.new.setVisible(not self._only and (not on or self.who.value() is not None))
        (self.name if on else self.who).box().setFocus()

    def _agree(self) -> None:
        if not self.yes.isEnabled():
            return
        pin, name, who = self.pin.value(), self.name.value(), self.who.value()
        if self._adds() and not name:
            self.name.set_problem(self.tr("Hãy gõ họ và tên người nhập."))
            self.name.box().setFocus()
            return
        self.yes.setEnabled(False)
        place, code, correct, adds = self._context.workplace, self._code, self._correct, self._adds()
        alone = self.alone.isChecked()

        def sit() -> OpenEntry | OpenTally:
            if adds and self._registered is None:
                self._registered = register_operator(place, name, pin)
            if self._tally:
                return sit_at_tally(place, code, self._registered or who, pin, alone=alone)
            return sit_down(place, code, self._registered or who, pin, correct=correct)

        self._context.ask(sit, self._sit, self._refused)

    def _sit(self, entry: OpenEntry | OpenTally) -> None:
        self.seated.emit(entry, self.pin.value())
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.yes.setEnabled(True)
        at_name = refusal.code == "operator.exists" and self._adds()
        field = self.name if at_name else self.pin
        field.set_problem(refusal_sentence(refusal))
        field.box().setFocus()
        if not at_name:
            self.pin.line.selectAll()
