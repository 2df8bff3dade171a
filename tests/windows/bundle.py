"""What offices get: built on Windows' Python, copied over an old one, opened twice, given a file, closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PIL import ImageGrab

from tests.bundle.copied_over import check_copied_over, contents_of
from tests.windows.house import House
from tests.xvfb import x_server

_LARGEST = 130_000_000
_DESCRIBED = {"HomPhieu.exe": "Hòm Phiếu\0", "hom-phieu-lenh.exe": "Hòm Phiếu – dòng lệnh\0"}
_TITLE = "^Hòm Phiếu"
_BETWEEN_KEYS = 10  # seconds; closing takes some on a computer that does much besides
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
    assert beside == {*_DESCRIBED, "ĐỌC TRƯỚC.txt", contents_of(place).name}, beside
    for name, described in _DESCRIBED.items():
        assert described.encode("utf-16-le") in (place / name).read_bytes(), name
    told = house.run(place / "hom-phieu-lenh.exe", "--version", cwd=place).stdout
    assert told.startswith("Hòm Phiếu "), told
    helped = house.run(place / "hom-phieu-lenh.exe", cwd=place).stdout
    assert "decide" in helped, helped
    _check_copied_over(house, place)
    with x_server() as display:
        began = _check_windows(house, place, display)
        sourced = _time_source(house, display)
    # Last, so that everything else is known of a bundle that is too large.
    assert size <= _LARGEST, f"{size / 1e6:.0f} MB"
    times = began / sourced
    seen = f"window in {began:.0f} s ({times:.1f} times the start from source), one for two starts"
    return f"{size / 1e6:.0f} MB in {len(files)} files, copied over an old one, {seen}"


def _check_copied_over(house: House, place: Path) -> None:
    office = house.drive / "Cơ quan"
    shutil.rmtree(office, ignore_errors=True)

    def told(more: dict[str, str], command: str, data: Path) -> str:
        arguments = (command, "--data", f"C:\\{data.name}")
        return house.run(place / "hom-phieu-lenh.exe", *arguments, cwd=place, more=more).stdout

    check_copied_over(place, house.drive / "bundle/hom-phieu", office, told)


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
        ImageGrab.grab(xdisplay=display).save(house.place / "window.png")
        assert first.poll() is None, "the first window is gone"
        window = _xdotool(display, "search", "--onlyvisible", "--name", _TITLE).split()[-1]

        def close() -> bool:
            # Without a window manager a key can fall between two windows: it is pressed until it is heard.
            if first.poll() is None:
                _xdotool(display, "windowfocus", window, "key", "--delay", "200", "alt+F4")
                time.sleep(_BETWEEN_KEYS)
            return first.poll() is not None

        _wait(close, "the window doesn't close")
        broken = _xdotool(display, "search", "--onlyvisible", "--name", "Unhandled exception")
        assert not broken, "closing broke"
    finally:
        first.kill()
    return shown


def _time_source(house: House, display: str) -> float:
    """Return the seconds until the window stands there when Windows' Python starts it from source."""
    began = time.monotonic()
    source = _spawn(house, house.source, display, str(house.python), "-m", "desktop")
    try:
        _wait(lambda: _windows(display) == 1, "no window from source")
        return time.monotonic() - began
    finally:
        source.kill()


def _start(house: House, place: Path, display: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the window as Explorer does, without a console and without streams."""
    command = ("start", "/wait", "/unix", str(place / "HomPhieu.exe"), *arguments)
    return _spawn(house, place, display, *command)


def _spawn(house: House, folder: Path, display: str, *command: str) -> subprocess.Popen[bytes]:
    started = subprocess.Popen(
        ["wine", *command],
        cwd=folder,
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


def _wait(done: Callable[[], bool], words: str) -> None:
    until = time.monotonic() + _PATIENCE
    while not done():
        assert time.monotonic() < until, words
        time.sleep(0.5)
