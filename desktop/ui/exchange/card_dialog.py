"""Another office's card is trusted once the four blanked groups of its fingerprint are typed as read out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.errors import Refusal
from desktop.services.exchange.card_trust import TRIES, CardToCheck, load_card, trust_card
from desktop.services.exchange.handed_in import read_card_file
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS = 4


class CardDialog(Question):
    """Twelve groups are shown, four are typed; the third wrong answer discards the card.

    ``trusted`` carries the office.

    Args:
        context: the open office.
        card: as it was loaded.
        parent: the page.
    """

    trusted = Signal(object)

    def __init__(self, context: Context, card: CardToCheck, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("CardDialog", "Thẻ của {0}").format(card.name),
            "",
            QCoreApplication.translate("CardDialog", "Tin thẻ này"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._card, self._tries = context, card, 0
        said = label(
            self.tr(
                "Gọi theo số điện thoại đã biết từ trước (không lấy số trên thẻ), nhờ đọc 16 nhóm, "
                "gõ bốn nhóm còn thiếu. Sai {0} lần thì thẻ bị bỏ."
            ).format(TRIES),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.boxes: dict[int, QLineEdit] = {}
        grid = QGridLayout()
        grid.setSpacing(style.size("grid"))
        for place, group in enumerate(card.groups):
            grid.addWidget(self._group(place, group), place // _COLUMNS, place % _COLUMNS)
        for row in range(len(card.groups) // _COLUMNS):
            grid.setRowMinimumHeight(row, style.size("input"))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, style.size("number_field") - 2 * style.size("grid"))
        self.body.addLayout(grid)
        self.boxes[card.blanks[0]].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next blank on Enter; in the last one agree."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            boxes = list(self.boxes.values())
            at = boxes.index(watched) if watched in boxes else -1
            if at == len(boxes) - 1:
                self._agree()
            elif at >= 0:
                boxes[at + 1].setFocus()
            return at >= 0
        return super().eventFilter(watched, event)

    def _group(self, place: int, group: str | None) -> QWidget:
        if group is not None:
            shown = label(group.upper(), "value", self)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            return shown
        box = QLineEdit(self)
        box.setProperty("kind", "field")
        box.setAccessibleName(self.tr("Nhóm thứ {0}").format(place + 1))
        box.setPlaceholderText(self.tr("nhóm {0}").format(place + 1))
        box.installEventFilter(self)
        self.boxes[place] = box
        return box

    def _agree(self) -> None:
        typed = {place: box.text() for place, box in self.boxes.items()}
        empty = next((box for box in self.boxes.values() if not box.text().strip()), None)
        if empty is not None:
            self.say(self.tr("Hãy gõ đủ bốn nhóm còn thiếu."))
            empty.setFocus()
            return
        self._tries += 1
        self.yes.setEnabled(False)
        place, card, tries = self._context.workplace, self._card, self._tries
        self._context.do(
            lambda _: trust_card(place, card, typed, tries),
            done=self._trusted,
            failed=self._refused,
        )

    def _trusted(self, office: object) -> None:
        self.trusted.emit(office)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code == "card.groups":
            self.yes.setEnabled(True)
            self.say(refusal_sentence(refusal))
            next(iter(self.boxes.values())).setFocus()
            return
        self._context.runner.failed.emit(refusal)
        self.reject()


def ask_for_card(context: Context, parent: QWidget) -> None:
    """Choose a card file, then ask for its blanked groups."""
    ask_open_file(
        parent,
        "cards",
        parent.tr("Chọn thẻ của cơ quan nhận"),
        [(parent.tr("Thẻ cơ quan"), ["*.the"])],
        lambda path: check_card(context, parent, path),
    )


def check_card(context: Context, parent: QWidget, path: Path) -> None:
    """Read a card file, and ask for its blanked groups."""

    def loaded(card: CardToCheck) -> None:
        dialog = CardDialog(context, card, parent)
        dialog.trusted.connect(
            lambda office: context.told.emit(parent.tr("Đã tin thẻ của {0}.").format(office.name), "done")
        )
        dialog.open()

    context.ask(lambda: load_card(read_card_file(path)), loaded, to=parent)
