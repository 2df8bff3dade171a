"""Tab goes as one reads, and whoever looks where things lie keeps nothing of Qt's that Qt itself lets go."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayoutItem, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desktop.ui.widgets.focus import tab_as_read


def form(qtbot: QtBot) -> tuple[QWidget, list[QLineEdit]]:
    """Return a form and its six fields as one reads them; they are made in another order."""
    whole = QWidget()
    qtbot.addWidget(whole)
    fields = [QLineEdit(whole) for _ in range(6)]
    read = [fields[place] for place in (3, 0, 5, 1, 4, 2)]
    column, row, grid = QVBoxLayout(whole), QHBoxLayout(), QGridLayout()
    column.addWidget(read[0])
    column.addLayout(row)
    column.addStretch(1)
    column.addLayout(grid)
    row.addWidget(read[1])
    row.addSpacing(8)
    row.addWidget(read[2])
    grid.addWidget(read[5], 1, 1)
    grid.addWidget(read[4], 1, 0)
    grid.addWidget(read[3], 0, 1)
    return whole, read


def test_tab_goes_through_rows_and_grids_as_one_reads(qtbot: QtBot) -> None:
    whole, read = form(qtbot)
    tab_as_read(whole)
    walked, here = [], read[0]
    for _ in read:
        walked.append(here)
        here = here.nextInFocusChain()
        while not isinstance(here, QLineEdit):
            here = here.nextInFocusChain()
    assert walked == read


def test_nothing_is_kept_of_what_qt_lets_go(qtbot: QtBot) -> None:
    whole, _ = form(qtbot)
    before = kept()
    tab_as_read(whole)
    assert kept() == before


def kept() -> int:
    """Count the items of layouts that are known to Python."""
    return sum(isinstance(one, QLayoutItem) for one in Shiboken.getAllValidWrappers())
