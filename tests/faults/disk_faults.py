"""The shim that makes a disk fail at a chosen call: compiled, preloaded, and armed in a child of a process.

A process that was started with the shim preloaded has everything imported; for each call that is to fail it
forks a child, which arms the shim and does the work. So a point costs what the work costs, and no start.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import signal
import subprocess
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

from desktop.errors import Refusal
from desktop.wording import known_codes, refusal_sentence

SOURCE = Path(__file__).with_name("disk_faults.c")

# Letters of the trace, as in the shim.
NAMES = "crumdl"
"""Calls that a folder's rights decide about: making, renaming, removing, folders, links."""
GROWING = "wcml"
"""Calls that need room."""
READING = "io"
"""Calls that read a file or open one that is there; they are counted by themselves."""


class How(IntEnum):
    """What becomes of the call: as in the shim."""

    COUNT = 0
    FAIL = 1
    SHORT = 2
    KILL = 3
    TORN = 4


@dataclass(frozen=True, slots=True)
class Fault:
    """A way in which a disk fails.

    Attributes:
        name: for a table.
        how: what becomes of the call.
        number: the errno that it fails with.
        ever: every later call fails too.
        kinds: letters of the calls that it strikes; empty for all.
    """

    name: str
    how: How
    number: int = 0
    ever: bool = False
    kinds: str = ""

    @property
    def is_reading(self) -> bool:
        """Whether it strikes what is read; such calls are counted apart."""
        return bool(self.kinds) and self.kinds[0] in READING

    def strikes(self, kind: str) -> bool:
        """Tell whether it does anything at a call of this kind."""
        if self.is_reading:
            return kind in self.kinds
        if self.how in (How.SHORT, How.TORN):
            return kind == "w"
        return self.ever or not self.kinds or kind in self.kinds


FAULTS = (
    Fault("killed", How.KILL),
    Fault("full once", How.FAIL, errno.ENOSPC, kinds=GROWING + "s"),
    Fault("broken once", How.FAIL, errno.EIO),
    Fault("full from then on", How.SHORT, errno.ENOSPC, ever=True),
    Fault("no rights once", How.FAIL, errno.EACCES, kinds=NAMES + "p"),
    Fault("power lost in a write", How.TORN),
    Fault("read-only from then on", How.FAIL, errno.EROFS, ever=True),
    Fault("gone from then on", How.FAIL, errno.EIO, ever=True),
    Fault("half a write", How.SHORT, errno.ENOSPC),
    Fault("unreadable once", How.FAIL, errno.EIO, kinds="i"),
    Fault("vanished once", How.FAIL, errno.ENOENT, kinds="o"),
    Fault("unreadable from then on", How.FAIL, errno.EIO, ever=True, kinds=READING),
    Fault("no rights to read", How.FAIL, errno.EACCES, ever=True, kinds="o"),
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the disk: its letter, and the path below the folder that is watched."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Told:
    """What came of some work in a child.

    Attributes:
        done: how many of its steps were acknowledged.
        code: of the refusal, where it was refused; ``sentence`` what a person is told then.
        raw: a traceback, where something else than a refusal came out.
        killed: the process was killed.
    """

    done: int
    code: str | None = None
    sentence: str = ""
    raw: str = ""
    killed: bool = False
    calls: list[Call] = field(default_factory=list)


def build(folder: Path) -> Path:
    """Compile the shim into a folder, and return its library.

    Raises:
        subprocess.CalledProcessError: the compiler refuses; FileNotFoundError where there is none.
    """
    made = folder / "disk_faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", made, SOURCE, "-ldl"], check=True)
    return made


def environment(shim: Path) -> dict[str, str]:
    """Return the environment of a process whose disk can be made to fail."""
    return {**os.environ, "LD_PRELOAD": str(shim), "PYTHONHASHSEED": "0"}


def is_preloaded() -> bool:
    """Tell whether this process was started with the shim."""
    return hasattr(ctypes.CDLL(None), "faults_arm")


def calls_of(steps: tuple[Callable[[], object], ...], watched: Path, kinds: str = "") -> list[Call]:
    """Do some work in a child on a disk without faults, and return its calls under a folder.

    Args:
        steps: that are done.
        watched: the folder.
        kinds: ``READING`` for what is read; else all the others.

    Raises:
        AssertionError: the work itself fails.
    """
    told = in_child(steps, watched, Fault("", How.COUNT, kinds=kinds))
    assert not told.raw, told.raw
    assert told.code is None, told.sentence
    return told.calls


def in_child(
    steps: tuple[Callable[[], object], ...], watched: Path, fault: Fault | None = None, at: int = 0
) -> Told:
    """Do some work in a child whose disk fails at a call, and return what it told.

    Args:
        steps: of which each is acknowledged at its end.
        watched: the folder under which calls are counted; the child's temporary files lie in ``tmp`` there.
        fault: how the call fails; None counts calls alone.
        at: which call, from 1.
    """
    read, write = os.pipe()
    trace = os.memfd_create("calls")
    child = os.fork()
    if child == 0:
        os.close(read)
        _work(steps, watched, fault, at, write, trace)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    with os.fdopen(trace, "rb") as file:
        file.seek(0)
        lines = file.read().decode(errors="replace").splitlines()
    calls = [Call(line[0], line[2:]) for line in lines]
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL, f"signal {os.WTERMSIG(status)}"
        return Told(said.count(b"."), killed=True, calls=calls)
    dots, _, rest = said.partition(b"{")
    found: dict[str, Any] = json.loads(b"{" + rest)
    return Told(len(dots), found["code"], found["sentence"], found["raw"], calls=calls)


def _work(
    steps: tuple[Callable[[], object], ...],
    watched: Path,
    fault: Fault | None,
    at: int,
    pipe: int,
    trace: int,
) -> None:
    """Do the work as a child, tell what came of it, and end."""
    said: dict[str, object] = {"code": None, "sentence": "", "raw": ""}
    os.environ["TMPDIR"] = tempfile.tempdir = str(watched / "tmp")
    shim = _shim()
    plan = fault or Fault("", How.COUNT)
    shim.faults_arm(os.fsencode(watched), at, plan.how, plan.number, plan.ever, plan.kinds.encode(), trace)
    try:
        for step in steps:
            step()
            os.write(pipe, b".")
    except Refusal as refusal:
        shim.faults_disarm()
        known = refusal.code in known_codes()
        said["code"] = refusal.code
        said["sentence"] = refusal_sentence(refusal) if known else ""
        said["cause"] = repr(refusal.__cause__)
    except BaseException:  # noqa: BLE001 - told to the parent, which fails
        shim.faults_disarm()
        said["raw"] = traceback.format_exc()
    shim.faults_disarm()
    os.write(pipe, json.dumps(said).encode())
    os._exit(0)


@cache
def _shim() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.faults_arm.argtypes = (
        *(ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int),
        *(ctypes.c_char_p, ctypes.c_int),
    )
    library.faults_disarm.restype = ctypes.c_long
    return library


def fresh(kept: Path, place: Path) -> None:
    """Put a copy of a prepared folder in a place, whatever stood there."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(kept, place)
    (place / "tmp").mkdir(exist_ok=True)
