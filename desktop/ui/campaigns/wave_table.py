"""The last days of the waves, wave by wave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.today.wave_rows import WaveRow
from desktop.services.today.waves import WaveLine
from desktop.ui.campaigns.wave_words import row_basis, row_count, row_state, row_task
from desktop.ui.widgets import style
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table


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


def _key(row: WaveRow) -> tuple[object, ...]:
    return row.congress, row.day, row.task, row.hour, row.base
