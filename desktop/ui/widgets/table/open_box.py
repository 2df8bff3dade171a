"""What is being typed in a cell, while the rows around it come anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QTableView


def open_box(table: QTableView) -> QLineEdit | None:
    """Return the box that stands open in a table; None where nothing is typed."""
    box = table.indexWidget(table.currentIndex())
    return box if isinstance(box, QLineEdit) and box.isVisible() else None


class Typing:
    """What stands in a box, to go on with in another."""

    def __init__(self, box: QLineEdit) -> None:
        self._text, self._cursor, self._whole = box.text(), box.cursorPosition(), box.hasSelectedText()

    def go_on_in(self, box: QLineEdit) -> None:
        """Put it into another box, with what was selected or where the cursor was."""
        box.setText(self._text)
        if self._whole:
            box.selectAll()
        else:
            box.setCursorPosition(self._cursor)
