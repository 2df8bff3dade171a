"""Questions that stop the work: yes or no, a reason in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, danger, primary, secondary
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.said_box import SaidBox
from desktop.ui.widgets.scrolling import Fitted


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
        """Be as tall as wrapped words need, and stay inside the window."""
        self.fit()
        parent = self.parentWidget()
        if parent is not None:
            parent.window().installEventFilter(self)
        super().showEvent(event)

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
    """A dialog that stands over its window while the program goes on, and gives it the keyboard back."""

    def open(self) -> None:
        """Stand over its window and let the program go on; what follows hangs on ``accepted``."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window: not every desktop does so by itself."""
        super().done(result)
        hand_back(self)


class Question(StandingDialog):
    """A headline, a sentence, what a subclass adds, and two buttons; Esc is no.

    Args:
        parent: the window it belongs to.
        headline: what is asked.
        sentence: what happens then.
        yes: what the button does, as a verb.
        no: the other button; None for the usual word.
        grave: the button takes something away, so Enter alone doesn't press it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        headline: str,
        sentence: str,
        yes: str,
        no: str | None = None,
        *,
        grave: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(headline)
        self.setFixedWidth(style.size("dialog_width"))
        said = label(sentence, "sentence", self)
        said.setWordWrap(True)
        asked = label(headline, "headline", self)
        asked.setWordWrap(True)
        self.setAccessibleDescription(sentence)
        # What is asked scrolls where it is too long; headline, message and buttons keep their places.
        self._area = Fitted(self)
        self._area.column.addWidget(said)
        self.body = QVBoxLayout()
        self.body.setSpacing(style.size("grid"))
        self._area.column.addLayout(self.body)
        self.message: SaidBox = SaidBox(self)
        self.yes: Button = danger(yes, self) if grave else primary(yes, self)
        self.no: Button = secondary(no or self.tr("Quay lại"), None, self)
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.reject)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(style.size("grid"))
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        side = style.size("page_side")
        column = QVBoxLayout(self)
        column.setContentsMargins(side, style.size("page_top") + 4, side, style.size("page_top") + 4)
        column.setSpacing(style.size("grid"))
        column.addWidget(asked)
        column.addWidget(self._area)
        column.addWidget(self.message)
        column.addSpacing(style.size("grid"))
        column.addLayout(foot)
        said.setVisible(bool(sentence))
        (self.no if grave else self.yes).setFocus()

    def say(self, sentence: str, kind: str = "wrong", code: str = "") -> None:
        """Say above the buttons what was refused; the dialog grows by it. Empty takes it away."""
        self.message.say(sentence, kind, code)
        if self.isVisible():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Agree with Ctrl+Enter, as on a page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._agree()
            return
        super().keyPressEvent(event)

    def _agree(self) -> None:
        self.accept()


class TextQuestion(Question):
    """A question that is answered in words; without words it isn't answered, unless it may be."""

    def __init__(
        self,
        parent: QWidget | None,
        headline: str,
        sentence: str,
        words: str,
        yes: str,
        *,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(parent, headline, sentence, yes)
        self._may_be_empty = may_be_empty
        self.field = TextField(words, self)
        self.body.addWidget(self.field)
        self.field.setFocus()

    def _agree(self) -> None:
        if not self.field.value() and not self._may_be_empty:
            self.field.set_problem(self.tr("Ô này cần có chữ: nội dung được in hoặc ghi vào nhật ký."))
            self.field.setFocus()
            return
        self.accept()


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


def ask(
    parent: QWidget | None,
    headline: str,
    sentence: str,
    yes: str,
    no: str | None = None,
    *,
    danger: bool = False,
) -> bool:
    """Ask for a yes or no; Esc and closing are no."""
    return Question(parent, headline, sentence, yes, no, grave=danger).exec() == QDialog.DialogCode.Accepted


def ask_text(parent: QWidget | None, headline: str, sentence: str, words: str, yes: str) -> str | None:
    """Ask for words, such as a reason; None where the person goes back."""
    question = TextQuestion(parent, headline, sentence, words, yes)
    if question.exec() == QDialog.DialogCode.Accepted:
        return str(question.field.value())
    return None


def hand_back(dialog: QDialog) -> None:
    """Give the keyboard back to the window that a dialog stood over."""
    parent = dialog.parentWidget()
    if parent is not None:
        parent.window().activateWindow()


def fit_inside(dialog: QDialog, wide: int, high: int) -> None:
    """Give a dialog a size, or that of its window where it is smaller."""
    parent = dialog.parentWidget()
    room = _window_under(parent).size() if parent is not None else QSize(wide, high)
    dialog.setFixedSize(min(wide, room.width()), min(high, room.height()))


def _window_under(part: QWidget) -> QWidget:
    """Return the window of the program under a part, through dialogs that stand over each other."""
    window = part.window()
    under = window.parentWidget()
    while isinstance(window, QDialog) and under is not None:
        window = under.window()
        under = window.parentWidget()
    return window
