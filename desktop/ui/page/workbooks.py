"""Choosing a workbook: from a folder, or dropped on a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop.sheets.files.formats import SUFFIXES
from desktop.ui.widgets.dialogs import ask_open_file


def ask_workbook(parent: QWidget, caption: str, then: Callable[[Path], None]) -> None:
    """Let a person choose a workbook; ``then`` is given its path."""
    patterns = [(QCoreApplication.translate("Import", "Bảng tính"), [f"*{ending}" for ending in SUFFIXES])]
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ask_open_file(parent.window(), caption, patterns, folder, lambda chosen: then(Path(chosen)))


def dropped_workbook(data: QMimeData) -> Path | None:
    """Return the one file that is dragged or dropped; None where it is none, or several."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
