"""Closing a count and opening it again, over any widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services.counting.counting_views import counting_view
from desktop.ui.counting.count_closing import CountClosing
from desktop.ui.widgets.dialogs.question import TextQuestion
from tests.offices.commune import agreed
from tests.offices.count_office import clock, context, office, settled_office
from tests.offices.hands import agree, settle, when_asked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.counting.counting_views import CountingView
    from desktop.services.office.workplace import Workplace
    from desktop.ui.page.page import Context

__all__ = ["clock", "context", "office", "settled_office"]


def count(office: Workplace, code: str) -> CountingView:
    view = counting_view(office, code)
    assert view is not None
    return view


def with_reason(dialog: QWidget) -> None:
    assert isinstance(dialog, TextQuestion)
    dialog.field.set_value("Đọc nhầm một dòng")
    agree(dialog)


def leave(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_count_is_made_final_and_opened_again_with_a_reason_alone(
    qtbot: QtBot, office: Workplace, context: Context
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    code = agreed(office)
    closing = CountClosing(context, parent)
    told: list[str] = []
    context.told.connect(lambda words, _: told.append(words))
    closing.finalise(code)
    settle(qtbot, context.runner)
    assert told == ["Đã chốt kết quả, lần lập 1. Bước tiếp: in biên bản."]
    assert count(office, code).state == "finalised"

    when_asked(leave)
    closing.reopen(code)
    settle(qtbot, context.runner)
    assert count(office, code).state == "finalised", "who goes back changes nothing"

    when_asked(with_reason)
    closing.reopen(code)
    settle(qtbot, context.runner)
    assert count(office, code).state == "meeting"
    assert count(office, code).reopened_because == "Đọc nhầm một dòng"
