"""A dialog that is closed before its answer comes: nothing breaks, and what was refused is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.errors import RequestRefused
from desktop.services.office.operators import register_operator
from desktop.ui.widgets.dialogs.fitted import StandingDialog
from desktop.ui.widgets.dialogs.question import Question
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import settle
from tests.offices.slow import slow_down
from tests.offices.waiting import pause
from tests.ui.screens.dialog_screens import dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.errors import Refusal
    from desktop.ui.frame.frame import Frame
    from desktop.ui.page.page import Context
    from desktop.ui.page.runner import Progress

__all__ = ["frame", "office"]


def refuse(_: Progress | None = None) -> None:
    message = "storage.busy"
    raise RequestRefused(message, where="sổ")


class Asking(Question):
    """Asks for something that is refused, and hears of it by a method or by a function."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, "Ghi?", "Ghi vào sổ.", "Ghi")
        self.heard: list[object] = []
        self._context = context

    def by_method(self) -> None:
        self._context.do(refuse, done=self._hear, failed=self._hear)
        self._context.ask(lambda: 1, self._hear)

    def by_function(self) -> None:
        hear = self.heard.append
        self._context.do(refuse, done=lambda _: hear(1), failed=hear, to=self)
        self._context.ask(lambda: 1, hear, to=self)

    def _hear(self, answer: object) -> None:
        self.heard.append(answer)


@pytest.mark.parametrize("way", [Asking.by_method, Asking.by_function])
def test_who_closed_a_dialog_hears_from_the_window_what_was_refused(
    qtbot: QtBot, frame: Frame, way: Callable[[Asking], None]
) -> None:
    context = frame.context
    assert context is not None
    told: list[Refusal] = []
    context.runner.failed.connect(told.append)
    dialog = Asking(context, frame)
    dialog.open()
    way(dialog)
    settle(qtbot, context.runner)
    assert (len(dialog.heard), told) == (2, [])
    way(dialog)
    heard = dialog.heard
    dialog.reject()
    settle(qtbot, context.runner)
    assert len(heard) == 2
    assert [refusal.code for refusal in told] == ["storage.busy"]


def test_every_dialog_may_be_closed_while_the_store_is_slow(
    qtbot: QtBot, frame: Frame, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.print_ballots(office)
    register_operator(office.workplace, "Tằng Văn Bình", "1357")
    context = frame.context
    assert context is not None
    slow_down(monkeypatch, context.runner)
    for made in dialogs(office).values():
        for in_a_hurry in (True, False):
            dialog = made(frame, context)
            dialog.open()
            if not in_a_hurry:
                settle(qtbot, context.runner)
            for line in dialog.findChildren(QLineEdit):
                line.setText(line.text() or "1")
            if isinstance(dialog, Question):
                dialog.yes.click()
            dialog.close()
            assert not isinstance(dialog, StandingDialog) or dialog.closed
            pause(1)  # it is gone before its answer comes
        settle(qtbot, context.runner)
