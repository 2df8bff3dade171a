"""The new recovery code and its sheet, after the passphrase was changed in the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.office.passphrases import Renewed
from desktop.ui.first_start.recovery_step import RecoveryStep
from desktop.ui.page.runner import Runner
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.fitted import FittedDialog, fit_inside


class RecoveryDialog(FittedDialog):
    """Closes once a person says that the sheet is kept.

    Args:
        parent: the window it belongs to.
        runner: draws and prints in the background.
        renewed: the code and its sheet.
        official: a training office may go on without printing.
    """

    def __init__(self, parent: QWidget, runner: Runner, renewed: Renewed, *, official: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mã khôi phục mới"))
        self.step = RecoveryStep(runner, self)
        column = QVBoxLayout(self)
        # Room for the dialog's own line; without it the page beneath seems to go on.
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.step)
        self.fit()
        self.step.kept.connect(self.accept)
        for button in (self.step.print_button, self.step.bar.primary_button()):
            button.setAutoDefault(False)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.step.print_it)
        self.step.show_code(renewed.code, renewed.sheet, official=official)
        self.step.come()

    def fit(self) -> None:
        """Give the sheet as much room as a dialog may have."""
        fit_inside(self, style.size("dialog_width") * 2, style.size("dialog_most"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the primary thing with Ctrl+Enter, as on a page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step.primary()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Ask before a code that was not kept is gone for good."""
        if self.step.may_leave():
            super().reject()
