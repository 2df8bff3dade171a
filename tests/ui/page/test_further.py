"""A further view stands over a page's own, is made when first asked for, and has the page's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.page import further
from desktop.ui.page.further import FurtherViews
from desktop.ui.page.page import Context, Session, View
from desktop.ui.page.runner import Runner
from desktop.ui.widgets.areas.views import Views
from tests.offices import commune_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HERE = f"{__name__}:Lessons"


class Lessons(View):
    """A view that notes what it is asked."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.asked: list[object] = []

    def open(self, argument: object = None) -> None:
        self.asked.append(argument)

    def refresh(self) -> None:
        self.asked.append("refresh")


@pytest.fixture
def page(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[FurtherViews, Views, QWidget, list[str]]]:
    monkeypatch.setitem(further.FURTHER, "lessons", HERE)
    desk = commune_day.open_commune(tmp_path / "office")
    parent = QWidget()
    qtbot.addWidget(parent)
    runner = Runner()
    context = Context(Session(desk.workplace, desk.keys), runner, parent)
    views, home = Views(parent), QWidget(parent)
    left: list[str] = []
    QVBoxLayout(parent).addWidget(views)
    views.addWidget(home)

    def leave() -> None:
        left.append("left")
        views.setCurrentWidget(home)

    yield FurtherViews(context, views, parent, leave), views, home, left
    runner.close()
    desk.workplace.database.close()


def test_a_further_view_is_opened_each_time_and_made_once(
    page: tuple[FurtherViews, Views, QWidget, list[str]],
) -> None:
    found, views, home, left = page
    assert found.on_show() is None
    assert found.show("lessons", "Pò Đán")
    shown = found.on_show()
    assert isinstance(shown, Lessons)
    assert (found.name_on_show(), shown.asked) == ("lessons", ["Pò Đán"])
    found.refresh()
    shown.closed.emit()
    assert (left, views.currentWidget(), found.on_show()) == (["left"], home, None)
    assert found.show("lessons")
    assert found.on_show() is shown
    assert shown.asked == ["Pò Đán", "refresh", None]


def test_a_word_that_is_no_views_leaves_the_page_as_it_is(
    page: tuple[FurtherViews, Views, QWidget, list[str]],
) -> None:
    found, views, home, _ = page
    assert not found.show("nothing")
    assert views.currentWidget() is home
