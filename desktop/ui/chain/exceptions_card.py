"""The hamlets where head and secretary are two people, in a card beside the chains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.chain.exceptions import ExceptionView
from desktop.ui.chain.words import exception_words
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.short_list import ShortListCard


class ExceptionsCard(ShortListCard):
    """Hamlets where head and secretary are two people; ``asked`` carries one, ``print_asked`` the list.

    Args:
        parent: the page.
    """

    asked = Signal(object)  # ExceptionView
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(most=4, parent=parent)
        self.set_title(self.tr("Ngoại lệ"))
        self.say_if_none(self.tr("Chưa thôn nào có bí thư không phải Trưởng thôn."))
        self._count = label("", "caption", self)
        self.head.addWidget(self._count)
        self.print_button = quiet("", self)
        self.print_button.setProperty("low", True)
        self.print_button.setIcon(icons.icon("printer", "ink_2"))
        self.print_button.setAccessibleName(self.tr("In danh sách ngoại lệ"))
        self.print_button.setToolTip(self.tr("In danh sách ngoại lệ"))
        self.print_button.clicked.connect(self.print_asked)
        self.head.addWidget(self.print_button)

    def draw(self, holder: QWidget, column: QVBoxLayout, shown: Sequence[ExceptionView], left: int) -> None:
        """Draw an entry each, the rest counted beneath; how many there are stands beside the title."""
        count = len(shown) + left
        self._count.setText(self.tr("{0} thôn, khu phố").format(count) if count else "")
        column.setSpacing(style.size("inner"))
        for number, each in enumerate(shown):
            if number:
                column.addWidget(hairline(holder))
            column.addWidget(self._entry(each, holder))
        if left:
            rest = self.tr("và {0} thôn nữa, xem ở bản in").format(left)
            column.addWidget(label(rest, "caption", holder))

    def _entry(self, one: ExceptionView, holder: QWidget) -> QWidget:
        made = QWidget(holder)
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
