"""The real window on an open office."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from tests.offices.desks import COMMUNE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@contextmanager
def shown(qtbot: QtBot, session: Session) -> Iterator[Frame]:
    """Open it, active, at the size of an old screen."""
    runner = Runner()
    frame = Frame(COMMUNE, Context(session, runner))
    qtbot.addWidget(frame)
    frame.setGeometry(0, 0, 1366, 768)
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    yield frame
    runner.close()
