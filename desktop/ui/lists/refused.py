"""The rows of a list that were refused, saved as a file to be mended and brought in again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.lists.preview import Preview
from desktop.services.lists.refused_rows import write_refused
from desktop.ui.page.page import Context
from desktop.ui.page.ways import tell_saved
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file


def save_refused(context: Context, parent: QWidget, preview: Preview) -> None:
    """Ask where the refused rows go, and write them there."""
    say = QCoreApplication.translate

    def write(path: Path) -> None:
        said = say("Refused", "Đã lưu các dòng bị từ chối vào {0}. Hãy sửa rồi nhập tệp đó.")
        context.ask(
            lambda: write_refused(context.workplace, preview, path),
            lambda _: tell_saved(context, said.format(path.name), path),
            to=parent,
        )

    ask_save_file(
        parent,
        "refused",
        say("Refused", "Lưu các dòng bị từ chối"),
        f"{Path(preview.source.name).stem}-tu-choi.xlsx",
        say("Refused", "Bảng tính"),
        write,
    )
