"""The sending step: the packages of the election's campaign."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.exchange.sending_view import SendingView
from desktop.ui.page.page import Context
from desktop.ui.page.step import Step


class SendingStep(Step):
    """The same view as the place "Gửi cấp trên", for the campaign of the election.

    Args:
        context: the open office and its keys.
        parent: the election page.
    """

    key = "sending"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view = SendingView(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def load(self, code: str) -> None:
        """Read the outbox."""
        super().load(code)
        self.view.load(code)

    def first_field(self) -> QWidget | None:
        """Return the table of packages."""
        return self.view.table

    def primary(self) -> None:
        """Seal, save or read a receipt: what the button says."""
        self.view.primary()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what wants a person."""
        self.view.next_problem(step)

    def help_text(self) -> str:
        """Say what a package is."""
        return about_packages(self)


def about_packages(widget: QWidget) -> str:
    """Say what a package carries and when it has arrived."""
    return widget.tr(
        "Mỗi gói mang toàn bộ kết quả đã chốt, biên bản và quyết định của đợt, nên gói sau thay được gói "
        "trước bị mất. Gói được ký và khóa; chỉ cơ quan nhận mở được. Gói chỉ được coi là đã gửi khi biên "
        "nhận quay về máy này. Mã đọc dùng để đối chiếu qua điện thoại."
    )
