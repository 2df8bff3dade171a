"""Whether what a window says is free of codes: they stand apart, for the telephone, never in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop.ui.widgets.findings import Findings
from desktop.ui.widgets.table.columns import CELL
from desktop.wording import known_codes

_OF_A_RULE = re.compile(r"\b[EWN]\d{3}\b")
_OF_A_REFUSAL = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
# Of a commune's hamlets and branches, of what they hold, and of a vote of it: they have names.
_OF_A_VOTE = re.compile(r"\b\d{5}-[BT]\d+-\d{8}[\w.-]*")


def codes_said(window: QWidget) -> list[str]:
    """Return every code in the words of a window and the dialogs over it, with the sentence that it is in.

    Left out are labels and columns that hold nothing but a code.
    """
    tops = [window, *(top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog))]
    return [
        f"{code} in {text!r}"
        for top in tops
        if top.isVisible()
        for part in [top, *top.findChildren(QWidget)]
        if part.isVisible()
        for text in _words_of(part)
        for code in codes_in(text)
    ]


def codes_in(text: str) -> list[str]:
    """Return the codes in a text that says more than a code."""
    found = [*_OF_A_RULE.findall(text), *_OF_A_VOTE.findall(text)]
    found += [word for word in _OF_A_REFUSAL.findall(text) if word in known_codes()]
    return [code for code in found if code != text.strip()]


def _words_of(part: QWidget) -> Iterator[str]:
    yield part.toolTip()
    yield part.accessibleDescription()
    if isinstance(part, QDialog):
        yield part.windowTitle()
    if (isinstance(part, QLabel) and part.property("part") != "code") or isinstance(part, QAbstractButton):
        yield part.text()
    elif isinstance(part, QLineEdit):
        yield part.placeholderText()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(number) for number in range(part.count()))
    elif isinstance(part, Findings):
        for finding in part.findings():
            yield finding.headline
            yield finding.sentence
    elif isinstance(part, QTableView):
        yield from _cells_of(part)


def _cells_of(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            cell = model.index(row, column).data(CELL)
            if cell is not None:
                yield cell.text
                yield cell.sub
                if cell.state is not None:
                    yield cell.state.word
