"""The window, from the start of the process to its first page, beside an empty window of the same toolkit."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commune import PASSPHRASE, close, plan_commune
from benchmarks.figure import RUNS, Figure
from benchmarks.peak import peak_of
from tests.xvfb import x_server

HOUSEHOLDS = 3000
WORK = f"window ready on {HOUSEHOLDS:,} households"

_PATIENCE = 60  # seconds

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


def figures() -> Iterator[Figure]:
    """Measure time until the office's window is there, and the memory that it holds then."""
    with TemporaryDirectory() as name, x_server() as display:
        office = close(plan_commune(Path(name) / "commune", HOUSEHOLDS))
        home = {"HOME": name, "XDG_DATA_HOME": name, "DISPLAY": display}
        environment = {**os.environ, **home, "HOM_PHIEU_PASSPHRASE": PASSPHRASE}
        ours = [sys.executable, "-m", "desktop", "--data", str(office)]
        empty = [sys.executable, "-c", _EMPTY]
        runs = [
            (_open(ours, "Hòm Phiếu – ", environment), _open(empty, "Trống", environment))
            for _ in range(RUNS)
        ]
        seconds, peaks = (
            [statistics.median(run[side][kind] for run in runs) for side in (0, 1)] for kind in (0, 1)
        )
        yield Figure(WORK, "an empty PySide6 window", seconds[0] / seconds[1], 3, seconds=seconds[0])
        yield Figure(
            "  the same, peak memory", f"an empty one ({peaks[1] / 1024:.0f} MB)", peaks[0] / peaks[1], 2.5
        )


def _open(command: list[str], title: str, environment: dict[str, str]) -> tuple[float, int]:
    began = time.perf_counter()
    program = subprocess.Popen(command, env=environment)
    try:
        # Looked for every few hundredths: xdotool's own waiting looks once a second.
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        while subprocess.run(search, env=environment, capture_output=True, check=False).returncode:
            assert program.poll() is None, "the window closed by itself"
            assert time.perf_counter() - began < _PATIENCE, f"no window called {title}"
            time.sleep(0.02)
        return time.perf_counter() - began, peak_of(program.pid)
    finally:
        program.terminate()
        program.wait(timeout=20)
