"""The way on from a message: the word of its button and what that does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from desktop.ui.page.page import Context


@dataclass(frozen=True, slots=True)
class Way:
    """A button at the end of a message; the message goes once it was pressed."""

    word: str
    does: Callable[[], object]


def tell_saved(context: Context, sentence: str, path: Path, *, whole: bool = True) -> None:
    """Say that a file was written, and offer to open it, or with ``whole`` off the folder that it lies in."""
    say = QCoreApplication.translate
    word = say("Way", "Mở tệp") if whole else say("Way", "Mở thư mục")
    shown = path if whole else path.parent
    context.offered.emit(sentence, "done", Way(word, lambda: _open(context, shown)))


def _open(context: Context, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        said = QCoreApplication.translate("Way", "Máy này không có chương trình mở {0}. Tệp còn nguyên ở đó.")
        context.told.emit(said.format(path), "attention")
