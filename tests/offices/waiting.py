"""Waiting while the window's events go on, and the work in the background too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

if TYPE_CHECKING:
    from desktop.ui.page.runner import Runner


def pause(milliseconds: int) -> None:
    """Let events happen for a time.

    ``QTest.qWait`` keeps the interpreter to itself meanwhile: work in another thread would stand still.
    """
    loop = QEventLoop()
    _ring(loop, milliseconds)
    loop.exec()


def until_idle(runner: Runner, most: int) -> None:
    """Let events happen until nothing is being done in the background, ``most`` milliseconds at most."""
    loop = QEventLoop()
    ended = runner.busy_changed.connect(loop.quit)
    end = QDeadlineTimer(most)
    timer = _ring(loop, most)
    while runner.is_busy() and not end.hasExpired():
        loop.exec()
    timer.stop()
    runner.busy_changed.disconnect(ended)


def _ring(loop: QEventLoop, milliseconds: int) -> QTimer:
    # One that goes with its loop: what ``singleShot`` makes would outlive it.
    timer = QTimer(loop, singleShot=True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    return timer
