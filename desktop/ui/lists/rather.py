"""What is said where a file looks like another list than the one that is taken in, and the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.services.lists.preview import Preview
from desktop.ui.page.page import Context
from desktop.ui.page.ways import Way
from desktop.wording import words


def say_rather(context: Context, preview: Preview, go: Callable[[], None] | None) -> None:
    """Say which other list a file looks like, and offer to take it in as that.

    Args:
        context: the window's.
        preview: of the file.
        go: opens it as the other list; None where that is another page's.
    """
    tr = QCoreApplication.translate
    said = tr("Rather", "Tiêu đề trong {0} là của “{1}”, nhập ở trang {2}. {3}").format(
        preview.source.name,
        words(f"list.{preview.rather}.title"),
        words(f"list.{preview.rather}.page"),
        tr("Rather", "Nếu không nhầm tệp, chọn cột nào ghi tên.")
        if preview.is_unnamed
        else tr("Rather", "Nếu không nhầm tệp thì cứ xem tiếp."),
    )
    if go is None:
        context.told.emit(said, "attention")
    else:
        context.offered.emit(said, "attention", Way(tr("Rather", "Nhập ở đó"), go))
