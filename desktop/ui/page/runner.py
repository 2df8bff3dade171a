"""The one place where work leaves the window's thread: runs it in order, reports, and refreshes."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QThread, Signal, Slot

from desktop.errors import Refusal
from desktop.long_work import Stopped, telling
from desktop.ui.page.fault import Fault, fault_of
from desktop.ui.widgets import recency
from desktop.ui.widgets.qt_types import make_types

Failed = Callable[[Refusal], None]


class Cancelled(Stopped):
    """The clerk stopped the work; what was done in its transaction is rolled back."""


class Progress:
    """What long work is given: it says how far it is, and learns that it should stop.

    Attributes:
        stepped: called on the window's thread with how many are done, of how many, and a word.
    """

    def __init__(self, stepped: Callable[[int, int, str], None]) -> None:
        self._stepped = stepped
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, word: str = "") -> None:
        """Say how far the work is.

        Raises:
            Cancelled: the clerk asked for it.
        """
        if self._stop.is_set():
            raise Cancelled
        self._stepped(done, total, word)


@dataclass(slots=True)
class _Job:
    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Failed
    once: Hashable = None
    number: int = field(default_factory=recency.ask, init=False)
    progress: Progress = field(init=False)


class Runner(QObject):
    """Runs work in one background thread, in the order in which it was asked for.

    One thread is enough: an office has one database, and its writers wait for each other anyway. ``done`` and
    ``failed`` are called on the window's thread; a cancelled work calls neither.
    """

    busy_changed = Signal(bool)
    stepped = Signal(int, int, str)
    failed = Signal(object)
    broke = Signal(object)  # Fault
    _begin = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Job] = deque()
        self._current: _Job | None = None
        self._ended = False
        self._thread = QThread()
        self._worker = _Worker(self._in_hand)
        self._worker.moveToThread(self._thread)
        self._begin.connect(self._worker.work)
        self._worker.finished.connect(self._finish)
        self._worker.stepped.connect(self.stepped)
        self._thread.start()

    def run(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        once: Hashable = None,
    ) -> None:
        """Run work in the background.

        Args:
            work: touches no widget; is given a ``Progress``.
            done: is given the result, on the window's thread.
            failed: is given the refusal, on the window's thread; else ``failed`` is emitted.
            once: what is read; the same reading that still waits is dropped, since this one comes after
                everything that was written meanwhile.
        """
        if self._ended:
            return  # a page's timer that rang after the window was closed
        make_types()
        if once is not None:
            self._waiting = deque(job for job in self._waiting if job.once != once)
        job = _Job(work, done, failed or self.failed.emit, once)
        job.progress = Progress(self._worker.stepped.emit)
        self._waiting.append(job)
        self._next()

    def cancel(self) -> None:
        """Ask the work that is being done to stop at its next step."""
        if self._current is not None:
            self._current.progress.cancel()

    def is_busy(self) -> bool:
        """Tell whether work is being done or waits."""
        return self._current is not None or bool(self._waiting)

    def finish(self) -> None:
        """Do everything that was asked for, then end the thread: nothing that was typed is lost."""
        while self.is_busy():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.close()

    def close(self) -> None:
        """Finish the work that is being done, drop what waits, and end the thread."""
        self._ended = True
        self._waiting.clear()
        self._thread.quit()
        self._thread.wait()

    def _next(self) -> None:
        if self._current is None and self._waiting:
            self._current = self._waiting.popleft()
            self.busy_changed.emit(True)
            self._begin.emit()

    def _in_hand(self) -> _Job | None:
        return self._current

    @Slot(object)
    def _finish(self, outcome: object) -> None:
        job, self._current = self._current, None
        if not self._waiting:
            self.busy_changed.emit(False)
        if job is None:
            return
        try:
            with recency.answering(job.number):
                self._answer(job, outcome)
        finally:
            # Whatever stumbles over a result, what was asked for after it is still done.
            self._next()

    def _answer(self, job: _Job, outcome: object) -> None:
        if isinstance(outcome, Refusal):
            job.failed(outcome)
        elif isinstance(outcome, Fault):
            self.broke.emit(outcome)
        elif isinstance(outcome, _Done):
            job.done(outcome.value)


@dataclass(frozen=True, slots=True)
class _Done:
    value: Any


class _Worker(QObject):
    finished = Signal(object)
    stepped = Signal(int, int, str)

    def __init__(self, in_hand: Callable[[], _Job | None]) -> None:
        super().__init__()
        self._in_hand = in_hand

    @Slot()
    def work(self) -> None:
        # A job knows its page. It is let go before its end is told, so that never the last hold on a page is
        # lost on this thread, where no widget may be taken apart.
        self.finished.emit(self._outcome())

    def _outcome(self) -> object:
        job = self._in_hand()
        if job is None:
            return None
        try:
            with telling(job.progress.step):
                return _Done(job.work(job.progress))
        except Refusal as refusal:
            return refusal.with_traceback(None)
        except Cancelled:
            return None
        except Exception as error:  # noqa: BLE001 - a fault in one use case must not end the window
            return fault_of(error)
