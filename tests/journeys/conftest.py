"""One demo for every journey, of the older example, held in a process that may not touch a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.cli.app import run

_WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        sys.stderr.write(f"NETWORK {event}\\n")
        raise RuntimeError(event)
sys.addaudithook(watch)
from desktop.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Demo:
    folder: Path
    told: Told

    @property
    def commune(self) -> Path:
        return self.folder / "data" / "commune"

    @property
    def office(self) -> Path:
        return self.folder / "data" / "office"


def in_a_process(*arguments: str | Path, largest_file: int | None = None, **environment: str) -> Told:
    """Run a command in a fresh process that stops at the first touch of a network.

    No file can grow above ``largest_file`` bytes there: a disk that fills up while something is written.
    """
    limit = [] if largest_file is None else ["prlimit", f"--fsize={largest_file}"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HOM_PHIEU")}
    done = subprocess.run(
        [*limit, sys.executable, "-c", _WATCHED, *map(str, arguments)],
        env={**clean, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return Told(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo") / "out"
    return Demo(folder, in_a_process("demo", "--out", folder, "--example", "2024", "--json"))


@pytest.fixture
def own_demo(demo: Demo, tmp_path: Path) -> Demo:
    """Copy the demo, for a journey that changes it."""
    folder = tmp_path / "demo"
    shutil.copytree(demo.folder, folder)
    return Demo(folder, demo.told)


Command = Callable[..., Told]


@pytest.fixture
def hom_phieu(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command here, without a passphrase in the environment unless the test sets one."""
    monkeypatch.delenv("HOM_PHIEU_PASSPHRASE", raising=False)

    def command(*arguments: str | Path) -> Told:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Told(code, printed.out, printed.err)

    return command
