"""Who holds something: the name, and which person of the registers that is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.party.post_views import Known, people_named
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField


class HolderFields(QWidget):
    """A name, and beside it whom of that name the registers know; one alone is chosen by itself.

    Args:
        context: the open office and the runner.
        parent: the question.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = ""
        self._known = False
        self.name = TextField(self.tr("Họ và tên"), self)
        self.who = ChoiceField(self.tr("Là người nào trong sổ"), [(None, self._nobody())], self)
        self.who.combo.setMinimumWidth(1)
        self.name.committed.connect(lambda _: self._look_up())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(self.name, 1)
        row.addWidget(self.who, 1)

    def person(self) -> int | None:
        """Return the key of the person of the registers; None for somebody they don't know."""
        key: int | None = self.who.value()
        return key if self._asked == self.name.value() else None

    def is_unlisted(self) -> bool:
        """Tell whether it was said that the registers don't know them."""
        return self._known and self._asked == self.name.value() and self.who.value() is None

    def _look_up(self) -> None:
        place, name = self._context.workplace, self.name.value()
        self._asked, self._known = name, False
        self._context.ask(lambda: people_named(place, name), lambda found: self._offer(name, found))

    def _offer(self, name: str, found: tuple[Known, ...]) -> None:
        if name != self._asked:
            return
        self._known = bool(found)
        nobody = (None, self._nobody())
        self.who.set_choices([*((one.id, _words(one, self.tr("đảng viên"))) for one in found), nobody])
        # Of several a person has to say which; nobody guesses.
        self.who.set_value(found[0].id if len(found) == 1 else None)

    def _nobody(self) -> str:
        return self.tr("Chưa có trong sổ")


def _words(one: Known, member: str) -> str:
    return ", ".join(filter(None, (one.birth[-4:], one.where, member if one.is_member else "")))
