"""The panel of the next thing: one hamlet, what happened, what it means, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.today.board import BoardRow
from desktop.ui.page.electors import electors_unit
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.next_thing import NextThing
from desktop.wording import next_words


class NextPanel(NextThing):
    """The next thing to do for the chosen hamlet; ``asked`` is emitted by its button.

    ``number_asked`` is emitted where the number of whom to call is missing and somebody wants to write it.

    Args:
        parent: the board.
    """

    number_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head_of_team = QWidget(self)
        self._name = ElidedLabel("", "caption", self)
        self._phone = label("", "small", self)
        self._phone_icon = IconView("phone", "ink_2", "icon_small", self)
        self.number_button = quiet(self.tr("Ghi số điện thoại"), self)
        self.number_button.clicked.connect(self.number_asked)
        head = QHBoxLayout(self._head_of_team)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(style.size("inner"))
        head.addWidget(self._name, 1)
        for part in (self._phone_icon, self._phone, self.number_button):
            head.addWidget(part)
        said = QVBoxLayout()
        said.setSpacing(style.size("inner"))
        said.addLayout(self.head)
        said.addWidget(self.headline)
        said.addWidget(self.sentence)
        said.addStretch(1)
        does = QVBoxLayout()
        does.setSpacing(style.size("grid"))
        does.addWidget(self.button)
        does.addWidget(self._head_of_team)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        padding = style.size("card_padding")
        self._parts.setContentsMargins(padding, padding - 4, padding, padding - 4)
        self._parts.setSpacing(12)
        self._parts.addLayout(said, 1)
        self._parts.addLayout(does)
        self._parts.setAlignment(does, Qt.AlignmentFlag.AlignVCenter)

    def set_row(self, row: BoardRow | None) -> None:
        """Show what comes next for a hamlet; nothing where none is chosen."""
        self.setVisible(row is not None)
        if row is None:
            return
        unit = electors_unit(voters=row.of_voters)
        households = self.tr("{0}, {1} {2}").format(row.hamlet, row.electorate, unit)
        words = next_words(row.next.code, row.next.facts)
        self._name.setText(self.tr("Tổ trưởng {0}").format(row.team_head) if row.team_head else "")
        self._head_of_team.setVisible(bool(row.team_head))
        self._phone.setText(row.team_phone or "")
        self._phone.setToolTip(self._name.text())
        for part in (self._phone_icon, self._phone):
            part.setVisible(bool(row.team_phone))
        self.number_button.setVisible(not row.team_phone)
        self.say(words.headline, words.sentence, words.button)
        self.say_whose(households if row.electorate else row.hamlet, row.hamlet)

    def lie_flat(self, *, flat: bool) -> None:
        """Put the button beside the words instead of beneath them."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        # Beside the words there is room for the number alone.
        self._name.setVisible(not flat)
