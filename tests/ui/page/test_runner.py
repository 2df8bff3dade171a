"""Work in the background, and what is done with its result on the window's thread."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from pytestqt.exceptions import capture_exceptions

from desktop.long_work import step
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


def test_what_waits_is_still_done_after_a_page_stumbles_over_a_result(runner: Runner, qtbot: QtBot) -> None:
    def stumble(_: object) -> None:
        raise RuntimeError("its page is gone")

    written: list[object] = []
    with capture_exceptions() as stumbled:
        runner.run(lambda _: 1, stumble)
        runner.run(lambda _: "what was typed", written.append)
        qtbot.waitUntil(lambda: not runner.is_busy())
    assert written == ["what was typed"]
    assert len(stumbled) == 1


def test_a_reading_that_waits_is_done_once_after_all_that_was_written(runner: Runner, qtbot: QtBot) -> None:
    done: list[str] = []
    begun = Event()

    def ignore(_: object) -> None:
        pass

    runner.run(lambda _: begun.wait(), ignore)
    for number in range(3):
        runner.run(lambda _, number=number: done.append(f"written {number}"), ignore)
        runner.run(lambda _: done.append("board read"), ignore, once="board")
        runner.run(lambda _: done.append("list read"), ignore, once="list")
    begun.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert done == ["written 0", "written 1", "written 2", "board read", "list read"]


def test_what_is_asked_for_after_the_end_is_dropped_and_nobody_waits_for_it(runner: Runner) -> None:
    done: list[object] = []
    runner.finish()
    runner.run(lambda _: 1, done.append)
    assert not runner.is_busy()
    runner.finish()
    assert done == []


def test_work_that_tells_its_steps_deep_below_is_stopped_there(runner: Runner, qtbot: QtBot) -> None:
    stopped = Event()
    went_on: list[str] = []

    def stop(*_: object) -> None:
        runner.cancel()
        stopped.set()

    def work(_: object) -> None:
        step(1, 3)
        stopped.wait()
        step(2, 3)
        went_on.append("after the step")

    runner.stepped.connect(stop)
    runner.run(work, lambda _: went_on.append("done"), lambda _: went_on.append("failed"))
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert stopped.is_set()
    assert went_on == []
