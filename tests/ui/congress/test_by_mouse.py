"""One whole congress of a branch of seven by the mouse alone; the other hand only types values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from desktop.services.congress.views import congress_view, congresses
from desktop.ui.congress.approval_question import ApprovalQuestion
from desktop.ui.congress.bodies_question import BodiesQuestion
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.post.ballot_questions import BallotsQuestion
from desktop.ui.congress.post.list_questions import NomineeQuestion
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.table.table import Table
from tests.offices.commune import ANH, BINH, PINS
from tests.offices.register_window import Window
from tests.offices.typing import type_text
from tests.offices.waiting import pause

MOST = 90
LEFT = Qt.MouseButton.LeftButton
FIGURES = ("7", "7", "0", "7", "7", "0", "6", "1")


class Mouse:
    """Clicks, counted: a click on a thing, or a value that is typed into it."""

    def __init__(self, window: Window) -> None:
        self.window, self.actions = window, 0

    def click(self, widget: QWidget) -> None:
        self.window.qtbot.waitUntil(lambda: _within_reach(widget))
        self.actions += 1
        QTest.mouseClick(widget, LEFT)
        self.window.settle()

    def open_row(self, table: Table, row: int, column: int = 0) -> None:
        """Click twice on a cell."""
        self.actions += 1
        place = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)
        QTest.mouseDClick(table.viewport(), LEFT, pos=place)
        self.window.settle()

    def choose(self, box: QWidget, row: int) -> None:
        """Open a list of choices and click on one."""
        assert isinstance(box, QComboBox)
        self.click(box)
        view = box.view()
        self.window.qtbot.waitUntil(view.isVisible)
        pause(600)  # a list that just came up takes a second click for a part of the first
        self.actions += 1
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 0)).center())
        self.window.qtbot.waitUntil(lambda: not view.isVisible())

    def write(self, field: QLineEdit, text: str) -> None:
        self.click(field)
        self.actions += 1
        type_text(field, text)

    def fill(self, table: Table, figures: Sequence[str]) -> None:
        """Click twice on each cell that can be typed in, and type; a click elsewhere takes it."""
        model = table.model()
        cells = [
            (row, column)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
            if model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        ]
        for (row, column), figure in zip(cells, figures, strict=True):
            table.scrollTo(model.index(row, column))
            self.open_row(table, row, column)
            self.window.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
            field = QApplication.focusWidget()
            assert isinstance(field, QWidget)
            self.actions += 1
            type_text(field, figure)

    def agree(self) -> None:
        """Click on the button of the dialog that stands over the window."""
        dialog = self.window.dialog()
        assert isinstance(dialog, Question)
        self.click(dialog.yes)


def _within_reach(widget: QWidget) -> bool:
    top = widget.window()
    place = widget.mapTo(top, widget.rect().center())
    return widget.isVisible() and widget.isEnabled() and top.rect().contains(place)


@pytest.mark.xdist_group("keyboard")
def test_a_congress_by_the_mouse_alone(open_window: Callable[[Path], Window], branch_of_seven: Path) -> None:
    window = open_window(branch_of_seven)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    hand = Mouse(window)
    hand.open_row(shown.list.table, 0)
    hand.click(shown.congress.whole.next.button)
    hand.click(shown.congress.roll.here)
    hand.click(shown.congress.roll.bar.primary_button())
    hand.click(shown.congress.roll.bar.primary_button())
    bodies = window.dialog()
    assert isinstance(bodies, BodiesQuestion)
    for body in ("presidium_head", "meeting_secretary", "counting_head"):
        hand.choose(bodies.fields[body, 1].combo, 1)
    hand.agree()
    hand.click(shown.congress.roll.bar.primary_button())
    assert shown.key() == "secretary"
    _vote(hand, shown)
    hand.click(shown.congress.post.counting.bar.primary_button())
    for step in ("minutes", "reporting", "approval"):
        assert shown.key() == step
        hand.click(shown.congress.papers.bar.primary_button())
        hand.agree()
        if step != "approval":
            hand.click(shown.congress.papers.bar.primary_button())
    assert congress_view(window.workplace, line.code).next == "approve"
    hand.click(shown.congress.papers.bar.primary_button())
    approval = window.dialog()
    assert isinstance(approval, ApprovalQuestion)
    hand.write(approval.number.line, "31-QĐ/ĐU")
    hand.agree()
    (line,) = congresses(window.workplace)
    assert (line.stage, line.elected) == ("approved", (("Bí thư", "Phùn Văn Tiến"),))
    assert hand.actions <= MOST


def _vote(hand: Mouse, shown: CongressPage) -> None:
    """Put somebody up, close the list, give the ballots out and enter the count twice."""
    window, post = hand.window, shown.congress.post
    assert post.empty.button is not None
    hand.click(post.empty.button)
    nominee = window.dialog()
    assert isinstance(nominee, NomineeQuestion)
    hand.choose(nominee.member.combo, 2)
    hand.agree()
    hand.click(post.bar.primary_button())
    hand.agree()
    hand.click(post.bar.primary_button())
    ballots = window.dialog()
    assert isinstance(ballots, BallotsQuestion)
    hand.click(ballots.elsewhere)
    hand.agree()
    hand.click(post.bar.primary_button())
    assert post.is_counting()
    counting = post.counting
    for below, operator in enumerate((ANH, BINH)):
        hand.click(counting.bar.primary_button())
        who = window.dialog()
        assert isinstance(who, OperatorDialog)
        if below:
            hand.choose(who.who.box(), below)
        hand.write(who.pin.line, PINS[operator])
        hand.agree()
        hand.fill(counting.form, FIGURES)
        hand.click(counting.bar.primary_button())
    hand.click(counting.bar.primary_button())
