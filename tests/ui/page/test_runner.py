"""Work in the background, and what is done with its result on the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytestqt.exceptions import capture_exceptions

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
        qtbot.waitUntil(lambda: not runner.is_busy(), timeout=20000)
    assert written == ["what was typed"]
    assert len(stumbled) == 1
