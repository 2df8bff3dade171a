"""Choosing a workbook: from a folder, dropped on a page, or where a list is saved to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QWidget

from desktop.services.lists.taking import ENDINGS
from desktop.ui.page.page import Context
from desktop.ui.page.runner import Progress
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file, ask_save_file


def ask_workbook(parent: QWidget, caption: str, then: Callable[[Path], None]) -> None:
    """Let a person choose a workbook; ``then`` is given its path."""
    word = QCoreApplication.translate("Import", "Bảng tính")
    ask_open_file(parent, "lists", caption, [(word, [f"*{ending}" for ending in ENDINGS])], then)


def save_workbook(
    parent: QWidget, context: Context, caption: str, name: str, write: Callable[[Path, Progress], int]
) -> None:
    """Let a person say where a list goes, and write it there; ``write`` returns how many rows it has."""

    def save(path: Path) -> None:
        said = QCoreApplication.translate("Import", "Đã xuất {0} dòng ra {1}.")
        context.do(
            lambda progress: write(path, progress),
            done=lambda rows: context.told.emit(
                said.format(f"{rows:,}".replace(",", "."), path.name), "done"
            ),
            to=parent,
        )

    word = QCoreApplication.translate("Import", "Bảng tính")
    ask_save_file(parent, "lists", caption, name, word, save)


def _counted(rows: int) -> str:
    return f"{rows:,}".replace(",", ".")


def dropped_workbook(data: QMimeData) -> Path | None:
    """Return the one file that is dragged or dropped; None where it is none, or several."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
