"""Somebody types at a congress on a slow computer: texts and figures stand as typed, and are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.congress.preparing import TextKind, texts, write_text
from desktop.services.congress.views import congresses
from desktop.services.counting import entry_drafts
from desktop.ui.congress.page import CongressPage
from tests.offices import congress_example
from tests.offices.commune import ANH, PINS
from tests.offices.register_window import Window
from tests.offices.slow import slow_down
from tests.offices.waiting import pause


@pytest.fixture(scope="module")
def planned_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-go") / "xa"
    branch = congress_example.make_branch(folder, 7)
    congress_example.planned(branch, held_on=date(2024, 11, 24))
    branch.place.database.close()
    return folder


@pytest.fixture
def writing(open_window: Callable[[Path], Window], planned_branch: Path) -> tuple[Window, CongressPage, str]:
    window = open_window(planned_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    shown.open_with((line.code, "preparing"))
    window.settle()
    shown.congress.texts.table.select(lambda kind: kind is TextKind.TASKS)
    shown.congress.texts.editor.setFocus()
    return window, shown, line.code


def strike(shown: CongressPage, text: str) -> None:
    for letter in text:
        QTest.keyClicks(shown.congress.texts.editor, letter)
        pause(4)


def test_what_is_typed_while_it_is_being_kept_is_kept_too_and_the_cursor_stays(
    writing: tuple[Window, CongressPage, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, shown, code = writing
    slow_down(monkeypatch, window.runner)
    strike(shown, "Moi ho ")
    shown.congress.texts.keep()
    strike(shown, "mot viec")
    shown.congress.texts.keep()
    strike(shown, " moi nam.")
    window.settle()
    strike(shown, " Het")
    assert shown.congress.texts.editor.toPlainText() == "Moi ho mot viec moi nam. Het"
    shown.congress.texts.keep()
    window.settle()
    assert texts(window.workplace, code) == {TextKind.TASKS: "Moi ho mot viec moi nam. Het"}


def test_a_text_that_was_changed_elsewhere_is_not_written_over_in_silence(
    writing: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = writing
    strike(shown, "o day")
    write_text(window.workplace, code, TextKind.TASKS, "cho khac")
    shown.congress.texts.keep()
    window.settle()
    assert texts(window.workplace, code) == {TextKind.TASKS: "cho khac"}
    assert "vừa được sửa ở chỗ khác" in window.told()
    assert shown.congress.texts.editor.toPlainText() == "o day"
    shown.congress.texts.keep()
    window.settle()
    assert texts(window.workplace, code) == {TextKind.TASKS: "o day"}


def test_a_count_typed_without_a_pause_is_found_again_by_its_operator(
    open_window: Callable[[Path], Window], counting_branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(counting_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    shown.open_with((line.code, "committee"))
    window.settle()
    slow_down(monkeypatch, window.runner)
    counting, vote = shown.congress.post.counting, f"{line.code}.1"
    entry = entry_drafts.sit_down(window.workplace, vote, ANH, PINS[ANH])
    counting._sit(entry, PINS[ANH], alone=False)  # as the dialog for name and PIN does
    figures = [str(11 * number) for number in range(1, len(entry.fields) + 1)]
    for figure in figures:
        for key in (*figure, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget(), key)
            pause(4)
    window.settle()
    kept = entry_drafts.sit_down(window.workplace, vote, ANH, PINS[ANH]).typed
    assert [kept[field] for field in entry.fields] == [int(figure) for figure in figures]
