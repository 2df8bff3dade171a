"""Questions that stop the work: yes or no, a reason in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Fitted
from desktop.ui.widgets.buttons import Button, danger, primary, secondary
from desktop.ui.widgets.dialogs.fitted import StandingDialog
from desktop.ui.widgets.dialogs.held_enter import hold_enter, is_held_since_page
from desktop.ui.widgets.dialogs.said_box import SaidBox
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


class Question(StandingDialog):
    """A headline, a sentence, what a subclass adds, and two buttons; Esc is no.

    Args:
        parent: the window it belongs to.
        headline: what is asked.
        sentence: what happens then.
        yes: what the button does, as a verb.
        no: the other button; None for the usual word.
        grave: the button takes something away, so Enter alone doesn't press it.
        code: of what is asked about, for the telephone; it stands apart, at the foot.
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
        code: str = "",
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
        self.yes.clicked.connect(lambda _=False: self._press())
        self.no.clicked.connect(self.reject)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(style.size("grid"))
        if code:
            foot.addWidget(label(self.tr("Mã {0}").format(code), "code", self))
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
            # Once for a key that is kept down, and the page beneath doesn't hear it.
            if not event.isAutoRepeat() and not is_held_since_page():
                hold_enter()
                self._press()
            return
        super().keyPressEvent(event)

    def _press(self) -> None:
        # What was refused before is no longer said of what is agreed to now.
        self.say("")
        self._agree()

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
