"""The cards beside the chains: what comes next, the exceptions, and what opens each gate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.chain.exceptions import ExceptionView
from desktop.services.chain.views import ChainRow, Gate
from desktop.ui.chain.next_words import next_words
from desktop.ui.chain.words import exception_words, gate_words
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import primary, quiet
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label


class ChainNextPanel(QFrame):
    """The next thing for the chosen hamlet; ``asked`` is emitted by its button.

    Args:
        parent: the page.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setProperty("soft", True)
        caption = label(self.tr("Việc tiếp theo"), "small", self)
        caption.setProperty("ink", "accent")
        self._hamlet = ElidedLabel("", "small", self)
        self._hamlet.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._headline = label("", "headline", self)
        self._headline.setWordWrap(True)
        self._sentence = label("", "sentence", self)
        self._sentence.setWordWrap(True)
        self.button = primary("", self)
        self.button.clicked.connect(self.asked)
        self._caller = QWidget(self)
        line = QHBoxLayout(self._caller)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("inner"))
        self._name = ElidedLabel("", "caption", self)
        self._phone = label("", "small", self)
        line.addWidget(self._name, 1)
        line.addWidget(IconView("phone", "ink_2", "icon_small", self))
        line.addWidget(self._phone)
        top = QHBoxLayout()
        top.setSpacing(style.size("grid"))
        top.addWidget(caption)
        top.addWidget(self._hamlet, 1)
        padding = style.size("card_padding")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(padding, padding - 6, padding, padding - 6)
        self._column.setSpacing(6)
        self._column.addLayout(top)
        for part in (self._headline, self._sentence, self.button, self._caller):
            self._column.addWidget(part)

    def set_row(self, row: ChainRow | None) -> None:
        """Show what comes next for a hamlet; nothing where none is chosen."""
        self.setVisible(row is not None)
        if row is None:
            return
        words, congress, head = next_words(row), row.chain.congress, row.chain.head
        hour = f", {congress.opening:%H:%M}" if congress.opening else ""
        self._hamlet.setText(f"{row.chain.name}{hour}")
        self._headline.setText(words.headline)
        self._sentence.setText(words.sentence)
        self._sentence.setVisible(bool(words.sentence))
        self.button.setText(words.button)
        self.button.setVisible(bool(words.button))
        self._name.setText(head.caller)
        self._phone.setText(head.phone)
        self._caller.setVisible(bool(head.phone))
        # Words that wrap anew ask for another height only when they are asked again.
        self._column.invalidate()
        self.updateGeometry()
        self.setAccessibleName(f"{row.chain.hamlet}: {words.headline}. {words.sentence}")


class ExceptionsCard(Card):
    """Hamlets where head and secretary are two people; ``asked`` carries one, ``print_asked`` the list.

    Args:
        parent: the page.
    """

    asked = Signal(object)  # ExceptionView
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Ngoại lệ"))
        self._count = label("", "caption", self)
        self.head.addWidget(self._count)
        self.print_button = quiet("", self)
        self.print_button.setProperty("low", True)
        self.print_button.setIcon(icons.icon("printer", "ink_2"))
        self.print_button.setAccessibleName(self.tr("In danh sách ngoại lệ"))
        self.print_button.setToolTip(self.tr("In danh sách ngoại lệ"))
        self.print_button.clicked.connect(self.print_asked)
        self.head.addWidget(self.print_button)
        self._list: QWidget | None = None
        self._found: Sequence[ExceptionView] = ()
        self._most = 4

    def set_exceptions(self, found: Sequence[ExceptionView]) -> None:
        """Show the open ones, as many as there is room for; the rest is counted."""
        self._found = found
        self._build()

    def set_most(self, most: int) -> None:
        """Show at most so many."""
        if most != self._most:
            self._most = most
            self._build()

    def _build(self) -> None:
        found = self._found
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.deleteLater()
        self._count.setText(self.tr("{0} thôn, khu phố").format(len(found)) if found else "")
        self._list = QWidget(self)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner"))
        for number, each in enumerate(found[: self._most]):
            if number:
                column.addWidget(hairline(self._list))
            column.addWidget(self._entry(each))
        if len(found) > self._most:
            rest = self.tr("và {0} thôn nữa, xem ở bản in").format(len(found) - self._most)
            column.addWidget(label(rest, "caption", self._list))
        if not found:
            said = label(self.tr("Chưa thôn nào có bí thư không phải Trưởng thôn."), "caption", self._list)
            said.setWordWrap(True)
            column.addWidget(said)
        self.body.addWidget(self._list)
        self._list.show()

    def _entry(self, one: ExceptionView) -> QWidget:
        made = QWidget(self._list)
        nobody = one.reason.value == "no_head"
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        icon = ("warning-octagon-fill", "red") if nobody else ("warning-fill", "amber")
        row.addWidget(IconView(*icon, "icon_small", made), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        name = quiet(one.hamlet, made)
        name.setProperty("low", True)
        name.clicked.connect(lambda _=False: self.asked.emit(one))
        head.addWidget(name)
        head.addStretch(1)
        due = self.tr("hạn {0}").format(f"{one.due_on:%d/%m}") if one.due_on else self.tr("chưa ghi hạn")
        day = label(due, "caption", made)
        day.setProperty("ink", "wrong" if nobody else "attention")
        head.addWidget(day)
        column.addLayout(head)
        said = label(exception_words(one), "caption", made)
        said.setWordWrap(True)
        column.addWidget(said)
        if one.owner:
            column.addWidget(ElidedLabel(one.owner, "caption", made))
        row.addLayout(column, 1)
        return made


class GatesCard(Card):
    """What opens each gate.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Cửa mở khi"))
        self.body.setSpacing(style.size("inner") + 1)
        for gate in Gate:
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            row.addWidget(IconView(f"number-circle-{_NUMBERS[gate]}", "ink_2", "icon_small", self))
            row.addWidget(ElidedLabel(gate_words(gate), "caption", self), 1)
            self.body.addLayout(row)


_NUMBERS = dict(zip(Gate, ("one", "two", "three", "four", "five"), strict=True))
