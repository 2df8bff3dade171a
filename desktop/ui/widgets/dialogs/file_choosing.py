"""Files and folders, chosen in the system's own dialog, which opens where the same was chosen last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.fitted import hand_back
from desktop.ui.widgets.dialogs.last_folders import Purpose, keep_folder, last_folder

Pattern = tuple[str, Sequence[str]]
"""A word and endings, such as ``("Bảng tính", ["*.xlsx"])``."""


def ask_open_file(
    parent: QWidget,
    purpose: Purpose,
    caption: str,
    patterns: Sequence[Pattern],
    then: Callable[[Path], None],
) -> None:
    """Ask for a file and let the program go on; ``then`` is given its path, unless the person goes back."""
    dialog = _dialog(parent, purpose, caption, patterns)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, dialog.tr("Mở"))
    _ask(dialog, purpose, then)


def ask_folder(parent: QWidget, purpose: Purpose, caption: str, then: Callable[[Path], None]) -> None:
    """Ask for a folder as ``ask_open_file`` does for a file."""
    dialog = _dialog(parent, purpose, caption, ())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, dialog.tr("Chọn"))
    _ask(dialog, purpose, then)


def ask_save_file(
    parent: QWidget, purpose: Purpose, caption: str, name: str, word: str, then: Callable[[Path], None]
) -> None:
    """Ask where a file is written; before another is replaced the dialog asks.

    Args:
        parent: the page.
        purpose: what it is.
        caption: over the dialog.
        name: offered; its ending is put behind a name that has none.
        word: for files of that ending.
        then: is given the path.
    """
    ending = Path(name).suffix
    dialog = _dialog(parent, purpose, caption, [(word, [f"*{ending}"])])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, dialog.tr("Ghi"))
    dialog.selectFile(name)
    _ask(dialog, purpose, lambda path: then(_with_ending(path, ending)))


def _with_ending(path: Path, ending: str) -> Path:
    # A system's dialog may take the name as it was typed.
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")


def _dialog(parent: QWidget, purpose: Purpose, caption: str, patterns: Sequence[Pattern]) -> QFileDialog:
    dialog = QFileDialog(parent.window(), caption, str(_begin(purpose)))
    # Words and height are for Qt's own dialog, where the system has none.
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


def _begin(purpose: Purpose) -> Path:
    """Return the last folder; where it went, as a stick does, the nearest above it; else the documents."""
    last = last_folder(purpose)
    if last is not None:
        for folder in (Path(last), *Path(last).parents):
            if folder.is_dir() and folder != folder.parent:
                return folder
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _ask(dialog: QFileDialog, purpose: Purpose, then: Callable[[Path], None]) -> None:
    def finished(result: int) -> None:
        chosen = [Path(each) for each in dialog.selectedFiles()]
        hand_back(dialog)
        _let_go(dialog)
        if result != QDialog.DialogCode.Accepted or not chosen:
            return
        is_folder = dialog.fileMode() is QFileDialog.FileMode.Directory
        keep_folder(purpose, str(chosen[0] if is_folder else chosen[0].parent))
        then(chosen[0])

    dialog.finished.connect(finished)
    dialog.open()


def _let_go(dialog: QFileDialog) -> None:
    """Delete a dialog that was closed; not before its own question, which is made inside it, is gone too."""
    asked = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    if not asked:
        dialog.deleteLater()
    for box in asked:
        box.finished.connect(lambda _: QTimer.singleShot(0, dialog.deleteLater))
        box.reject()
