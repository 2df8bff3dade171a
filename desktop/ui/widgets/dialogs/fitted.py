"""Dialogs as tall as their words need, inside their window, which get the keyboard and give it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.said_box import SaidBox
from desktop.ui.widgets.focus import tab_as_read


class FittedDialog(QDialog):
    """A dialog as tall as its words need, as far as it and its window may be; what is left scrolls in it.

    Attributes:
        message: where it says what was refused; None where it has no such place.
    """

    message: SaidBox | None = None

    def fit(self) -> None:
        """Take the size that fits; a subclass of a set size says which."""
        fit_height(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as wrapped words need, stay inside the window, and let Tab go as one reads."""
        self.fit()
        tab_as_read(self)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().installEventFilter(self)
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window: not every desktop does so by itself."""
        super().done(result)
        hand_back(self)

    def event(self, event: QEvent) -> bool:
        """Fit anew when something in it comes or goes."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the window becomes smaller or larger."""
        if event.type() == QEvent.Type.Resize and watched is not self and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)


class StandingDialog(FittedDialog):
    """A dialog that stands over its window while the program goes on.

    Attributes:
        closed: an answer that is still on its way finds nobody to tell.
    """

    closed = False

    def open(self) -> None:
        """Stand over its window and let the program go on; what follows hangs on ``accepted``.

        An answer may come late: where the window was closed, or the same stands there already, nothing opens.
        """
        if self._is_late():
            self.closed = True
            self.deleteLater()
            return
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def exec(self) -> int:
        """Stop the program until it is answered; where it would come late the answer is no."""
        if self._is_late():
            self.closed = True
            return QDialog.DialogCode.Rejected
        return super().exec()

    def _is_late(self) -> bool:
        parent, top = self.parentWidget(), QApplication.activeModalWidget()
        if parent is None:
            return False
        window = parent.window()
        shown_before = window.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if shown_before and window.isHidden() and not isinstance(window, QDialog):
            return True
        return (
            isinstance(top, StandingDialog)
            and top is not self
            and top.parentWidget() is parent
            and (type(top), top.windowTitle()) == (type(self), self.windowTitle())
        )

    def done(self, result: int) -> None:
        """Close; what comes from now on is not for it."""
        self.closed = True
        super().done(result)


def fit_height(dialog: QDialog) -> None:
    """Make a dialog as tall as its words need, as far as it and its window may be.

    The first guess of a layout is often a line off where words wrap.
    """
    layout, parent = dialog.layout(), dialog.parentWidget()
    if layout is None:
        return
    # Asked for by name: whoever looks through all children may come upon one that is just being destroyed.
    said = dialog.message if isinstance(dialog, FittedDialog) else None
    most = style.size("dialog_rest" if said is None or said.isHidden() else "dialog_most")
    if parent is not None and parent.window().isVisible():
        room = _window_under(parent).size()
        most = min(most, room.height())
        if dialog.width() > room.width():
            dialog.setFixedWidth(room.width())
    layout.invalidate()
    layout.activate()  # what scrolls learns its width, which its height follows from
    wanted = layout.totalHeightForWidth(dialog.width())
    wanted = (
        max(wanted, layout.totalMinimumSize().height()) if wanted > 0 else layout.totalSizeHint().height()
    )
    if wanted > 0 and min(wanted, most) != dialog.height():
        dialog.setFixedHeight(min(wanted, most))


def fit_inside(dialog: QDialog, wide: int, high: int) -> None:
    """Give a dialog a size, or that of its window where it is smaller."""
    parent = dialog.parentWidget()
    room = _window_under(parent).size() if parent is not None else QSize(wide, high)
    dialog.setFixedSize(min(wide, room.width()), min(high, room.height()))


def hand_back(dialog: QDialog) -> None:
    """Give the keyboard back to the window that a dialog stood over."""
    parent = dialog.parentWidget()
    if parent is not None:
        parent.window().activateWindow()


def _window_under(part: QWidget) -> QWidget:
    """Return the window of the program under a part, through dialogs that stand over each other."""
    window = part.window()
    under = window.parentWidget()
    while isinstance(window, QDialog) and under is not None:
        window = under.window()
        under = window.parentWidget()
    return window
