"""Thiết lập: the office, backups, passphrase, operators, keys and cards, text size."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.services.office.changes import Kind
from desktop.ui.frame.search_panel import SUBJECTS
from desktop.ui.page.page import Context, Page
from desktop.ui.settings.backup_panel import BackupPanel
from desktop.ui.settings.display_panel import DisplayPanel
from desktop.ui.settings.keys_panel import KeysPanel
from desktop.ui.settings.log_panel import LogPanel
from desktop.ui.settings.office_panel import OfficePanel
from desktop.ui.settings.operators_panel import OperatorsPanel
from desktop.ui.settings.panel import Panel
from desktop.ui.settings.passphrase_panel import PassphrasePanel
from desktop.ui.settings.printer_panel import PrinterPanel
from desktop.ui.settings.retention_panel import RetentionPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.focus import can_take_focus
from desktop.ui.widgets.labels import label


class SettingsPage(Page):
    """One subject at a time; everything is saved when a field is left."""

    kinds = frozenset({Kind.OFFICE, Kind.BACKUPS, Kind.OPERATORS, Kind.EXCHANGE, Kind.PEOPLE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.office = OfficePanel(context, self)
        self.backup = BackupPanel(context, self)
        self.passphrase = PassphrasePanel(context, self)
        self.operators = OperatorsPanel(context, self)
        self.keys = KeysPanel(context, self)
        self.display = DisplayPanel(context, self)
        self.printer = PrinterPanel(context, self)
        self.retention = RetentionPanel(context, self)
        self.log = LogPanel(context, self)
        panels: list[tuple[str, Panel]] = [
            (self.tr("Cơ quan"), self.office),
            (self.tr("Sao lưu"), self.backup),
            (self.tr("Mật khẩu"), self.passphrase),
            (self.tr("Người nhập"), self.operators),
            (self.tr("Khóa và thẻ"), self.keys),
            (self.tr("Cỡ chữ"), self.display),
            (self.tr("Máy in"), self.printer),
            (self.tr("Thời hạn giữ"), self.retention),
            (self.tr("Nhật ký"), self.log),
        ]
        if sys.platform == "win32" and getattr(sys, "frozen", False):
            # From source there is no one program that Windows could start.
            from desktop.ui.settings.computer_panel import ComputerPanel  # noqa: PLC0415

            panels.append((self.tr("Máy tính"), ComputerPanel(context, self)))
        self._panels = [panel for _, panel in panels]
        self._unread: set[Panel] = set()
        self._asked_for = False  # whether the subject on show was found by its name
        self.subjects = Segmented([word for word, _ in panels], self, wraps=True)
        self.subjects.chosen.connect(self._show)
        self._stack = QStackedWidget(self)
        for panel in self._panels:
            self._stack.addWidget(_scrolled(panel))
        self.bar = BottomBar(self)
        column = QVBoxLayout()
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top"), side, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Thiết lập"), "title", self))
        column.addWidget(self.subjects)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self.bar)
        self._name_primary()

    def panel(self) -> Panel:
        """Return the panel on show."""
        return self._panels[self.subjects.index()]

    def refresh(self) -> None:
        """Load what the panel on show tells; the others when they come."""
        self._unread = set(self._panels)
        self._read(self.panel())

    def primary(self) -> None:
        """Do the primary thing of the panel on show."""
        self.bar.press()

    def open_with(self, argument: object) -> None:
        """Show a subject: ``office``, ``backup``, ``passphrase``, ``operators``, ``keys`` and so on."""
        if argument in SUBJECTS:
            self.subjects.choose(SUBJECTS.index(str(argument)))
            self._asked_for = True

    def focus_home(self) -> QWidget | None:
        """Return the subject that is chosen, or what one that was asked for by name begins with."""
        first = self.panel().first()
        if self._asked_for and can_take_focus(first):
            return first
        return self.subjects.button(self.subjects.index())

    def help_text(self) -> str:
        """Explain the field in focus, or the panel."""
        return self.panel().help_text()

    def _show(self, at: int) -> None:
        self._asked_for = False
        self._read(self._panels[at])
        self._stack.setCurrentIndex(at)
        self._name_primary()

    def _read(self, panel: Panel) -> None:
        if panel in self._unread:
            self._unread.discard(panel)
            panel.refresh()

    def _name_primary(self) -> None:
        word = self.panel().primary_word()
        self.bar.setVisible(bool(word))
        if word:
            self.bar.set_primary(word, self.panel().primary)
        else:
            self.bar.hide_primary()


def _scrolled(panel: Panel) -> QWidget:
    area = Scrolling()
    panel.setProperty("kind", "plain")
    area.setWidget(panel)
    return area
