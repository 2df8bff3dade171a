"""Somebody types a text of a congress on a slow computer: it stands as it was typed, and so it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from desktop.services.congress.preparing import TextKind, texts, write_text
from desktop.services.congress.views import congresses
from desktop.ui.congress.page import CongressPage
from tests.offices import congress_example
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
    shown.texts.table.select(lambda kind: kind is TextKind.TASKS)
    shown.texts.editor.setFocus()
    return window, shown, line.code


def strike(shown: CongressPage, text: str) -> None:
    for letter in text:
        QTest.keyClicks(shown.texts.editor, letter)
        pause(4)


def test_what_is_typed_while_it_is_being_kept_is_kept_too_and_the_cursor_stays(
    writing: tuple[Window, CongressPage, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, shown, code = writing
    slow_down(monkeypatch, window.runner)
    strike(shown, "Moi ho ")
    shown.texts.keep()
    strike(shown, "mot viec")
    shown.texts.keep()
    strike(shown, " moi nam.")
    window.settle()
    strike(shown, " Het")
    assert shown.texts.editor.toPlainText() == "Moi ho mot viec moi nam. Het"
    shown.texts.keep()
    window.settle()
    assert texts(window.workplace, code) == {TextKind.TASKS: "Moi ho mot viec moi nam. Het"}


def test_a_text_that_was_changed_elsewhere_is_not_written_over_in_silence(
    writing: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = writing
    strike(shown, "o day")
    write_text(window.workplace, code, TextKind.TASKS, "cho khac")
    shown.texts.keep()
    window.settle()
    assert texts(window.workplace, code) == {TextKind.TASKS: "cho khac"}
    assert "vừa được sửa ở chỗ khác" in window.told()
    assert shown.texts.editor.toPlainText() == "o day"
    shown.texts.keep()
    window.settle()
    assert texts(window.workplace, code) == {TextKind.TASKS: "o day"}
