"""A step of a congress keeps its bar in the window, also while nobody is put up and where text is large."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from desktop.services.congress.views import congresses
from desktop.ui.app import dress, make_application
from desktop.ui.congress.page import CongressPage
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from tests.offices import congress_example
from tests.offices.register_window import Window

STEPS = ("preparing", "convening", "attending", "committee", "secretary", "minutes", "papers")


@pytest.fixture(scope="module")
def branch_of_nine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-9") / "xa"
    branch = congress_example.make_branch(folder, 9)
    congress_example.planned(branch)
    branch.place.database.close()
    return folder


@pytest.fixture(params=[style.USUAL_TEXT, 12.0, 13.0])
def points(request: pytest.FixtureRequest) -> Iterator[float]:
    style.set_text_points(request.param)
    dress(make_application())
    yield request.param
    style.set_text_points(style.USUAL_TEXT)
    dress(make_application())


@pytest.mark.usefixtures("points")
def test_the_bar_of_each_step_is_in_the_window(
    open_window: Callable[[Path], Window], branch_of_nine: Path
) -> None:
    window = open_window(branch_of_nine)
    window.frame.setGeometry(0, 0, 1366, 700)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    shown.open_with(congresses(window.workplace)[0].code)
    window.settle()
    seen = {}
    for step in STEPS:
        shown.congress.open_step(step)
        window.settle()
        (bar,) = (each for each in shown.findChildren(BottomBar) if each.isVisible())
        seen[step] = bar.mapTo(window.frame, QPoint(0, bar.height())).y()
    assert seen == dict.fromkeys(STEPS, window.frame.height())
