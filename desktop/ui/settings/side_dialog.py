"""Which side of the work an operator does, and whether the window asks: by the office's passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.office.operators import OperatorView, set_asks_operator, set_side
from desktop.services.office.sides import Side
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import PassphraseField
from desktop.wording import refusal_sentence


def side_word(side: Side) -> str:
    """Return the word of a side of the work."""
    tr = QCoreApplication.translate
    return {
        Side.ELECTIONS: tr("Side", "Bầu cử"),
        Side.PARTY: tr("Side", "Đảng"),
        Side.BOTH: tr("Side", "Cả hai"),
    }[side]


class AllowedQuestion(Question):
    """Asks for the office's passphrase, and stays open until it is right.

    Args:
        context: the open office.
        words: headline, sentence, and the word of the button.
        parent: the window.
    """

    def __init__(self, context: Context, words: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent, *words)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.passphrase = PassphraseField(self.tr("Mật khẩu của cơ quan"), self)
        self.passphrase.moves_on = False
        self.passphrase.entered.connect(self._agree)
        self.body.addWidget(self.passphrase)
        self.passphrase.setFocus()

    def work(self, passphrase: str) -> Callable[[], object]:
        """Return what is done with the passphrase."""
        raise NotImplementedError

    def _agree(self) -> None:
        if not self.yes.isEnabled():
            return
        work = self.work(str(self.passphrase.value()))
        self.yes.setEnabled(False)
        self._context.do(lambda _: work(), done=lambda _: self.accept(), failed=self._refused, to=self)

    def _refused(self, refusal: Refusal) -> None:
        self.yes.setEnabled(True)
        self.passphrase.set_problem(refusal_sentence(refusal))
        self.passphrase.setFocus()


class SideDialog(AllowedQuestion):
    """Asks which side of the work an operator does.

    Args:
        context: the open office.
        operator: whose side it is.
        parent: the window.
    """

    def __init__(self, context: Context, operator: OperatorView, parent: QWidget) -> None:
        words = (
            parent.tr("Phần việc của {0}").format(operator.name),
            parent.tr("Phần việc quyết định trang nào mở được, khi máy hỏi người dùng lúc mở cửa sổ."),
            parent.tr("Ghi phần việc"),
        )
        super().__init__(context, words, parent)
        self._operator = operator
        self.side = ChoiceField(self.tr("Phần việc"), [(side, side_word(side)) for side in Side], self)
        self.side.set_value(operator.side)
        self.body.insertWidget(0, self.side)

    def work(self, passphrase: str) -> Callable[[], object]:
        """Return what writes the side."""
        place, key, side = self._context.workplace, self._operator.id, self.side.value()
        return lambda: set_side(place, key, side, passphrase)


class AskingDialog(AllowedQuestion):
    """Lets the window ask who works at it, or no longer.

    Args:
        context: the open office.
        on: whether it is to ask.
        parent: the window.
    """

    def __init__(self, context: Context, parent: QWidget, *, on: bool) -> None:
        words = (
            parent.tr("Hỏi người dùng khi mở cửa sổ?") if on else parent.tr("Thôi hỏi người dùng?"),
            parent.tr("Từ lần mở sau, ai mở cửa sổ cũng chọn tên, gõ PIN, và chỉ mở được phần việc của mình.")
            if on
            else parent.tr("Từ lần mở sau, ai mở được dữ liệu cũng thấy mọi trang, như trước."),
            parent.tr("Hỏi người dùng") if on else parent.tr("Thôi hỏi"),
        )
        super().__init__(context, words, parent)
        self._on = on

    def work(self, passphrase: str) -> Callable[[], object]:
        """Return what writes it."""
        place, on = self._context.workplace, self._on
        return lambda: set_asks_operator(place, passphrase, on=on)
