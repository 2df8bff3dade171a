"""Cells to and from the clipboard, as a spreadsheet writes them: tabs between cells, a line for each row."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView


def copy(table: QTableView) -> None:
    """Copy the selected cells of a table; the current one where none is selected."""
    chosen = sorted(table.selectedIndexes(), key=lambda index: (index.row(), index.column()))
    lines: dict[int, list[str]] = {}
    for index in chosen or [table.currentIndex()]:
        lines.setdefault(index.row(), []).append(str(index.data() or ""))
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))


def block() -> list[list[str]]:
    """Return what the clipboard holds, line by line and cell by cell; nothing where it is empty."""
    text = QGuiApplication.clipboard().text().rstrip("\r\n")
    return [line.split("\t") for line in text.splitlines()]
