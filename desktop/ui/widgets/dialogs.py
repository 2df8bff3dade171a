"""Questions that stop the work: yes or no, a reason in words, a file or a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, danger, primary, secondary
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import label


class StandingDialog(QDialog):
    """A dialog that stands over its window while the program goes on, and gives it the keyboard back."""

    def open(self) -> None:
        """Stand over its window and let the program go on; what follows hangs on ``accepted``."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window: not every desktop does so by itself."""
        super().done(result)
        _hand_back(self)


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
        self.setMaximumHeight(style.size("dialog_most"))
        said = label(sentence, "sentence", self)
        said.setWordWrap(True)
        asked = label(headline, "headline", self)
        asked.setWordWrap(True)
        self.setAccessibleDescription(sentence)
        self.body = QVBoxLayout()
        self.body.setSpacing(style.size("grid"))
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
        column.addWidget(said)
        column.addLayout(self.body)
        column.addSpacing(style.size("grid"))
        column.addLayout(foot)
        said.setVisible(bool(sentence))
        (self.no if grave else self.yes).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as wrapped words need."""
        fit_height(self)
        super().showEvent(event)

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
    """Make a dialog as tall as its wrapped words need; the first guess of a layout is often a line off."""
    layout = dialog.layout()
    wanted = layout.totalHeightForWidth(dialog.width()) if layout is not None else 0
    if wanted > 0:
        wanted = min(wanted, style.size("dialog_most"))
        dialog.setMinimumHeight(wanted)
        dialog.resize(dialog.width(), wanted)


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


def choose_open_file(
    parent: QWidget | None, caption: str, patterns: Sequence[tuple[str, Sequence[str]]], folder: str = ""
) -> str | None:
    """Let a person choose a file; patterns are a word and endings such as ``("Bảng tính", ["*.xlsx"])``."""
    return _chosen(_open_dialog(parent, caption, patterns, folder))


def ask_open_file(
    parent: QWidget | None,
    caption: str,
    patterns: Sequence[tuple[str, Sequence[str]]],
    folder: str,
    then: Callable[[str], None],
) -> None:
    """Ask for a file as ``choose_open_file`` does, and let the program go on; ``then`` is given its path."""
    _ask(_open_dialog(parent, caption, patterns, folder), then)


def choose_folder(parent: QWidget | None, caption: str, folder: str = "") -> str | None:
    """Let a person choose a folder."""
    dialog = _file_dialog(parent, caption, (), folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, dialog.tr("Chọn"))
    return _chosen(dialog)


def choose_save_file(
    parent: QWidget | None,
    caption: str,
    name: str,
    patterns: Sequence[tuple[str, Sequence[str]]] = (),
    folder: str = "",
) -> str | None:
    """Let a person choose where a file is written; ``name`` is offered. Qt asks before one is replaced."""
    return _chosen(_save_dialog(parent, caption, name, patterns, folder))


def ask_save_file(
    parent: QWidget | None,
    caption: str,
    name: str,
    patterns: Sequence[tuple[str, Sequence[str]]],
    folder: str,
    then: Callable[[str], None],
) -> None:
    """Ask as ``choose_save_file`` does, and let the program go on; ``then`` is given the path."""
    _ask(_save_dialog(parent, caption, name, patterns, folder), then)


def _open_dialog(
    parent: QWidget | None, caption: str, patterns: Sequence[tuple[str, Sequence[str]]], folder: str
) -> QFileDialog:
    dialog = _file_dialog(parent, caption, patterns, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, dialog.tr("Mở"))
    return dialog


def _save_dialog(
    parent: QWidget | None,
    caption: str,
    name: str,
    patterns: Sequence[tuple[str, Sequence[str]]],
    folder: str,
) -> QFileDialog:
    dialog = _file_dialog(parent, caption, patterns, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, dialog.tr("Ghi"))
    dialog.selectFile(name)
    return dialog


def _file_dialog(
    parent: QWidget | None, caption: str, patterns: Sequence[tuple[str, Sequence[str]]], folder: str
) -> QFileDialog:
    dialog = QFileDialog(parent, caption, folder)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setMaximumHeight(style.size("dialog_most"))
    said = QFileDialog.DialogLabel
    for which, word in (
        (said.LookIn, dialog.tr("Trong thư mục:")),
        (said.FileName, dialog.tr("Tên:")),
        (said.FileType, dialog.tr("Loại tệp:")),
        (said.Reject, dialog.tr("Thôi")),
    ):
        dialog.setLabelText(which, word)
    if patterns:
        dialog.setNameFilters([f"{word} ({' '.join(endings)})" for word, endings in patterns])
    return dialog


def _chosen(dialog: QFileDialog) -> str | None:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    _hand_back(dialog)
    return dialog.selectedFiles()[0] if accepted and dialog.selectedFiles() else None


def _ask(dialog: QFileDialog, then: Callable[[str], None]) -> None:
    def finished(result: int) -> None:
        chosen = dialog.selectedFiles()
        _hand_back(dialog)
        if result == QDialog.DialogCode.Accepted and chosen:
            then(chosen[0])

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(finished)
    dialog.open()


def _hand_back(dialog: QDialog) -> None:
    """Give the keyboard back to the window that a dialog stood over."""
    parent = dialog.parentWidget()
    if parent is not None:
        parent.window().activateWindow()
