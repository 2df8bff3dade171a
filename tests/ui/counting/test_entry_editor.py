"""The editor of an entry by itself: what is typed is kept, and taken back, with no page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.entry_drafts import sit_down
from desktop.ui.counting.entry_editor import EntryEditor
from tests.offices.commune import ANH, PINS, TYPED, meeting
from tests.offices.count_office import clock, context, office, settled_office
from tests.offices.hands import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.counting.entries import EntryView
    from desktop.services.office.workplace import Workplace
    from desktop.ui.page.page import Context

__all__ = ["clock", "context", "office", "settled_office"]


def seated(context: Context, code: str) -> EntryEditor:
    return EntryEditor(context, code, sit_down(context.workplace, code, ANH, PINS[ANH]), PINS[ANH])


def test_what_is_typed_is_kept_for_the_operator_until_it_is_taken_back(
    qtbot: QtBot, office: Workplace, context: Context
) -> None:
    code = meeting(office)
    editor = seated(context, code)
    with qtbot.waitSignal(editor.changed):
        editor.type({"present": "10"})
    editor.type({"issued": "9o"})
    settle(qtbot, context.runner)
    assert seated(context, code).typed == {"present": "10"}, "what is no figure stays in its box"
    assert not editor.is_readable()

    editor.undo()
    editor.undo()
    settle(qtbot, context.runner)
    assert seated(context, code).typed == {}


def test_a_whole_form_becomes_the_first_entry(qtbot: QtBot, office: Workplace, context: Context) -> None:
    code = meeting(office)
    editor = seated(context, code)
    editor.type({field: str(figure) for field, figure in TYPED.items()})
    assert editor.is_whole()
    made: list[EntryView] = []
    editor.enter(made.append)
    settle(qtbot, context.runner)
    assert [entry.state for entry in made] == ["counted_once"]
    view = counting_view(office, code)
    assert view is not None
    assert not editor.fits(view), "this operator's entry is made"
