"""One window for each user: a second start hands its files to the first and brings that one to the front.

The program opens no port and no pipe. The first window holds a lock that falls with its process, and watches
a folder that only this user may enter; a second start leaves a note there and waits until it is taken.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, QTimer, Signal

from desktop import disk

LOCK_NAME = "window.lock"
REQUESTS_NAME = "window-requests"
_SUFFIX = ".json"
_PATIENCE = 10.0  # seconds that a first window may take to notice; it may be drawing or asleep
_LOOK = 0.05
# Change notices don't come from every file system (a home on a share); looking is cheap.
_POLL_MS = 1000
# What a desktop gives to the program that a person just started, and by which it lets a window come forward.
_ACTIVATION = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


Claim = Literal["first", "handed", "silent"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a start asks for: files to open, and the folder of an office where one was named."""

    files: tuple[Path, ...] = ()
    data: Path | None = None


class OneWindow(QObject):
    """The lock and the letter box of the one window; ``asked`` carries what a later start asks for.

    Args:
        home: the program's own folder of this user.
    """

    asked = Signal(object)  # Asked

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._requests = home / REQUESTS_NAME
        self._lock = QLockFile(str(home / LOCK_NAME))
        # A lock is only stale when its process is gone, however long the window has been open.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        self._timer: QTimer | None = None

    def claim(self, asked: Asked, patience: float = _PATIENCE) -> Claim:
        """Become the one window, or hand over to it what this start asks for.

        A folder that can't be written, or that another computer's window holds, stops no window: whether
        two write into one office is asked of the office itself.

        Args:
            asked: for the first window, where there is one.
            patience: seconds that it may take.

        Returns:
            ``first``: this start opens the window. ``handed``: the first one took it. ``silent``: the first
            one runs and doesn't answer.
        """
        with suppress(OSError):
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError:
            return "first"
        import platform  # noqa: PLC0415 - a first start does without

        process, host, _ = self._lock.getLockInfo()
        if host and _short(host) not in (_short(QSysInfo.machineHostName()), _short(platform.node())):
            return "first"
        _let_come_forward(process)
        return self._hand_over(asked, patience)

    def listen(self) -> None:
        """Begin to take notes; what was left by a start that gave up is thrown away."""
        try:
            self._requests.mkdir(mode=0o700, exist_ok=True)
            for old in self._requests.iterdir():
                old.unlink(missing_ok=True)
        except OSError:
            return
        self._watcher = QFileSystemWatcher([str(self._requests)], self)
        self._watcher.directoryChanged.connect(lambda _: self._take())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take)
        self._timer.start(_POLL_MS)

    def close(self) -> None:
        """Stop taking notes and let the lock go."""
        if self._timer is not None:
            self._timer.stop()
        self._watcher = None
        self._lock.unlock()

    def _hand_over(self, asked: Asked, patience: float) -> Claim:
        note = {
            "files": [os.path.abspath(path) for path in asked.files],  # noqa: PTH100 - links are kept
            "data": os.path.abspath(asked.data) if asked.data is not None else None,  # noqa: PTH100
            "activation": {name: os.environ[name] for name in _ACTIVATION if name in os.environ},
        }
        from uuid import uuid4  # noqa: PLC0415 - a first start does without

        path = self._requests / f"{uuid4().hex}{_SUFFIX}"
        until = time.monotonic() + patience
        try:
            self._requests.mkdir(mode=0o700, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_text(json.dumps(note), encoding="utf-8")
            disk.replace(part, path)
        except OSError:
            return "silent"
        while path.exists():
            # The first window may be on its way out: then this start takes its place.
            gone = self._lock.tryLock(0)
            if gone or time.monotonic() > until:
                path.unlink(missing_ok=True)
                return "first" if gone else "silent"
            time.sleep(_LOOK)
        return "handed"

    def _take(self) -> None:
        try:
            notes = sorted(self._requests.glob(f"*{_SUFFIX}"))
        except OSError:
            return
        for path in notes:
            try:
                found = json.loads(path.read_text(encoding="utf-8"))
                files = tuple(Path(name) for name in found["files"])
                data = Path(found["data"]) if found["data"] else None
                path.unlink()
            except (OSError, ValueError, KeyError, TypeError):
                # Held for a moment by a virus scanner: the next look finds it again.
                continue
            for name in _ACTIVATION:
                if name in found.get("activation", {}):
                    os.environ[name] = str(found["activation"][name])
            self.asked.emit(Asked(files, data))


def _short(host: str) -> str:
    """Return a computer's name as it is compared: Windows writes it in capitals here and in small there."""
    return host.partition(".")[0].casefold()


if sys.platform == "win32":

    def _let_come_forward(process: int) -> None:
        """Windows lets only the program that a person just used bring a window forward, or let another."""
        import ctypes  # noqa: PLC0415 - not needed elsewhere

        ctypes.windll.user32.AllowSetForegroundWindow(process)

else:

    def _let_come_forward(_: int) -> None:
        """Other desktops are asked by the tokens in the note."""
