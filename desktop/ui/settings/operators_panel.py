"""The people who type counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.errors import Refusal
from desktop.services.office.operators import (
    OperatorView,
    asks_operator,
    operators,
    register_operator,
    retire_operator,
)
from desktop.services.office.settings import office_settings
from desktop.services.office.sides import Side
from desktop.ui.page.page import Context
from desktop.ui.settings.panel import Panel
from desktop.ui.settings.pin_dialog import PinDialog
from desktop.ui.settings.side_dialog import AskingDialog, SideDialog, side_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.fields.text import PassphraseField, TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import refusal_sentence


class OperatorsPanel(Panel):
    """Who there is, and a name with a PIN for another one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name = TextField(
            self.tr("Họ và tên người nhập"),
            self,
            explain=self.tr(
                "Mỗi kết quả kiểm phiếu do hai người nhập riêng; một người không nhập được cả hai lượt, "
                "người thứ hai không thấy số của người thứ nhất."
            ),
        )
        self.pin = PassphraseField(
            self.tr("Mã PIN"),
            self,
            hint=self.tr("ít nhất 4 ký tự, tự nhớ"),
            explain=self.tr(
                "Phân biệt hai người nhập; không thay mật khẩu của cơ quan. Không ai xem lại được."
            ),
        )
        self.in_order = (self.name, self.pin)
        self.pin.moves_on = False
        self.pin.entered.connect(self.primary)
        self.pin.setFixedWidth(style.size("dialog_width") // 2)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.pin, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget(self)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        holder.setMaximumWidth(self.narrow())
        self.table = Table(
            [
                Column(self.tr("Người nhập số liệu"), lambda each: each.name),
                Column(self.tr("Phần việc"), lambda each: side_word(each.side), width=120),
                Column(
                    "",
                    lambda _: "",
                    state=lambda each: State("same", self.tr("đã thôi nhập")) if each.retired else None,
                    width=180,
                ),
            ],
            self,
            row_height=style.size("row_entry"),
            key=lambda each: each.id,
        )
        self.table.setAccessibleName(self.tr("Người nhập số liệu"))
        self.table.chosen.connect(self._offer)
        self.reset = secondary(self.tr("Đặt lại PIN…"), "key", self)
        self.reset.clicked.connect(self._reset)
        self.side = secondary(self.tr("Phần việc…"), "identification-badge", self)
        self.side.clicked.connect(self._change_side)
        self.asks = secondary("", "user-circle", self)
        self.asks.clicked.connect(self._change_asking)
        self._asks = self._one_side = False
        self.retire = secondary("", "user-minus", self)
        self.retire.clicked.connect(self._retire)
        buttons = Wrapping(self)
        for button in (self.reset, self.side, self.retire, self.asks):
            buttons.add(button)
        self.table.setMaximumWidth(self.narrow())
        self.table.hug()
        self._none = label(self.tr("Chưa có ai. Cần hai người để nhập hai lượt độc lập."), "sentence", self)
        self._none.setWordWrap(True)
        self.body.addWidget(holder)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table, 10)
        self.body.addWidget(buttons)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Load who there is."""
        place = self.context.workplace
        self.context.ask(
            lambda: (
                operators(place, retired=True),
                asks_operator(place),
                office_settings(place).side is not Side.BOTH,
            ),
            self._show,
        )

    def primary_word(self) -> str:
        """Name the adding."""
        return self.tr("Thêm người nhập")

    def primary(self) -> None:
        """Register the name with the PIN."""
        name, pin = str(self.name.value()), str(self.pin.value())
        if not name:
            self.name.set_problem(self.tr("Ô này cần có họ tên: tên được in trên tờ kiểm tra."))
            self.name.setFocus()
            return

        def refused(refusal: Refusal) -> None:
            wrong = self.pin if refusal.code == "operator.pin" else self.name
            wrong.set_problem(refusal_sentence(refusal))
            wrong.setFocus()

        self.context.do(
            lambda _: register_operator(self.context.workplace, name, pin),
            done=lambda _: self._added(),
            failed=refused,
        )

    def _added(self) -> None:
        for field in (self.name, self.pin):
            field.line.clear()
            field.set_value("")
            field.set_problem(None)
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.name.setFocus()

    def _show(self, read: tuple[tuple[OperatorView, ...], bool, bool]) -> None:
        found, self._asks, self._one_side = read
        self.asks.setText(
            self.tr("Thôi hỏi khi mở cửa sổ…") if self._asks else self.tr("Hỏi người dùng khi mở cửa sổ…")
        )
        self.table.set_rows(found)
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        for button in (self.reset, self.side, self.retire, self.asks):
            button.setVisible(bool(found))
        # In an office of one side everybody does that one.
        self.side.setVisible(bool(found) and not self._one_side)
        self._offer(self.table.current())

    def _offer(self, current: OperatorView | None) -> None:
        if current is not None:
            self.reset.setEnabled(not current.retired)
            self.retire.setText(self.tr("Cho nhập lại") if current.retired else self.tr("Thôi nhập"))

    def _reset(self) -> None:
        current = self.table.current()
        if isinstance(current, OperatorView):
            PinDialog(self.context, current, self.window()).open()

    def _change_side(self) -> None:
        current = self.table.current()
        if isinstance(current, OperatorView):
            SideDialog(self.context, current, self.window()).open()

    def _change_asking(self) -> None:
        AskingDialog(self.context, self.window(), on=not self._asks).open()

    def _retire(self) -> None:
        current, place = self.table.current(), self.context.workplace
        if isinstance(current, OperatorView):
            self.context.do(lambda _: retire_operator(place, current.id, retired=not current.retired))
