"""Dialogs whose fields are kept as they are left: closed when all that was typed is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from desktop.ui.page.page import Context
    from desktop.ui.widgets.fields.field import TypedField


def accept_when_kept(context: Context, dialog: QDialog, fields: Sequence[TypedField]) -> None:
    """Close a dialog as agreed to once its fields are kept; where one is refused, it takes the keyboard."""
    for field in fields:
        field.commit()

    def leave(_: object) -> None:
        # Its window may have gone before the last of what was typed was kept.
        if not isValid(dialog):
            return
        wrong = next((field for field in fields if field.problem()), None)
        if wrong is not None:
            wrong.setFocus()
        else:
            dialog.accept()

    # What is being kept may still be refused: only then it is known that nothing is lost.
    context.ask(lambda: None, leave)
