"""The last days of the waves, wave by wave, and the units that haven't finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.today.wave_rows import WaveRow
from desktop.services.today.wave_units import WaveUnit
from desktop.services.today.waves import WaveLine
from desktop.ui.campaigns.wave_words import (
    row_basis,
    row_count,
    row_state,
    row_task,
    unit_state,
    unit_words,
)
from desktop.ui.page.hamlet_names import shorter_names
from desktop.ui.widgets import style
from desktop.ui.widgets.state import LOOKS, State
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table

_DIGITS = 10
_TWO_LINES = 42  # pixels of a row of a narrow list


def _say(text: str) -> str:
    return QCoreApplication.translate("Waves", text)


class WaveTable(Table):
    """The last days under the name of their wave.

    Args:
        parent: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column(_say("Hạn"), lambda row: f"{row.day:%d/%m/%Y}", width=104, weight="semibold"),
            Column(_say("Việc"), row_task),
            Column(_say("Cách tính"), row_count, width=136, gives_way=True),
            Column(_say("Căn cứ"), row_basis, width=166, gives_way=True),
            Column(_say("Tình hình"), lambda _: "", state=row_state, width=164),
        ]
        super().__init__(columns, parent, row_height=style.size("row_entry"), key=_key)
        self.setAccessibleName(_say("Các hạn của từng đợt"))
        self.ask_for_few()

    def show_lines(self, lines: Sequence[WaveLine]) -> None:
        """Show the last days of waves, in the order given."""
        rows: list[WaveRow | Group] = []
        for line in lines:
            if line.rows:
                rows += [Group(f"{line.name}, {line.day:%d/%m/%Y}"), *line.rows]
        self.set_rows(rows)


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
                state=_colour,
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


def _phone(unit: WaveUnit) -> str:
    phone = unit.phone or ""
    # In groups as it is dialled.
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}" if len(phone) == _DIGITS else phone or _say("chưa có số")


def _colour(unit: WaveUnit) -> State:
    return unit_state(unit)


def _key(row: WaveRow) -> tuple[object, ...]:
    return row.congress, row.day, row.task, row.hour, row.base
