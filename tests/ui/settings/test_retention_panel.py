"""Rules of retention in the settings: set, shown with what is due, and deleted only after a question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.models.people import Household
from desktop.models.store.session import writing
from desktop.services.office.checking import check_office
from desktop.services.people.households import household_count
from desktop.services.people.record import add_household
from desktop.services.people.retention import Kept, rules, set_rule
from desktop.services.places.units import NewUnit, add_unit
from desktop.ui.settings.retention_panel import RetentionPanel
from desktop.ui.widgets.dialogs.question import Question
from tests.offices.hands import when_asked
from tests.offices.slow import slow_down
from tests.offices.start_example import press
from tests.offices.typing import type_text
from tests.ui.settings.test_settings_page import Shown


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    """Show the settings of an office whose one household left in 2020."""
    made = Shown(tmp_path / "office", qtbot)
    add_unit(made.place, NewUnit("06838-T01", "hamlet", "Thôn", "Nà Ếch", parent="06838"))
    key = add_household(made.place, "06838-T01", "Phùn Văn Tạm")
    with writing(made.place.database) as session:
        gone = session.get_one(Household, key)
        gone.starts_on, gone.ends_on = None, date(2020, 1, 1)
    made.show("retention")
    made.settle()
    yield made
    made.runner.finish()
    made.window.close()
    made.place.database.close()


def test_a_rule_shows_what_is_due_and_a_question_stands_before_the_deletion(
    shown: Shown, qtbot: QtBot
) -> None:
    panel = shown.page.panel()
    assert isinstance(panel, RetentionPanel)
    card = panel.cards[Kept.ENDED]
    assert card.chip.state.word == "giữ mãi"
    assert not card.delete.isEnabled()
    type_text(card.years.line, "5")
    press(qtbot, Qt.Key.Key_Return)
    shown.settle()
    assert card.chip.state.word == "1 đến hạn"
    asked: list[str] = []

    def answer(question: QWidget) -> None:
        assert isinstance(question, Question)
        asked.append(question.windowTitle())
        question.yes.click()

    when_asked(answer)
    card.delete.click()
    qtbot.waitUntil(lambda: card.chip.state.word == "chưa có gì đến hạn")
    assert asked == ["Xóa hẳn dữ liệu của 1 hộ đã thôi?"]
    assert household_count(shown.place, "06838-T01", ended=True) == 0


def test_a_number_that_is_no_rule_is_refused_and_the_field_shows_what_holds(
    shown: Shown, qtbot: QtBot
) -> None:
    panel = shown.page.panel()
    assert isinstance(panel, RetentionPanel)
    card = panel.cards[Kept.LISTS]
    card.years.line.setFocus()
    type_text(card.years.line, "500")
    press(qtbot, Qt.Key.Key_Return)
    shown.settle()
    assert all(rule.years is None for rule in rules(shown.place))
    assert card.years.line.text() == ""


def test_a_deletion_is_whole_though_the_window_is_closed_in_the_middle_of_it(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_rule(shown.place, Kept.ENDED, 5)
    panel = shown.page.panel()
    assert isinstance(panel, RetentionPanel)
    panel.refresh()
    shown.settle()
    slow_down(monkeypatch, shown.runner)
    panel.cards[Kept.ENDED].delete.click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    with capture_exceptions() as stumbled:
        question.yes.click()
        shown.window.close()
        shown.runner.finish()
    assert not stumbled
    assert household_count(shown.place, "06838-T01", ended=True) == 0
    assert check_office(shown.place).problems == ()
