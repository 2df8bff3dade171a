"""Making a count final, and opening it again with a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.counting.counts import finalise, reopen
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs.question import ask_text


class CountClosing:
    """Makes counts final and opens them again; pages learn of it by what changed.

    Args:
        context: the open office.
        parent: what its question stands over.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def finalise(self, code: str) -> None:
        """Make the count of an election final, and say what follows."""
        context = self._context
        said = QCoreApplication.translate("Count", "Đã chốt kết quả, lần lập {0}. Bước tiếp: in biên bản.")
        context.do(
            lambda _: finalise(context.workplace, code),
            done=lambda count: context.told.emit(said.format(count.revision), "done"),
        )

    def reopen(self, code: str) -> None:
        """Ask why a finalised count is opened again, and open it."""
        say = QCoreApplication.translate
        reason = ask_text(
            self._parent,
            say("Count", "Mở lại kết quả đã chốt?"),
            say(
                "Count",
                "Hai người nhập lại từ đầu. Biên bản mới in “thay thế” và lý do này; bản cũ được giữ nguyên.",
            ),
            say("Count", "Lý do mở lại"),
            say("Count", "Mở lại"),
        )
        if reason is not None:
            place = self._context.workplace
            self._context.do(lambda _: reopen(place, code, reason))
