"""The disk is full while an operator types: it is said, nothing is lost, and what was typed stays."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.entry_drafts import sit_down
from desktop.services.office.checking import check_office
from desktop.ui.counting.entry_editor import EntryEditor
from desktop.wording import refusal_sentence
from tests.offices.commune import ANH, PINS, TYPED, meeting
from tests.offices.count_office import clock, context, office, settled_office
from tests.offices.hands import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.errors import Refusal
    from desktop.services.counting.entries import EntryView
    from desktop.services.office.workplace import Workplace
    from desktop.ui.page.page import Context

__all__ = ["clock", "context", "office", "settled_office"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")


def test_an_entry_that_the_disk_does_not_take_is_said_and_stays_typed(
    qtbot: QtBot, office: Workplace, context: Context
) -> None:
    from tests.offices.full_disk import full_disk  # noqa: PLC0415 - Windows has no such limits

    code = meeting(office)
    typed = {field: str(figure) for field, figure in TYPED.items()}
    refused: list[Refusal] = []
    context.runner.failed.connect(refused.append)
    editor = EntryEditor(context, code, sit_down(office, code, ANH, PINS[ANH]), PINS[ANH])
    editor.type({"present": typed["present"]})
    settle(qtbot, context.runner)
    made: list[EntryView] = []
    with full_disk():
        editor.type(typed)
        editor.enter(made.append)
        settle(qtbot, context.runner)
    assert refused
    assert made == []
    sentences = {refusal_sentence(each) for each in refused}
    assert all(said.startswith("Ổ đĩa hoặc USB /") and "còn nguyên" in said for said in sentences), sentences
    assert editor.typed == typed, "what was typed stands in its boxes"
    assert sit_down(office, code, ANH, PINS[ANH]).typed == {"present": 10}, "what was kept before is there"
    assert check_office(office).findings == ()
    # With room again the same press makes the entry.
    editor.enter(made.append)
    settle(qtbot, context.runner)
    assert [entry.state for entry in made] == ["counted_once"]
    view = counting_view(office, code)
    assert view is not None
    assert not editor.fits(view)
