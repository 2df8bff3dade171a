"""A block of cells that is pasted over a list."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication


def pasted_rows(event: QKeyEvent) -> list[list[str]] | None:
    """Return the cells that a key pastes; None for another key, or where nothing was copied."""
    text = QApplication.clipboard().text().rstrip("\r\n")
    if not text.strip() or not event.matches(QKeySequence.StandardKey.Paste):
        return None
    return [line.split("\t") for line in text.splitlines()]
