"""The search for circles: what is a part of Qt is only ever taken apart on the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.ui.frame.collector import collect_due
from desktop.ui.page.runner import Runner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    del qapp
    made = Runner()
    yield made
    made.close()


def _forgotten_circle(ends: list[int]) -> None:
    """Leave a widget that knows itself, as a page and its reader do, to be found by the search alone."""
    widget = QWidget()
    widget.me = widget  # type: ignore[attr-defined]
    weakref.finalize(widget, lambda: ends.append(threading.get_ident()))


def _make_much(rounds: int) -> int:
    """Make enough circles that Python's own search would begin on this thread, in every generation."""
    for _ in range(rounds):
        circle: list[object] = []
        circle.append(circle)
    return rounds


def test_background_work_takes_no_forgotten_widget_apart(runner: Runner, qtbot: QtBot) -> None:
    ends: list[int] = []
    for _ in range(50):
        _forgotten_circle(ends)
    gathered: list[int] = []
    runner.run(lambda _: _make_much(200_000), gathered.append)
    qtbot.waitUntil(lambda: bool(gathered))
    gc.collect()
    assert set(ends) == {threading.get_ident()}
    assert len(ends) == 50


def test_what_is_forgotten_is_found_while_the_window_stands_open(runner: Runner, qtbot: QtBot) -> None:
    ends: list[int] = []
    _forgotten_circle(ends)
    done: list[int] = []

    def go_on() -> bool:
        # Each beat finds one generation due, as a day of work has it.
        runner.run(lambda _: _make_much(20_000), done.append)
        return bool(ends)

    qtbot.waitUntil(go_on)
    assert set(ends) == {threading.get_ident()}


def test_a_search_begins_with_the_oldest_that_is_due(qapp: object) -> None:
    del qapp
    gc.collect()
    collect_due()
    assert gc.get_count()[0] < gc.get_threshold()[0]
    before = [each["collections"] for each in gc.get_stats()]
    _make_much(2000)
    collect_due()
    after = [each["collections"] for each in gc.get_stats()]
    assert [a - b for a, b in zip(after, before, strict=True)] == [1, 0, 0]


def test_the_last_hold_on_a_page_is_never_lost_in_the_background(runner: Runner, qtbot: QtBot) -> None:
    ends: list[int] = []
    for _ in range(200):
        page = QWidget()
        weakref.finalize(page, lambda: ends.append(threading.get_ident()))
        runner.run(lambda _, page=page: page is None, lambda _: None)
        del page
    qtbot.waitUntil(lambda: not runner.is_busy())
    runner.close()
    gc.collect()
    assert set(ends) == {threading.get_ident()}
    assert len(ends) == 200
