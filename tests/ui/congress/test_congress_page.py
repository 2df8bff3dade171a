"""Đại hội chi bộ with the keyboard: planned, the roll called, the report read and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.models.party import StandingKind
from desktop.rules.attendance import Presence
from desktop.services.congress.roll_views import roll_lines
from desktop.services.congress.views import congress_view, congresses
from desktop.ui.congress.absence_question import AbsenceQuestion
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.plan_question import CongressQuestion
from tests.offices import congress_example
from tests.offices.congress_example import AWAY, EXEMPT
from tests.offices.register_window import CONTROL, Window
from tests.offices.typing import type_text


@pytest.fixture(scope="module")
def settled_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi") / "xa"
    standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
    branch = congress_example.make_branch(folder, 11, standings)
    congress_example.planned(branch, held_on=date(2024, 11, 24))
    branch.place.database.close()
    return folder


@pytest.fixture
def page(open_window: Callable[[Path], Window], settled_branch: Path) -> tuple[Window, CongressPage, str]:
    window = open_window(settled_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    return window, shown, line.code


def test_the_roll_is_called_and_the_report_read(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page
    window.press(Qt.Key.Key_Return)
    assert shown.whole.branch.text() == "Chi bộ thôn Nà Ếch"
    assert shown.whole.bar.primary_button().text() == "Danh sách, điểm danh"
    shown.primary()
    window.settle()
    shown.roll.table.select(lambda line: line.name == AWAY)
    shown.roll.away.click()
    window.settle()
    shown.roll.table.select(lambda line: line.name == EXEMPT)
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    shown.roll.here.click()
    window.settle()
    shown.primary()
    window.settle()
    view = congress_view(window.workplace, code)
    assert view.reported_at is not None
    assert (view.stairs.convened, view.stairs.base, view.stairs.voting) == (11, 9, 9)
    shown.primary()
    window.settle()
    assert congress_view(window.workplace, code).reported_at is None
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_Escape)
    assert shown.list.table.hasFocus()


def test_who_is_away_for_a_reason_is_asked_why_and_who_accepted_it(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = page
    window.press(Qt.Key.Key_Return)
    shown.primary()
    window.settle()
    shown.roll.table.select(lambda line: line.name == "Giàng A Chớ")

    shown.roll.excused.click()
    dialog = window.dialog()
    assert isinstance(dialog, AbsenceQuestion)
    type_text(dialog.reason.line, "nằm viện")
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    line = next(each for each in roll_lines(window.workplace, code) if each.name == "Giàng A Chớ")
    assert (line.presence, line.reason, line.accepted_by) == (Presence.EXCUSED, "nằm viện", "Chi ủy")


def test_a_congress_is_planned_from_the_list(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page

    shown.plan()
    dialog = window.dialog()
    assert isinstance(dialog, CongressQuestion)
    for field, typed in ((dialog.held_on, "05/01/2025"), (dialog.until, "05/07/2027")):
        field.setFocus()
        type_text(field.line, typed)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    assert {line.code for line in congresses(window.workplace)} > {code}
