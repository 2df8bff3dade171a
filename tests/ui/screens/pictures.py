"""A picture of the window on an open office, as the X server shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop.ui.frame.desk import Desk
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from tests.offices.desks import COMMUNE

SCREEN = (1366, 768)
LOW_SCREEN = (1366, 700)

_PAUSE = 150  # milliseconds
_PAUSES = 3
_MOST_PAUSES = 200


def draw_window(
    session: Session,
    path: Path,
    percent: int,
    place: str,
    argument: object = None,
    *,
    steps: tuple[Callable[[Frame], None], ...] = (),
    desk: Desk = COMMUNE,
    low: bool = True,
    pauses: int = _PAUSES,
) -> None:
    """Open the window, go to a place, take steps, and keep what then stands on the screen.

    Args:
        session: the open office.
        path: of the picture, without the end of its name: ``hom-nay`` becomes ``hom-nay-100.png``, and
            ``hom-nay-700-100.png`` on the low screen.
        percent: the scale that Qt was started with.
        place: of the rail.
        argument: what to show there.
        steps: what is done before the picture, one after the other.
        desk: whose it is.
        low: also on a low screen.
        pauses: how often to wait until nothing is busy; a paper is drawn a moment after it was chosen.
    """
    for screen, suffix in ((SCREEN, ""), (LOW_SCREEN, "-700"))[: 1 + low]:
        runner = Runner()
        frame = Frame(desk, Context(session, runner))
        frame.setGeometry(0, 0, *(side * 100 // percent for side in screen))
        frame.show()
        frame.activateWindow()
        frame.open_place(place, argument)
        settle(runner, pauses)
        for step in steps:
            step(frame)
            settle(runner, pauses)
        save(frame, path.with_name(f"{path.name}{suffix}-{percent}.png"))
        for standing in frame.findChildren(QDialog):
            standing.close()
        frame.close()
        runner.close()


def settle(runner: Runner, pauses: int = _PAUSES) -> None:
    """Wait until nothing is busy, so many times in a row."""
    for _ in range(pauses):
        QTest.qWait(_PAUSE)
        for _ in range(_MOST_PAUSES):
            if not runner.is_busy():
                break
            QTest.qWait(_PAUSE // 3)


def save(window: QMainWindow, path: Path) -> None:
    """Keep what the X server shows of a window, and not what its widgets would draw."""
    picture = window.screen().grabWindow(0, 0, 0, window.width(), window.height())
    if not picture.save(str(path), "PNG"):
        message = f"cannot write {path.name}"
        raise OSError(message)
