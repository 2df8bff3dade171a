"""Below the rows of an import: all lines of the file, those taken, refused and passed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.account import Account
from desktop.ui.lists.passed_dialog import PassedDialog
from desktop.ui.lists.words import passed_word, refusal_word, state_words
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label


class AccountBar(Card):
    """An equation: lines of the file = taken + refused + passed over, each with why and how many.

    Attributes:
        ask_passed: opens the lines that were passed over.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._account: Account | None = None
        self._all = label("", "headline", self)
        self._taken = _Term(self.tr("nhận"), "check-circle-fill", "green", self)
        self._refused = _Term(self.tr("từ chối"), "warning-octagon-fill", "red", self)
        self._passed = _Term(self.tr("bỏ qua"), "circle", "ring", self)
        self.ask_passed = quiet(self.tr("Xem…"), self)
        self.ask_passed.setAccessibleName(self.tr("Xem các dòng bỏ qua"))
        self.ask_passed.clicked.connect(lambda _=False: self._open())
        line = Wrapping(self)
        line.add(_together(self, self._all, label(self.tr("dòng trong tệp"), "body", self)))
        for sign, term in (("=", self._taken), ("+", self._refused), ("+", self._passed)):
            line.add(_together(self, label(sign, "headline", self), term), elastic=True)
        line.add(self.ask_passed)
        self.body.addWidget(line)
        self.hide()

    def set_account(self, account: Account | None) -> None:
        """Show an account; None for none."""
        self._account = account
        self.setVisible(account is not None)
        if account is None:
            return
        words = state_words()
        taken = [(words[state].lower(), count) for state, count in account.taken]
        refused = [(refusal_word(code), count) for code, count in account.refused]
        passed = [(passed_word(code), count) for code, count in account.passed]
        self._all.setText(_grouped(account.lines))
        for term, told in ((self._taken, taken), (self._refused, refused), (self._passed, passed)):
            term.tell(told)
        self.ask_passed.setVisible(bool(account.passed_lines))
        parts = [self._taken, self._refused, self._passed]
        self.setAccessibleName(
            self.tr("{0} dòng trong tệp: {1}").format(
                self._all.text(), "; ".join(part.accessibleName() for part in parts)
            )
        )

    def _open(self) -> None:
        if self._account is not None:
            PassedDialog(self._account.passed_lines, self.window()).open()


class _Term(QWidget):
    """A number with its word, and below it what it is made of."""

    def __init__(self, word: str, icon: str, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = word
        self._number = label("", "headline", self)
        self._made_of = ElidedLabel("", "caption", self)
        head = QHBoxLayout()
        head.setSpacing(style.size("inner"))
        head.addWidget(IconView(icon, colour, "icon", self))
        head.addWidget(label(word, "body", self))
        head.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addLayout(head)
        said.addWidget(self._made_of)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        line.addWidget(self._number)
        line.addLayout(said, 1)

    def tell(self, made_of: Sequence[tuple[str, int]]) -> None:
        """Say how many, and what they are made of: words and their counts."""
        self._number.setText(_grouped(sum(count for _, count in made_of)))
        self._made_of.setText(", ".join(f"{_grouped(count)} {word}" for word, count in made_of))
        of = f": {self._made_of.text()}" if made_of else ""
        self.setAccessibleName(f"{self._number.text()} {self._word}{of}")


def _together(parent: QWidget, before: QWidget, after: QWidget) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.size("grid"))
    row.addWidget(before)
    row.addWidget(after, 1)
    return made


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
