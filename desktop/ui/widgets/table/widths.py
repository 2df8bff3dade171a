"""Where the room of a table goes: columns that give way, and names that stay readable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.ui.widgets import style
from desktop.ui.widgets.table.columns import Column

_PAD = 8  # at each side of a heading
_READABLE = 120  # pixels below which a name says nothing
_STRETCH_LEAST = 180  # pixels that a column without a width needs before others give way


def leave_out(table: QTableView, columns: Sequence[Column]) -> None:
    """Hide the columns that give way, from the last on, until the others have their room.

    One that is hidden for another reason needs none.
    """
    widths = [round(_least(column) * style.text_size("body") / 14) for column in columns]
    need = sum(
        width
        for number, (column, width) in enumerate(zip(columns, widths, strict=True))
        if column.gives_way or not table.isColumnHidden(number)
    )
    for number in reversed(range(len(columns))):
        if columns[number].gives_way:
            narrow = need > table.width()
            table.setColumnHidden(number, narrow)
            need -= widths[number] if narrow else 0


def _least(column: Column) -> int:
    if column.width is not None:
        return column.width
    return _STRETCH_LEAST if column.heading else 0  # without a heading it only fills


def keep_names_readable(table: QTableView, columns: Sequence[Column]) -> bool:
    """Let the table scroll sideways rather than squeeze the columns that take what is left.

    Returns:
        Whether there is such a column.
    """
    taking = [number for number, column in enumerate(columns) if column.width is None and column.heading]
    if not taking:
        return False
    across, mode = table.horizontalHeader(), QHeaderView.ResizeMode
    words = QFontMetrics(style.font("caption", "semibold"))
    headings = (words.horizontalAdvance(columns[number].heading) + 3 * _PAD for number in taking)
    least = max(style.grown(_READABLE), *headings)
    fixed = sum(
        table.columnWidth(number)
        for number, column in enumerate(columns)
        if column.width is not None and not table.isColumnHidden(number)
    )
    tight = fixed + least * len(taking) > table.viewport().width()
    for number in taking:
        wanted = mode.Fixed if tight else mode.Stretch
        if across.sectionResizeMode(number) != wanted:
            across.setSectionResizeMode(number, wanted)
        if tight:
            # Where it scrolls anyway, a name stands there whole.
            whole = min(table.sizeHintForColumn(number), table.viewport().width() * 2 // 5)
            table.setColumnWidth(number, max(least, whole))
    return True
