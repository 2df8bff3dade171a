"""What nobody caught becomes a report in the window; what ended the program from outside, in the next one."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.page.fault import Fault, fault_of, fault_written

_NAME = "dung-dot-ngot.txt"


class CrashWatch(QObject):
    """Watches a run of the program from ``begin`` to ``end``.

    Args:
        home: the program's own folder; a run that is ended from outside leaves its report there.
        window: gives the window that a report is shown over.
    """

    _broke = Signal(object)

    def __init__(self, home: Path, window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._path = home / _NAME
        self._window = window
        self._file: TextIO | None = None
        self._told: set[tuple[str, ...]] = set()
        self._left: Fault | None = None
        self._hooks = (sys.excepthook, threading.excepthook)
        # Queued: whatever broke is over before the report is shown, and the thread is the window's.
        self._broke.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Begin to watch, and read what the last run left."""
        sys.excepthook = self._on_error
        threading.excepthook = lambda told: self._on_error(told.exc_type, told.exc_value, told.exc_traceback)
        # A folder that can't be written leaves no report; the window works all the same.
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_file():
                self._left = fault_written(self._path.read_text(encoding="utf-8", errors="replace"))
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file, all_threads=False)

    def tell_last(self) -> None:
        """Show the report of the last run, once its place is on show again; nothing where it ended well."""
        left, self._left = self._left, None
        if left is not None:
            from desktop.ui.frame.crash_dialog import CrashDialog  # noqa: PLC0415 - most runs end well

            CrashDialog(left, self._window(), before=True).open()

    def end(self) -> None:
        """End watching: this run ended well."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            # A virus scanner may hold it: then the next start finds it empty, which is no report.
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _on_error(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        fault = fault_of(error)
        # There is no such stream where a program has no console.
        if sys.stderr is not None:
            sys.stderr.write(fault.report() + "\n")
        self._broke.emit(fault)

    @Slot(object)
    def _show(self, fault: Fault) -> None:
        # A fault in drawing comes with every drawing: each is told once.
        met = (fault.kind, *fault.calls[-1:])
        if met in self._told:
            return
        self._told.add(met)
        from desktop.ui.frame.crash_dialog import CrashDialog  # noqa: PLC0415 - most runs have no fault

        CrashDialog(fault, QApplication.activeModalWidget() or self._window()).open()
