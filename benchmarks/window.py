"""The window, from the start of the process to its first page, beside an empty window of the same toolkit.

Ready is when the office's window is there and the process has come to rest: its page is read and drawn. The
first window, which says that the office is being opened or asks for the passphrase, is measured for itself.
Both programs start from the bytecode of an earlier start, as an installed program does. Where the figures
fall short, and what was tried, stands in ``docs/adr/0005-a-window-before-its-database.md``.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, insert, select

from benchmarks.commune import PASSPHRASE, close, plan_commune
from benchmarks.figure import RUNS, Figure
from benchmarks.peak import peak_of
from benchmarks.people import invented_names
from desktop.bootstrap import open_office
from desktop.models.people import Household, Person, with_search_keys
from desktop.models.store.session import writing
from tests.xvfb import x_server

HOUSEHOLDS, MANY_HOUSEHOLDS = 3000, 50_000
WORK = f"window ready on {HOUSEHOLDS:,} households"

_PATIENCE = 60  # seconds
_REST = 0.5

_EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Trống")
window.resize(1366, 768)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first window and to rest, and the most memory held, in KB."""

    shown: float
    ready: float
    peak: int


def figures() -> Iterator[Figure]:
    """Measure time until the office's window is ready, and the memory that it takes."""
    with TemporaryDirectory() as name, x_server() as display:
        office = close(plan_commune(Path(name) / "commune", HOUSEHOLDS))
        large = _grown(office, Path(name) / "large")
        home = {"HOME": name, "XDG_DATA_HOME": name, "DISPLAY": display}
        kept = {"PYTHONPYCACHEPREFIX": str(Path(name) / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
        environment = {**os.environ, **home, **kept, "HOM_PHIEU_PASSPHRASE": PASSPHRASE}
        ours, larger = (
            [sys.executable, "-m", "desktop", "--data", str(folder)] for folder in (office, large)
        )
        empty = [sys.executable, "-c", _EMPTY]
        starts = [
            (
                _open(ours, "Hòm Phiếu", "Hòm Phiếu – ", environment),
                _open(empty, "Trống", "Trống", environment),
                _open(larger, "Hòm Phiếu", "Hòm Phiếu – ", environment),
            )
            for _ in range(RUNS + 1)
        ][1:]
        shown, ready, peak = (
            [statistics.median(getattr(run[side], kind) for run in starts) for side in (0, 1, 2)]
            for kind in ("shown", "ready", "peak")
        )
        yield Figure(WORK, "an empty PySide6 window", ready[0] / ready[1], 4, seconds=ready[0])
        yield Figure(
            "  the same, peak memory", f"an empty one ({peak[1] / 1024:.0f} MB)", peak[0] / peak[1], 2.5
        )
        yield Figure(
            "  its first window on the screen", "an empty one", shown[0] / shown[1], 1.5, seconds=shown[0]
        )
        work = f"window ready on {MANY_HOUSEHOLDS:,} households"
        yield Figure(work, f"on {HOUSEHOLDS:,}", ready[2] / ready[0], 1.1, seconds=ready[2])


def _grown(office: Path, folder: Path) -> Path:
    """Copy an office and give its hamlets as many households as the largest commune has."""
    shutil.copytree(office, folder)
    workplace = open_office(folder, PASSPHRASE)
    try:
        with writing(workplace.database) as session:
            hamlets = session.scalars(select(Household.hamlet_id).distinct()).all()
            first = (session.scalar(select(func.max(Person.id))) or 0) + 1
            names = enumerate(invented_names(MANY_HOUSEHOLDS - HOUSEHOLDS), first)
            heads = [{"id": key, **with_search_keys({"name": name})} for key, name in names]
            session.execute(insert(Person), heads)
            homes = [{"hamlet_id": hamlets[one["id"] % len(hamlets)], "head_id": one["id"]} for one in heads]
            session.execute(insert(Household), homes)
    finally:
        workplace.database.close()
    return folder


def _open(command: list[str], first: str, last: str, environment: dict[str, str]) -> Start:
    began = time.perf_counter()
    program = subprocess.Popen(command, env=environment)
    try:
        shown = _seconds_to(first, program, began, environment)
        _seconds_to(last, program, began, environment)
        ready = time.perf_counter()
        used = -1
        # At rest: the clock of its processor time (hundredths of a second) stands still for half a second.
        while (now := time.perf_counter()) - ready < _REST:
            if (uses := _ticks(program.pid)) > used:
                used, ready = uses, now
            assert now - began < _PATIENCE, "the window does not come to rest"
            time.sleep(0.01)
        return Start(shown, ready - began, peak_of(program.pid))
    finally:
        program.terminate()
        program.wait(timeout=20)


def _seconds_to(
    title: str, program: subprocess.Popen[bytes], began: float, environment: dict[str, str]
) -> float:
    # Looked for every few hundredths: xdotool's own waiting looks once a second.
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    while subprocess.run(search, env=environment, capture_output=True, check=False).returncode:
        assert program.poll() is None, "the window closed by itself"
        assert time.perf_counter() - began < _PATIENCE, f"no window called {title}"
        time.sleep(0.02)
    return time.perf_counter() - began


def _ticks(pid: int) -> int:
    # Source: Linux, proc(5), stat: the 14th and 15th field, counted after the name in brackets.
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
