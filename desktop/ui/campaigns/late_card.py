"""The units that haven't finished, in a card: name, how far, and the number to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.today.wave_units import WaveUnit
from desktop.ui.campaigns.wave_words import unit_state, unit_words
from desktop.ui.page.hamlet_names import shorter_names
from desktop.ui.widgets import style
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import LOOKS
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_DIGITS = 10
_TWO_LINES = 42  # pixels of a row of a narrow list


def _say(text: str) -> str:
    return QCoreApplication.translate("Waves", text)


class LateTable(Table):
    """The units that haven't finished: name and how far, and the number to call.

    Args:
        parent: the card.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._today = date.min
        self._names: Mapping[str, str] = {}
        columns = [
            Column(
                "",
                self.name_of,
                sub=lambda unit: unit_words(unit, self._today),
                icon=lambda unit: LOOKS[unit_state(unit).kind].icon,
                state=unit_state,
                ground=False,
                weight="medium",
            ),
            Column("", _phone, width=116, align="right"),
        ]
        super().__init__(columns, parent, row_height=style.grown(_TWO_LINES), key=lambda unit: unit.election)
        self.setAccessibleName(_say("Các nơi chưa xong"))
        self.horizontalHeader().hide()
        self.hug()

    def name_of(self, unit: WaveUnit) -> str:
        """Return the name under which a unit stands in the list."""
        return self._names.get(unit.name, unit.name)

    def show_units(self, units: Sequence[WaveUnit], today: date) -> None:
        """Show other units."""
        self._today = today
        self._names = shorter_names(unit.name for unit in units)
        self.set_rows(units)


class LateCard(Card):
    """Whom to call, and by when the wave on show has to be finished.

    Attributes:
        table: the units.

    Args:
        parent: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Chưa xong"))
        self._by = label("", "caption", self)
        self.head.addWidget(self._by)
        self._nobody = label(self.tr("Không còn nơi nào chậm."), "caption", self)
        self.table = LateTable(self)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.table)

    def show_units(self, units: Sequence[WaveUnit], today: date) -> None:
        """Show other units."""
        self.table.show_units(units, today)
        self.table.setVisible(bool(units))
        self._nobody.setVisible(not units)

    def show_hour(self, by: time | None) -> None:
        """Show by which hour the results are due; None where no hour is set."""
        self._by.setText(self.tr("hạn {0}").format(f"{by:%H:%M}") if by else "")


def _phone(unit: WaveUnit) -> str:
    phone = unit.phone or ""
    # In groups as it is dialled.
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}" if len(phone) == _DIGITS else phone or _say("chưa có số")
