"""A paper is saved as Word: where to, written whole or not at all, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.papers.delivery import Destination, deliver
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import tell_delivered
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file


def save_as_word(context: Context, parent: QWidget, name: str, make: Callable[[], bytes]) -> None:
    """Let a person choose a file, and write a paper into it as Word, to be changed; nothing is kept.

    Args:
        context: the open office and the runner.
        parent: the view.
        name: of the file that is offered, without its ending.
        make: makes the paper, in the background.
    """

    def save(path: Path) -> None:
        target = Destination(path=path)
        context.do(lambda _: deliver(make(), target), done=lambda _: tell_delivered(context, parent, target))

    say = QCoreApplication.translate
    ask_save_file(
        parent, "papers", say("Word", "Lưu bản Word"), f"{name}.docx", say("Word", "Tệp Word"), save
    )
