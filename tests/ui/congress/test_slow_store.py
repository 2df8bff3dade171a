"""A congress on a slow computer: a roll called at full speed is kept whole, and nothing is written twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.rules.attendance import Presence
from desktop.services.congress.record import congress_record
from desktop.services.congress.roll_views import roll_lines
from desktop.services.congress.views import congress_view, congresses
from desktop.ui.congress.hands_question import SubjectQuestion
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.record.question import HappenedQuestion
from tests.offices import congress_example
from tests.offices.register_window import CONTROL, Window
from tests.offices.slow import slow_down
from tests.offices.typing import type_text


@pytest.fixture(scope="module")
def planned_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-cham") / "xa"
    branch = congress_example.make_branch(folder, 7)
    congress_example.planned(branch, held_on=date(2024, 11, 24))
    branch.place.database.close()
    return folder


@pytest.fixture
def calling(open_window: Callable[[Path], Window], planned_branch: Path) -> tuple[Window, CongressPage, str]:
    window = open_window(planned_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    shown.open_with((line.code, "attending"))
    window.settle()
    return window, shown, line.code


def test_a_roll_that_is_called_at_full_speed_is_kept_whole(
    calling: tuple[Window, CongressPage, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, shown, code = calling
    slow_down(monkeypatch, window.runner)
    table = shown.congress.roll.table
    table.setFocus()
    table.select(lambda line: line.number == 1)
    for _ in range(7):
        QTest.keyClick(table, Qt.Key.Key_Return)
        QTest.keyClick(table, Qt.Key.Key_Down)
    window.settle()
    assert {line.presence for line in roll_lines(window.workplace, code)} == {Presence.PRESENT}


def test_hands_that_are_typed_at_full_speed_are_those_that_are_kept(
    calling: tuple[Window, CongressPage, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, shown, code = calling
    shown.congress.acts.all_present(code)
    window.settle()
    shown.congress.acts.report(code)
    window.settle()
    slow_down(monkeypatch, window.runner)
    shown.congress.ask("hands")
    raised = window.dialog()
    assert isinstance(raised, SubjectQuestion)
    for field, figure in ((raised.in_favour, "4"), (raised.against, "2"), (raised.abstained, "1")):
        field.line.selectAll()
        type_text(field.line, figure)
    window.press_in(raised, Qt.Key.Key_Return, CONTROL)
    (hands,) = congress_record(window.workplace, code).hands
    assert (hands.in_favour, hands.against, hands.abstained) == (4, 2, 1)


def test_what_is_agreed_to_twice_before_it_is_kept_is_written_once(
    calling: tuple[Window, CongressPage, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, shown, code = calling
    shown.congress.acts.all_present(code)
    window.settle()
    shown.congress.acts.report(code)
    window.settle()
    shown.congress.acts.write_down(congress_view(window.workplace, code))
    asked = window.dialog()
    assert isinstance(asked, HappenedQuestion)
    form = asked.choose("complaint")
    type_text(form.by.line, "Bùi Ngọc Anh")  # type: ignore[attr-defined] # of this form
    type_text(form.what.line, "Danh sách bầu")  # type: ignore[attr-defined] # of this form
    slow_down(monkeypatch, window.runner)
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: asked.closed)
    window.settle()
    assert len(congress_record(window.workplace, code).complaints) == 1
