"""Choosing a workbook: from a folder, or dropped on a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.dialogs import choose_open_file

_ENDINGS = (".xlsx", ".csv")


def choose_workbook(parent: QWidget, caption: str) -> Path | None:
    """Let a person choose a workbook; None where they go back."""
    patterns = [(QCoreApplication.translate("Import", "Bảng tính"), [f"*{ending}" for ending in _ENDINGS])]
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = choose_open_file(parent, caption, patterns, folder)
    return Path(chosen) if chosen else None


def dropped_workbook(data: QMimeData) -> Path | None:
    """Return the one file that is dragged or dropped; None where it is none, or several."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
