"""The place "Gửi cấp trên": every package, what waits and since when, and what travels next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.office.changes import Kind
from desktop.ui.exchange.sending_step import about_packages
from desktop.ui.exchange.sending_view import SendingView
from desktop.ui.page.page import Context, Page
from desktop.ui.widgets import style
from desktop.ui.widgets.focus import can_take_focus
from desktop.ui.widgets.labels import label


class SendingPage(Page):
    """The page of the place ``sending``.

    Args:
        context: the open office and its keys.
        parent: the frame.
    """

    kinds = frozenset(
        {Kind.COUNTING, Kind.RESULTS, Kind.PAPERS, Kind.ELECTIONS, Kind.ROLLS, Kind.EXCHANGE, Kind.OFFICE}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(self.tr("Gửi cấp trên"))
        self.view = SendingView(context, self)
        side = style.size("page_side")
        head = QVBoxLayout()
        head.setContentsMargins(side, style.size("page_top") - 2, side, style.size("page_top") - 4)
        head.setSpacing(0)
        head.addWidget(label(self.tr("Gửi cấp trên"), "title", self))
        head.addWidget(
            label(
                self.tr("Gói chỉ được coi là đã gửi khi biên nhận của cơ quan nhận quay về máy này."),
                "caption",
                self,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def open_with(self, argument: object) -> None:
        """Show the packages of an election's campaign, by its code, or open a file from outside."""
        if isinstance(argument, str):
            self.view.load(argument)
        elif isinstance(argument, Path):
            self.view.open_file(argument)

    def refresh(self) -> None:
        """Read the outbox."""
        self.view.load()

    def primary(self) -> None:
        """Seal, save or read a receipt: what the button says."""
        self.view.primary()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what wants a person."""
        self.view.next_problem(step)

    def focus_home(self) -> QWidget | None:
        """Return the list of packages, or while it is empty the primary button where it can be pressed."""
        wanted = (self.view.table, self.view.bar.primary_button())
        return next((each for each in wanted if can_take_focus(each)), super().focus_home())

    def help_text(self) -> str:
        """Say what a package is."""
        return about_packages(self)
