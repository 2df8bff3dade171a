"""What offices get: built on Windows' Python, copied elsewhere, opened twice, given a file, and closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.windows.house import House
from tests.xvfb import x_server

_LARGEST = 130_000_000
_DESCRIBED = {"HomPhieu.exe": "Hòm Phiếu\0", "hom-phieu-lenh.exe": "Hòm Phiếu – dòng lệnh\0"}
_TITLE = "^Hòm Phiếu"
_PATIENCE = 180  # seconds for a window on a computer that does much besides
_FACES = "Z:\\usr\\share\\fonts\\truetype\\liberation2"


def check_bundle(house: House) -> str:
    """Build the bundle and use it as an office would; returns its size and its start.

    Raises:
        AssertionError: it is too large, lacks something, or behaves otherwise.
    """
    for old in ("bundle", "build", "Program Files/Hòm Phiếu"):
        shutil.rmtree(house.drive / old, ignore_errors=True)
    build = ("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", "C:\\bundle")
    house.run(
        house.python,
        *(*build, "--workpath", "C:\\build", "build.spec"),
        timeout=1800,
        more={"HOM_PHIEU_FONTS": _FACES},
    )
    place = Path(shutil.copytree(house.drive / "bundle/hom-phieu", house.drive / "Program Files/Hòm Phiếu"))
    files = [file for file in place.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    beside = {file.name for file in place.iterdir()}
    assert beside == {"HomPhieu.exe", "hom-phieu-lenh.exe", "ĐỌC TRƯỚC.txt", "_internal"}, beside
    for name, described in (
        ("HomPhieu.exe", "Hòm Phiếu\0"),
        ("hom-phieu-lenh.exe", "Hòm Phiếu – dòng lệnh\0"),
    ):
        assert described.encode("utf-16-le") in (place / name).read_bytes(), name
    told = house.run(place / "hom-phieu-lenh.exe", "--version", cwd=place).stdout
    assert told.startswith("Hòm Phiếu "), told
    helped = house.run(place / "hom-phieu-lenh.exe", cwd=place).stdout
    assert "decide" in helped, helped
    with x_server() as display:
        began = _check_windows(house, place, display)
    # Last, so that everything else is known of a bundle that is too large.
    assert size <= _LARGEST, f"{size / 1e6:.0f} MB"
    return f"{size / 1e6:.0f} MB in {len(files)} files, window in {began:.0f} s, one window for two starts"


def _check_windows(house: House, place: Path, display: str) -> float:
    began = time.monotonic()
    first = _start(house, place, display)
    try:
        _wait(lambda: _windows(display) == 1, "no window")
        shown = time.monotonic() - began
        time.sleep(5)
        card = house.drive / "huyện.the"
        card.write_bytes(b"{}")
        second = _start(house, place, display, "C:\\huyện.the")
        _wait(lambda: second.poll() is not None, "the second start stands beside the first")
        assert _windows(display) == 1, "two windows"
        picture = house.place / "window.png"
        _picture(display, picture)
        assert first.poll() is None, "the first window is gone"
        window = _xdotool(display, "search", "--onlyvisible", "--name", _TITLE).split()[-1]
        _xdotool(display, "windowfocus", window, "key", "--delay", "200", "alt+F4")
        _wait(lambda: first.poll() is not None, "the window doesn't close")
        broken = _xdotool(display, "search", "--onlyvisible", "--name", "Unhandled exception")
        assert not broken, "closing broke"
    finally:
        first.kill()
    return shown


def _start(house: House, place: Path, display: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the window as Explorer does, without a console and without streams."""
    started = subprocess.Popen(
        ["wine", "start", "/wait", "/unix", str(place / "HomPhieu.exe"), *arguments],
        cwd=place,
        env=house.environment(DISPLAY=display),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    pipe = started.stdout
    assert pipe is not None
    # Wine takes no plain file for its output, and nobody else empties the pipe.
    threading.Thread(target=pipe.read, daemon=True).start()
    return started


def _windows(display: str) -> int:
    return len(_xdotool(display, "search", "--onlyvisible", "--name", _TITLE).split())


def _xdotool(display: str, *arguments: str) -> str:
    environment = os.environ | {"DISPLAY": display}
    ran = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, check=False)
    return ran.stdout.decode()


def _picture(display: str, path: Path) -> None:
    """Picture the whole screen, where ImageMagick is there."""
    if shutil.which("import"):
        subprocess.run(["import", "-display", display, "-window", "root", path], check=False)


def _wait(done: Callable[[], bool], words: str) -> None:
    until = time.monotonic() + _PATIENCE
    while not done():
        assert time.monotonic() < until, words
        time.sleep(0.5)
